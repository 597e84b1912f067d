import { beforeEach, describe, expect, test } from 'vitest';
import type { Sentence } from '../../../../src/model/learning-module.ts';
import { ContentModel } from '../../../../src/state/content.ts';
import { PlaybackModel, type PlaybackState } from '../../../../src/state/listening/playback.ts';
import { ProgressModel } from '../../../../src/state/listening/progress.ts';
import { PassagesModel, type PassagesState } from '../../../../src/state/reading/passages.ts';
import { FakeEngine } from '../../../contract/fake-engine.ts';
import { catalogOf, moduleOf, summaryOf } from '../../../fixtures/learning-route.ts';

const sentence = (id: string, startTime: number, endTime: number): Sentence => ({
  id,
  content: [{ kind: 'text', text: id }],
  startTime,
  endTime,
});

const sentences = [sentence('s1', 0, 2), sentence('s2', 2, 4), sentence('s3', 4, 6)];

let engine: FakeEngine;
let playback: PlaybackState;
let passages: PassagesState;
let savedRates: number[];

beforeEach(() => {
  engine = new FakeEngine(
    new Map([
      ['/media/r/a.mp3', { duration: 10 }],
      ['/media/r/b.mp3', { duration: 10 }],
    ]),
  );
  savedRates = [];
  playback = new PlaybackModel({
    content: new ContentModel({
      base: '/',
      catalog: catalogOf([summaryOf('a'), summaryOf('b')]),
      modules: ['a', 'b'].map((id) =>
        moduleOf(id, {
          chapters: [
            { id: 'een', title: 'Een', startTime: 0, blocks: [{ kind: 'paragraph', sentences }] },
          ],
        }),
      ),
    }),
    progress: new ProgressModel({ save: async () => undefined, now: () => 0 }),
    createEngine: async () => engine,
    chooseUrl: ({ audio }) => ({ url: `/${audio?.url}` }),
    rateOf: () => 1,
    saveRate: (rate) => savedRates.push(rate),
  });
  passages = new PassagesModel(playback);
});

/** Lets time pass bit by bit, so that what waits for the end of a fact gets its turn. */
async function pass(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds - 0.01; passed += 0.05) {
    engine.advance(0.05);
    await Promise.resolve();
  }
}

async function playAt(time: number): Promise<void> {
  await playback.playModule('r', 'a', time);
  await pass(0.3);
}

describe('this sentence again', () => {
  test('goes back to its start and plays on', async () => {
    await playAt(3);
    passages.repeatSentence();
    await pass(0.3);
    expect(engine.currentTime).toBeGreaterThanOrEqual(2);
    expect(engine.currentTime).toBeLessThan(2.5);
    await pass(3);
    expect(engine.currentTime).toBeGreaterThan(4.5);
  });

  test('in pause it starts to play', async () => {
    playback.open('r', 'a', 5);
    passages.repeatSentence();
    await Promise.resolve();
    await pass(0.5);
    expect(playback.isPlaying.value).toBe(true);
    expect(engine.source?.startTime).toBe(4);
  });

  test('after the last sentence it is the last one', async () => {
    await playAt(8);
    expect(passages.sentence.value?.id).toBe('s3');
  });
});

describe('a passage from here to there', () => {
  test('begins with one sentence, ends with another, and repeats', async () => {
    await playAt(2.5);
    passages.repeatFromHere();
    expect(passages.repeatStart.value).toBe(2);
    await pass(2);
    passages.repeatToHere();
    expect(passages.repeating.value).toMatchObject({ startTime: 2, endTime: 6 });
    expect(passages.repeatStart.value).toBeUndefined();
    await pass(0.3);
    expect(engine.currentTime).toBeLessThan(3);
    await pass(4);
    expect(engine.currentTime).toBeLessThan(4);
    passages.stopRepeating();
    await pass(4);
    expect(engine.currentTime).toBeGreaterThan(6);
  });

  test('an end before the beginning turns it around', async () => {
    await playAt(4.5);
    passages.repeatFromHere();
    playback.seek(0.5);
    await pass(0.2);
    passages.repeatToHere();
    expect(passages.repeating.value).toMatchObject({ startTime: 0, endTime: 6 });
  });

  test('is forgotten by choice, and means nothing in another module', async () => {
    await playAt(2.5);
    passages.repeatFromHere();
    passages.forgetStart();
    passages.repeatToHere();
    expect(passages.repeating.value).toBeUndefined();
    passages.repeatFromHere();
    playback.open('r', 'b');
    expect(passages.repeatStart.value).toBeUndefined();
  });
});

describe('slower once', () => {
  test('until the end of the sentence, then the speed of before; it is not remembered', async () => {
    playback.open('r', 'a');
    playback.setRate(1.4);
    await playAt(3);
    passages.slowSentence();
    await pass(0.3);
    expect(engine.rate).toBe(0.8);
    await pass(1.5);
    expect(engine.rate).toBe(0.8);
    await pass(1.2);
    expect(engine.currentTime).toBeGreaterThan(4);
    expect(engine.rate).toBe(1.4);
    expect(playback.rate.value).toBe(1.4);
    expect(savedRates).toEqual([1.4]);
  });

  test('asked twice it still ends at the speed of before', async () => {
    await playAt(2.5);
    passages.slowSentence();
    await pass(0.5);
    passages.slowSentence();
    await pass(3.2);
    expect(engine.rate).toBe(1);
  });

  test('a jump elsewhere ends it', async () => {
    await playAt(3);
    passages.slowSentence();
    await pass(0.5);
    playback.seek(8);
    await pass(0.1);
    expect(engine.rate).toBe(1);
  });

  test('another speed that is chosen meanwhile stays', async () => {
    await playAt(3);
    passages.slowSentence();
    await pass(0.5);
    playback.setRate(2);
    await pass(3);
    expect(engine.rate).toBe(2);
  });

  test('a speed that is lower already stays', async () => {
    playback.open('r', 'a');
    playback.setRate(0.6);
    await playAt(3);
    passages.slowSentence();
    await pass(0.5);
    expect(engine.rate).toBe(0.6);
  });

  test('another module plays at the speed of before', async () => {
    await playAt(3);
    passages.slowSentence();
    await pass(0.3);
    await playback.playModule('r', 'b');
    await pass(0.5);
    expect(engine.rate).toBe(1);
  });
});

describe('a passage again and again', () => {
  test('from the first sentence to the last, whatever their order', async () => {
    await playAt(8);
    passages.repeatSentences(['s3', 's2']);
    for (let round = 0; round < 3; round += 1) {
      await pass(3.5);
      expect(engine.currentTime).toBeGreaterThanOrEqual(2);
      expect(engine.currentTime).toBeLessThan(6.5);
    }
    expect(passages.repeating.value).toMatchObject({ startTime: 2, endTime: 6 });
  });

  test('stopping it plays on', async () => {
    await playAt(3);
    passages.repeatSentences(['s1']);
    await pass(1);
    passages.stopRepeating();
    await pass(2.5);
    expect(engine.currentTime).toBeGreaterThan(2.5);
  });

  test('a pause keeps it, a jump elsewhere ends it', async () => {
    await playAt(3);
    passages.repeatSentences(['s1']);
    await pass(0.5);
    playback.pause();
    await pass(1);
    expect(passages.repeating.value).toBeDefined();
    await playback.play();
    await pass(2.5);
    expect(engine.currentTime).toBeLessThan(2.5);
    playback.seek(7);
    await pass(0.5);
    expect(passages.repeating.value).toBeUndefined();
    expect(engine.currentTime).toBeGreaterThan(7);
  });

  test('sentences that are not there change nothing', async () => {
    await playAt(3);
    passages.repeatSentences(['s99']);
    expect(passages.repeating.value).toBeUndefined();
  });
});

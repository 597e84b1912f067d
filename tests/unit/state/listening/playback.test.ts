import { beforeEach, describe, expect, test } from 'vitest';
import type { Progress } from '../../../../src/model/progress.ts';
import type { Sound } from '../../../../src/model/sound.ts';
import { ContentModel } from '../../../../src/state/content.ts';
import { PlaybackModel, type PlaybackState } from '../../../../src/state/listening/playback.ts';
import type { PlaybackDeps } from '../../../../src/state/listening/playback-deps.ts';
import { ProgressModel } from '../../../../src/state/listening/progress.ts';
import { FakeEngine, type FakeSound } from '../../../contract/fake-engine.ts';
import { catalogOf, moduleOf, summaryOf } from '../../../fixtures/learning-route.ts';

const modules = [summaryOf('a'), summaryOf('b'), summaryOf('stil', {})];
delete modules[2]?.audio;
modules.push(summaryOf('c'));

let engine: FakeEngine;
let playback: PlaybackState;
let moved: number[];
let stored: Progress[];

function start(deps: Partial<PlaybackDeps> = {}, sounds: [string, FakeSound][] = []): void {
  engine = new FakeEngine(
    new Map<string, FakeSound>([
      ['/media/r/a.mp3', { duration: 10 }],
      ['/media/r/b.mp3', { duration: 10 }],
      ['/media/r/c.mp3', { duration: 10 }],
      ...sounds,
    ]),
  );
  moved = [];
  const content = new ContentModel({
    base: '/',
    catalog: catalogOf(modules),
    modules: modules.map(({ id }) => moduleOf(id)),
  });
  const progress = new ProgressModel({ save: async () => undefined, now: () => 0 });
  progress.fill(stored);
  playback = new PlaybackModel({
    content,
    progress,
    createEngine: async () => engine,
    chooseUrl: ({ audio }) => ({ url: `/${audio?.url}` }),
    keeper: {
      begin: () => undefined,
      onFact: () => undefined,
      onFactBetween: () => undefined,
      moveTo: (to) => moved.push(to),
    },
    chooseNext: ({ summary }) => nextOf(summary),
    rateOf: () => 1,
    saveRate: () => undefined,
    ...deps,
  });
}

function nextOf(summary: Sound): Sound | undefined {
  return modules
    .slice(modules.findIndex(({ id }) => id === summary.id) + 1)
    .find(({ audio }) => audio);
}

beforeEach(() => {
  stored = [];
  start();
});

describe('playing', () => {
  test('who begins to watch later is told that it plays', async () => {
    const told: string[] = [];
    playback.watch(({ kind }) => told.push(`early ${kind}`));
    await playback.playModule('r', 'a');
    engine.advance(0.2);
    playback.watch(({ kind }) => told.push(`late ${kind}`));
    expect(told.filter((kind) => kind.endsWith('playing'))).toEqual([
      'early playing',
      'late playing',
    ]);
  });

  test('the button changes on the fact, not on the wish', async () => {
    await playback.playModule('r', 'a');
    expect(playback.status.value).toBe('loading');
    expect(playback.isPlaying.value).toBe(false);
    engine.advance(0.5);
    expect(playback.isPlaying.value).toBe(true);
    playback.pause();
    expect(playback.isPlaying.value).toBe(true);
    engine.advance(0.1);
    expect(playback.status.value).toBe('paused');
  });

  test('goes on at the stored position, and a link beats it', async () => {
    stored = [{ key: 'r/a', position: 4, duration: 10, heard: [], updatedAt: 1 }];
    start();
    playback.open('r', 'a');
    expect(playback.currentTime.value).toBe(4);
    playback.open('r', 'a', 7);
    expect(playback.currentTime.value).toBe(7);
    await playback.play();
    expect(engine.source?.startTime).toBe(7);
  });

  test('a position chosen before the first play is kept without an engine', () => {
    playback.open('r', 'a');
    playback.seek(3);
    expect(moved).toEqual([3]);
    expect(playback.currentTime.value).toBe(3);
  });

  test('seeks stay within the sound', () => {
    playback.open('r', 'a');
    playback.seek(99);
    expect(playback.currentTime.value).toBe(10);
    playback.seek(-3);
    expect(playback.currentTime.value).toBe(0);
  });

  test('playing after the end starts over', async () => {
    start({ chooseNext: () => undefined });
    await playback.playModule('r', 'a', 9);
    engine.advance(3);
    expect(playback.status.value).toBe('ended');
    await playback.play();
    engine.advance(0.5);
    expect(playback.currentTime.value).toBeLessThan(1);
    expect(playback.isPlaying.value).toBe(true);
  });

  test('a pause during loading wins from the play before it', async () => {
    const playing = playback.playModule('r', 'a');
    playback.pause();
    await playing;
    engine.advance(1);
    expect(engine.playRequests).toBe(0);
    expect(playback.status.value).toBe('paused');
  });

  test('the speed goes in tenths and stays between half and three', () => {
    playback.setRate(1.26);
    expect(playback.rate.value).toBe(1.3);
    playback.setRate(9);
    expect(playback.rate.value).toBe(3);
    playback.setRate(0.1);
    expect(playback.rate.value).toBe(0.5);
  });

  test('modules without sound are no neighbours', () => {
    playback.open('r', 'b');
    expect(playback.neighbours.value.previous?.id).toBe('a');
    expect(playback.neighbours.value.next?.id).toBe('c');
  });
});

test('closed, it is silent and takes nothing in any more', async () => {
  await playback.playModule('r', 'a');
  engine.advance(1);
  playback.close();
  expect(engine.paused).toBe(true);
  expect(playback.loaded.value).toBeUndefined();
  const asked = engine.playRequests;
  playback.toggle();
  playback.open('r', 'b');
  await playback.playModule('r', 'b');
  expect(engine.playRequests).toBe(asked);
  expect(playback.loaded.value).toBeUndefined();
  expect(playback.isPlaying.value).toBe(false);
});

test('closed while the engine is on its way, it never sounds', async () => {
  const playing = playback.playModule('r', 'a');
  playback.close();
  await playing;
  engine.advance(1);
  expect(engine.playRequests).toBe(0);
});

describe('failing', () => {
  test('an engine that cannot be fetched is said, and tried again at the next wish', async () => {
    let tries = 0;
    start({
      createEngine: async () => {
        tries += 1;
        if (tries === 1) throw new Error('offline');
        return engine;
      },
    });
    await playback.playModule('r', 'a');
    expect(playback.status.value).toBe('failed');
    expect(playback.failure.value).toBe('network');
    await playback.play();
    engine.advance(0.5);
    expect(playback.isPlaying.value).toBe(true);
  });

  test('a damaged download goes on from the network at the same second', async () => {
    start({ chooseUrl: ({ audio }) => ({ url: '/_audio/x', fallback: `/${audio?.url}` }) }, [
      ['/_audio/x', { duration: 10 }],
    ]);
    await playback.playModule('r', 'a', 5);
    engine.advance(1);
    engine.failNow('decode');
    expect(engine.source?.url).toBe('/media/r/a.mp3');
    expect(engine.source?.startTime).toBeCloseTo(playback.currentTime.value, 5);
    engine.advance(0.5);
    expect(playback.isPlaying.value).toBe(true);
    expect(playback.failure.value).toBeUndefined();
  });

  test.each([
    ['network', 'network', 'the connection fell away, and the device has only a part'],
    ['not-found', 'not-found', 'gone from the website, and the device has only a part'],
  ] as const)('%s, then nothing on the device either: %s (%s)', async (first, told, _why) => {
    start({ chooseUrl: ({ audio }) => ({ url: `/${audio?.url}`, fallback: '/_audio/x' }) }, [
      ['/_audio/x', { duration: 10 }],
    ]);
    await playback.playModule('r', 'a', 5);
    engine.failNow(first);
    expect(engine.source?.url).toBe('/_audio/x');
    engine.failNow('not-found');
    expect(playback.failure.value).toBe(told);
  });

  test('what is not on the device is not gone from the website', async () => {
    start({ chooseUrl: () => ({ url: '/_audio/x' }) }, [['/_audio/x', { duration: 10 }]]);
    await playback.playModule('r', 'a');
    engine.failNow('not-found');
    expect(playback.failure.value).toBe('network');
  });

  test('a refused play leaves a play button', async () => {
    engine.refuseNextPlay();
    await playback.playModule('r', 'a');
    engine.advance(1);
    expect(playback.status.value).toBe('paused');
    expect(playback.failure.value).toBe('not-allowed');
    expect(engine.playRequests).toBe(1);
  });
});

/** The sound is on its way while the finger goes down, and nobody notices until it comes up. */
import { beforeEach, expect, test } from 'vitest';
import type { Progress } from '../../../src/model/progress.ts';
import type { EngineEvent } from '../../../src/player/audio-engine.ts';
import { ContentModel } from '../../../src/state/content.ts';
import { PlaybackModel, type PlaybackState } from '../../../src/state/listening/playback.ts';
import { ProgressModel, type ProgressState } from '../../../src/state/listening/progress.ts';
import { FakeEngine, type FakeSound } from '../../contract/fake-engine.ts';
import { catalogOf, moduleOf, summaryOf } from '../../fixtures/learning-route.ts';

const PLACE: Progress = { key: 'r/a', position: 4, duration: 10, heard: [], updatedAt: 1 };

let engine: FakeEngine;
let playback: PlaybackState;
let progress: ProgressState;
let kept: EngineEvent['kind'][];
let loads: number;

function start(sound: FakeSound): void {
  engine = new FakeEngine(new Map([['/media/r/a.mp3', sound]]));
  kept = [];
  loads = 0;
  const { load } = engine;
  engine.load = (source) => {
    loads += 1;
    load.call(engine, source);
  };
  progress = new ProgressModel({ save: async () => undefined, now: () => 0 });
  playback = new PlaybackModel({
    content: new ContentModel({
      base: '/',
      catalog: catalogOf([summaryOf('a')]),
      modules: [moduleOf('a')],
    }),
    progress,
    createEngine: async () => engine,
    chooseUrl: ({ audio }) => ({ url: `/${audio?.url}` }),
    keeper: {
      begin: () => undefined,
      onFact: ({ kind }) => kept.push(kind),
      onFactBetween: () => undefined,
      moveTo: () => undefined,
    },
    rateOf: () => 1,
    saveRate: () => undefined,
  });
}

/** Of the engine, which is imported at the first need. */
function codeToArrive(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Opens the page; the storage is read, and a finger goes down on the play button. */
async function open(): Promise<void> {
  playback.open('r', 'a');
  progress.fill([PLACE]);
  playback.restorePosition();
  playback.prepare(true);
  await codeToArrive();
  engine.advance(1);
}

beforeEach(() => start({ duration: 10 }));

test('before the storage was read nothing is loaded: the place is not known yet', async () => {
  playback.open('r', 'a');
  playback.prepare(true);
  await codeToArrive();
  expect(loads).toBe(0);
});

test('then it is loaded at the stored place, silently, and nothing is written of it', async () => {
  await open();
  expect(loads).toBe(1);
  expect(engine.source).toMatchObject({ url: '/media/r/a.mp3', startTime: 4, duration: 10 });
  expect(engine.playRequests).toBe(0);
  expect(playback.status.value).toBe('paused');
  expect(kept.filter((kind) => kind === 'timeupdate' || kind === 'seeked')).toEqual([]);
});

test('a sound that was loaded before the storage was read moves to the stored place', async () => {
  playback.open('r', 'a');
  playback.warm(true);
  await codeToArrive();
  engine.advance(1);
  expect(engine.source).toMatchObject({ startTime: 0 });
  progress.fill([PLACE]);
  playback.restorePosition();
  engine.advance(0.2);
  expect(playback.currentTime.value).toBe(4);
  expect(engine.currentTime).toBe(4);
  await playback.play();
  engine.advance(1);
  expect(loads).toBe(1);
  expect(playback.currentTime.value).toBeGreaterThan(4);
});

test('play that was asked for before the storage was read starts at the stored place', async () => {
  playback.open('r', 'a');
  const playing = playback.play();
  progress.fill([PLACE]);
  playback.restorePosition();
  await playing;
  engine.advance(1);
  expect(loads).toBe(1);
  expect(engine.source).toMatchObject({ startTime: 4 });
  expect(playback.currentTime.value).toBeGreaterThan(4);
});

test('play takes what is there', async () => {
  await open();
  await playback.play();
  engine.advance(1);
  expect(loads).toBe(1);
  expect(playback.isPlaying.value).toBe(true);
  expect(playback.currentTime.value).toBeGreaterThan(4);
});

test('another place before the first sound is reached, and kept', async () => {
  await open();
  playback.seek(7);
  engine.advance(0.2);
  expect(kept).toContain('seeked');
  await playback.play();
  engine.advance(0.5);
  expect(loads).toBe(1);
  expect(playback.currentTime.value).toBeGreaterThan(7);
});

test('a failure is told when the sound is asked for, not before', async () => {
  start({ failure: 'not-found' });
  await open();
  expect(playback.status.value).toBe('paused');
  expect(playback.failure.value).toBeUndefined();
  await playback.play();
  engine.advance(1);
  expect(loads).toBe(2);
  expect(playback.status.value).toBe('failed');
  expect(playback.failure.value).toBe('not-found');
  expect(playback.currentTime.value).toBe(4);
});

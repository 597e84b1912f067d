/** Damaged pieces: looked for once when it plays, fetched again, and passed over where that does not succeed. */
import { beforeEach, expect, test } from 'vitest';
import type { DownloadState } from '../../../../src/model/download.ts';
import { PIECE_SIZE } from '../../../../src/model/learning-module.ts';
import { DamageModel } from '../../../../src/state/offline/damage.ts';
import { DownloadsModel } from '../../../../src/state/offline/downloads.ts';
import { audioOf, summaryOf } from '../../../fixtures/learning-route.ts';
import { createListeningApp } from '../../../fixtures/listening-app.ts';

const READY: DownloadState = { kind: 'ready', size: 1, verifiedAt: 1 };
const QUEUED: DownloadState = { kind: 'queued', bytes: 0, total: 1 };
const FAILED: DownloadState = { kind: 'failed', code: 'damaged', bytes: 0, total: 1 };
/** Four pieces of ten seconds each. */
const summary = summaryOf('a', { audio: { ...audioOf('a', 40), size: 4 * PIECE_SIZE } });

let isOnline: boolean;
let damaged: number[];
let checks: boolean[];

beforeEach(() => {
  isOnline = true;
  damaged = [];
  checks = [];
});

function setUp() {
  const app = createListeningApp([summary]);
  const downloads = new DownloadsModel();
  let tell: (states: ReadonlyMap<string, DownloadState>) => void = () => undefined;
  downloads.attach({
    states: new Map([['a', READY]]),
    onChange: (listener: typeof tell) => {
      tell = listener;
      return () => undefined;
    },
  } as never);
  const setState = (state: DownloadState) => tell(new Map([['a', state]]));
  const damage = new DamageModel({
    playback: app.playback,
    downloads,
    isOnline: () => isOnline,
    check: async (_moduleId, isRepairing) => {
      checks.push(isRepairing);
      // As the queue does: it takes the proof away before it answers.
      if (damaged.length > 0) setState(isRepairing ? QUEUED : FAILED);
      return damaged;
    },
  });
  setState(READY);
  return { ...app, damage, setState };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('what is right is checked once, at the first sound', async () => {
  const { playback, damage, advance } = setUp();
  await playback.playModule('r', 'a');
  await advance(1);
  playback.pause();
  await playback.play();
  await advance(1);
  expect(checks).toEqual([true]);
  expect(damage.found.value).toBeUndefined();
});

test('what is not downloaded is not looked at', async () => {
  const { playback, advance, setState } = setUp();
  setState({ kind: 'paused', bytes: 0, total: 1 });
  await playback.playModule('r', 'a');
  await advance(1);
  expect(checks).toEqual([]);
});

test('with a connection it is mended, and what is still to be heard comes from the new pieces', async () => {
  const { playback, damage, advance, setState } = setUp();
  damaged = [2];
  await playback.playModule('r', 'a');
  await advance(1);
  await settled();
  expect(damage.found.value).toEqual({
    hash: 'hash-a',
    ranges: [{ startTime: 20, endTime: 30 }],
    kind: 'mending',
  });
  damaged = [];
  setState({ ...QUEUED, kind: 'downloading' });
  setState(READY);
  await settled();
  await advance(1);
  expect(damage.found.value?.kind).toBe('mended');
  expect(playback.isPlaying.value).toBe(true);
  expect(playback.currentTime.value).toBeGreaterThan(1);
  expect(playback.currentTime.value).toBeLessThan(5);
});

test('without one the damaged seconds are passed over, and that is told', async () => {
  const { playback, damage, advance } = setUp();
  isOnline = false;
  damaged = [1];
  await playback.playModule('r', 'a');
  await advance(1);
  await settled();
  expect(checks).toEqual([false]);
  expect(damage.found.value?.kind).toBe('skipped');
  playback.seek(9.5);
  await advance(1);
  expect(playback.currentTime.value).toBeGreaterThan(20);
  expect(playback.currentTime.value).toBeLessThan(22);
  expect(playback.isPlaying.value).toBe(true);
});

test('a damaged end is not jumped to: there is nothing behind it', async () => {
  const { playback, advance } = setUp();
  isOnline = false;
  damaged = [3];
  await playback.playModule('r', 'a');
  await advance(1);
  await settled();
  playback.seek(29.8);
  await advance(1);
  expect(playback.currentTime.value).toBeLessThan(32);
});

test('what could not be fetched again is passed over from then on, and looked at again later', async () => {
  const { playback, damage, advance, setState } = setUp();
  damaged = [0];
  await playback.playModule('r', 'a');
  await advance(1);
  await settled();
  expect(damage.found.value?.kind).toBe('mending');
  expect(playback.currentTime.value).toBeLessThan(5);
  setState({ ...FAILED, code: 'network', isPlayable: true });
  await settled();
  await advance(1);
  expect(damage.found.value?.kind).toBe('skipped');
  expect(playback.currentTime.value).toBeGreaterThan(10);
  expect(playback.isPlaying.value).toBe(true);
  // The next start knows no more than that it failed.
  const next = setUp();
  next.setState({ ...FAILED, code: 'network', isPlayable: true });
  await next.playback.playModule('r', 'a');
  await next.advance(1);
  expect(next.damage.found.value?.kind).toBe('mending');
});

test('damage with nothing behind it is heard, and that is told', async () => {
  const { playback, damage, advance } = setUp();
  isOnline = false;
  damaged = [3];
  await playback.playModule('r', 'a');
  await advance(1);
  await settled();
  expect(damage.found.value?.kind).toBe('played');
});

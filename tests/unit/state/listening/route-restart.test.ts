import { beforeEach, expect, test } from 'vitest';
import type { Progress } from '../../../../src/model/progress.ts';
import {
  RouteRestartModel,
  type RouteRestartState,
} from '../../../../src/state/listening/route-restart.ts';
import { audioOf, summaryOf } from '../../../fixtures/learning-route.ts';
import { createListeningApp } from '../../../fixtures/listening-app.ts';

const modules = ['a', 'b'].map((id) => summaryOf(id, { audio: audioOf(id, 10) }));

let app: ReturnType<typeof createListeningApp>;
let disk: Progress[];
let told: Progress[];
let restart: RouteRestartState;
let isRefused: boolean;

beforeEach(() => {
  disk = [
    heard('r/a', 10, { completed: { at: 3, how: 'heard' }, position: 10 }),
    heard('r/b', 4, { position: 4 }),
    heard('ander/a', 7, { position: 7 }),
  ];
  told = [];
  isRefused = false;
  app = createListeningApp(modules, disk);
  restart = new RouteRestartModel({
    ...app,
    async change(rule) {
      if (isRefused) throw new Error('refused');
      return disk.map(rule).filter((record) => record !== undefined);
    },
    tell: (records) => told.push(...records),
    now: () => 5000,
  });
});

function heard(key: string, endTime: number, more: Partial<Progress> = {}): Progress {
  return {
    key,
    position: 0,
    duration: 10,
    heard: [{ startTime: 0, endTime }],
    updatedAt: 9,
    ...more,
  };
}

const completed = (key: string) => app.progress.all.value.get(key)?.completed;

test('a module that is not finished after all stays open while it is heard again', async () => {
  await restart.reopen('r', 'a');
  expect(completed('r/a')).toBeUndefined();
  expect(told.map(({ key }) => key)).toEqual(['r/a']);
  await app.playback.playModule('r', 'a');
  await app.advance(3);
  expect(completed('r/a')).toBeUndefined();
});

test('heard to the end once more, it is finished again', async () => {
  await restart.reopen('r', 'a');
  await app.playback.playModule('r', 'a');
  await app.advance(11);
  expect(completed('r/a')?.how).toBe('heard');
});

test('it may be opened while it plays: the sound goes on, and only what is new counts', async () => {
  await app.playback.playModule('r', 'a');
  await app.advance(3);
  await restart.reopen('r', 'a');
  await app.advance(2);
  expect(app.playback.isPlaying.value).toBe(true);
  expect(completed('r/a')).toBeUndefined();
  expect(app.progress.all.value.get('r/a')?.heard[0]?.startTime).toBeGreaterThan(2.5);
});

test('starting over forgets the places of this route only, and silences it', async () => {
  await app.playback.playModule('r', 'b');
  await app.advance(2);
  await restart.restart('r');
  await app.advance(0.5);
  expect(restart.outcome.value).toBe('done');
  expect(app.playback.isPlaying.value).toBe(false);
  expect(app.playback.currentTime.value).toBe(0);
  expect(app.progress.all.value.get('r/a')).toMatchObject({ position: 0, heard: [] });
  expect(app.progress.all.value.get('r/b')).toMatchObject({ position: 0, heard: [] });
  expect(app.progress.all.value.get('ander/a')?.position).toBe(7);
  await app.playback.play();
  await app.advance(1);
  expect(app.progress.all.value.get('r/b')?.heard[0]?.startTime).toBe(0);
});

test('a storage that refuses leaves everything as it was, and that is said', async () => {
  isRefused = true;
  await restart.restart('r');
  expect(restart.outcome.value).toBe('failed');
  expect(completed('r/a')).toBeDefined();
  await restart.reopen('r', 'a');
  expect(completed('r/a')).toBeDefined();
});

import { beforeEach, expect, test } from 'vitest';
import { missedPassages } from '../../../../src/model/missed-passage.ts';
import { MissedRunModel, type MissedRunState } from '../../../../src/state/listening/missed-run.ts';
import { audioOf, summaryOf } from '../../../fixtures/learning-route.ts';
import { createListeningApp } from '../../../fixtures/listening-app.ts';

const modules = [summaryOf('a', { audio: audioOf('a', 300) }), summaryOf('b')];

let app: ReturnType<typeof createListeningApp>;
let missed: MissedRunState;
let times: number[];

function start(heard: [number, number][]): void {
  app = createListeningApp(modules, [
    {
      key: 'r/a',
      position: 40,
      duration: 300,
      heard: heard.map(([startTime, endTime]) => ({ startTime, endTime })),
      audioHash: 'hash-a',
      updatedAt: 1,
    },
  ]);
  missed = new MissedRunModel(app);
  times = [];
  app.playback.watch((event) => {
    if (event.kind === 'timeupdate') times.push(event.currentTime);
  });
}

beforeEach(() =>
  start([
    [0, 10],
    [14, 200],
    [203, 300],
  ]),
);

test('plays only the gaps, in order, and pauses after the last', async () => {
  missed.begin('r', 'a', 300);
  await app.advance(2);
  expect(missed.step.value).toEqual({ index: 1, total: 2 });
  await app.advance(3.5);
  expect(missed.step.value).toEqual({ index: 2, total: 2 });
  await app.advance(5);
  expect(app.playback.status.value).toBe('paused');
  expect(missed.step.value).toBeUndefined();
  expect(missed.isDone.value).toBe(true);
  for (const time of times) {
    const isInGap = (time >= 10 && time < 14.6) || (time >= 200 && time < 203.6);
    expect(isInGap, `${time}`).toBe(true);
  }
  expect(missedPassages(app.progress.all.value.get('r/a')?.heard ?? [], 300)).toEqual([]);
});

test('a gap at the end of the sound ends there: nothing follows', async () => {
  start([[0, 297]]);
  missed.begin('r', 'a', 300);
  await app.advance(5);
  expect(app.playback.status.value).toBe('ended');
  expect(app.playback.upNext.value).toBeUndefined();
  expect(missed.isDone.value).toBe(true);
});

test('a pause in between changes nothing', async () => {
  missed.begin('r', 'a', 300);
  await app.advance(2);
  app.playback.pause();
  await app.advance(3);
  await app.playback.play();
  await app.advance(4);
  expect(missed.step.value).toEqual({ index: 2, total: 2 });
});

test('who goes elsewhere is left alone', async () => {
  missed.begin('r', 'a', 300);
  await app.advance(1);
  app.playback.seek(120);
  await app.advance(90);
  expect(missed.step.value).toBeUndefined();
  expect(app.playback.isPlaying.value).toBe(true);
});

test('another module ends it', async () => {
  missed.begin('r', 'a', 300);
  await app.advance(1);
  await app.playback.playModule('r', 'b');
  await app.advance(1);
  expect(missed.step.value).toBeUndefined();
});

test('nothing missed plays nothing', async () => {
  start([[0, 300]]);
  missed.begin('r', 'a', 300);
  await app.advance(1);
  expect(app.playback.loaded.value).toBeUndefined();
});

import { beforeEach, expect, test } from 'vitest';
import { summaryOf } from '../../../fixtures/learning-route.ts';
import { BETWEEN, createListeningApp } from '../../../fixtures/listening-app.ts';

let app: ReturnType<typeof createListeningApp>;

beforeEach(async () => {
  const silent = summaryOf('stil');
  delete silent.audio;
  app = createListeningApp([summaryOf('a'), summaryOf('b'), silent, summaryOf('c')]);
});

/** What listens to the engine from here on hears a fact after the player did. */
async function engineIsThere(): Promise<void> {
  await app.playback.playModule('r', 'a', 9);
}

/** Module `a` ended, and half of the pause after it went by. */
async function hearPause(): Promise<void> {
  await app.playback.playModule('r', 'a', 9);
  await app.advance(1.1 + BETWEEN / 2);
  expect(app.playback.upNext.value?.id).toBe('b');
}

test('after the pause between two modules the next one plays, asked for inside `ended`', async () => {
  const sources: (string | undefined)[] = [];
  await engineIsThere();
  app.engine.onEvent(({ kind }) => kind === 'ended' && sources.push(app.engine.source?.url));
  await hearPause();
  expect(app.playback.isPlaying.value).toBe(true);
  await app.advance(BETWEEN);
  expect(sources).toEqual(['/tussen.mp3', '/media/r/b.mp3']);
  expect(app.playback.loaded.value?.summary.id).toBe('b');
  expect(app.playback.upNext.value).toBeUndefined();
  expect(app.playback.isPlaying.value).toBe(true);
});

test('the pause is no place in the module that ended', async () => {
  await hearPause();
  expect(app.playback.exactTime()).toBeUndefined();
  expect(app.playback.currentTime.value).toBe(10);
  expect(app.progress.all.value.get('r/a')?.position).toBe(10);
});

test('a pause between two modules stops there, and play goes on with the next one', async () => {
  await hearPause();
  app.playback.pause();
  await app.advance(BETWEEN * 2);
  expect(app.playback.loaded.value?.summary.id).toBe('a');
  expect(app.playback.upNext.value).toBeUndefined();
  expect(app.playback.status.value).toBe('ended');

  await app.playback.play();
  await app.advance(0.3);
  expect(app.playback.loaded.value?.summary.id).toBe('b');
  expect(app.playback.isPlaying.value).toBe(true);
});

test('play is no wish for the module that ended while the pause sounds', async () => {
  await hearPause();
  await app.playback.play();
  await app.advance(0.2);
  expect(app.engine.source?.url).toBe('/tussen.mp3');
  expect(app.playback.isPlaying.value).toBe(true);
  await app.advance(BETWEEN);
  expect(app.playback.loaded.value?.summary.id).toBe('b');
});

test('play before the pause sounds is for the next one', async () => {
  await engineIsThere();
  app.engine.onEvent(({ kind }) => {
    if (app.playback.upNext.value && kind === 'ended') void app.playback.play();
  });
  await app.advance(1.3);
  expect(app.playback.loaded.value?.summary.id).toBe('b');
});

test('a pause that was refused waits for a tap, which plays the next one', async () => {
  app.engine.onEvent(({ kind }) => kind === 'ended' && app.engine.refuseNextPlay());
  await app.playback.playModule('r', 'a', 9);
  await app.advance(1.3);
  expect(app.playback.status.value).toBe('ended');
  expect(app.playback.upNext.value).toBeUndefined();
  await app.playback.play();
  expect(app.playback.loaded.value?.summary.id).toBe('b');
});

test('a step back from the pause plays the end of the module again', async () => {
  await hearPause();
  app.playback.skip(-4);
  await app.advance(0.4);
  expect(app.playback.loaded.value?.summary.id).toBe('a');
  expect(app.playback.isPlaying.value).toBe(true);
  expect(app.playback.currentTime.value).toBeGreaterThan(6);
  expect(app.playback.currentTime.value).toBeLessThan(7);
});

test('after the pause was stopped, another place counts and not the next module', async () => {
  await hearPause();
  app.playback.pause();
  await app.advance(0.2);
  app.playback.seek(3);
  await app.playback.play();
  await app.advance(0.3);
  expect(app.playback.loaded.value?.summary.id).toBe('a');
  expect(app.playback.currentTime.value).toBeLessThan(4);
});

test('a step on from the pause goes to the next one', async () => {
  await hearPause();
  app.playback.skip(30);
  expect(app.playback.loaded.value?.summary.id).toBe('b');
  expect(app.playback.currentTime.value).toBe(0);
});

test('a pause that cannot be played is skipped', async () => {
  await engineIsThere();
  app.engine.onEvent(({ kind }) => kind === 'ended' && app.engine.failNow('not-found'));
  await app.advance(1.3);
  expect(app.playback.loaded.value?.summary.id).toBe('b');
});

test('without a next module it ends', async () => {
  await app.playback.playModule('r', 'c', 9);
  await app.advance(3);
  expect(app.playback.status.value).toBe('ended');
  expect(app.playback.loaded.value?.summary.id).toBe('c');
});

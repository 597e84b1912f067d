import { beforeEach, describe, expect, test } from 'vitest';
import type { Progress } from '../../../../src/model/progress.ts';
import { forgotten } from '../../../../src/model/start-over.ts';
import { TabTurnModel } from '../../../../src/state/listening/tab-turn.ts';
import { FakeChannel, FakeLock } from '../../../fixtures/fake-tabs.ts';
import { audioOf, summaryOf } from '../../../fixtures/learning-route.ts';
import { createListeningApp } from '../../../fixtures/listening-app.ts';

const modules = ['a', 'b'].map((id) => summaryOf(id, { audio: audioOf(id, 100) }));

let lock: FakeLock | undefined;
let channel: FakeChannel;
let disk: Progress[];

beforeEach(() => {
  lock = new FakeLock();
  channel = new FakeChannel();
  disk = [];
});

function openTab() {
  const app = createListeningApp(modules);
  let show: () => void = () => undefined;
  const turn = new TabTurnModel({
    ...app,
    locks: lock,
    channel: channel.join(),
    loadProgress: async () => disk,
    onVisible: (listener) => {
      show = listener;
    },
    clock: () => app.clock.now,
  });
  return { ...app, turn, show: () => show() };
}

/** Lets locks and messages find their way. */
async function settle(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await Promise.resolve();
}

for (const kind of ['with locks', 'without locks'] as const) {
  describe(`two tabs, ${kind}`, () => {
    beforeEach(() => {
      if (kind === 'without locks') lock = undefined;
    });

    test('play in one pauses the other, which says so', async () => {
      const [one, two] = [openTab(), openTab()];
      await one.playback.playModule('r', 'a');
      await one.advance(3);
      await two.playback.playModule('r', 'b');
      await settle();
      await one.advance(0.2);
      await two.advance(1);
      expect(one.playback.isPlaying.value).toBe(false);
      expect(one.turn.elsewhere.value).toEqual({ routeId: 'r', moduleId: 'b' });
      expect(two.playback.isPlaying.value).toBe(true);
      expect(two.turn.elsewhere.value).toBeUndefined();
    });

    test('a tab that is opened meanwhile says so too', async () => {
      const one = openTab();
      await one.playback.playModule('r', 'a');
      await one.advance(1);
      const two = openTab();
      await settle();
      expect(two.turn.elsewhere.value).toEqual({ routeId: 'r', moduleId: 'a' });
    });

    test('"Hier verder" goes on with the same module at the same second, and the other pauses', async () => {
      const [one, two] = [openTab(), openTab()];
      await one.playback.playModule('r', 'a', 30);
      await one.advance(5);
      two.playback.open('r', 'b');
      await settle();
      two.turn.takeOver();
      await settle();
      const there = one.playback.exactTime() ?? 0;
      await one.advance(0.2);
      await two.advance(0.5);
      expect(one.playback.isPlaying.value).toBe(false);
      expect(two.playback.loaded.value?.summary.id).toBe('a');
      expect(two.playback.isPlaying.value).toBe(true);
      expect(two.playback.currentTime.value).toBeGreaterThan(there - 0.5);
      expect(two.playback.currentTime.value).toBeLessThan(there + 1.5);
    });

    test('a pause in the one takes the words away in the other, and its place moves along', async () => {
      const [one, two] = [openTab(), openTab()];
      two.playback.open('r', 'a');
      await one.playback.playModule('r', 'a', 40);
      await one.advance(2);
      expect(two.turn.elsewhere.value).toBeDefined();
      one.playback.pause();
      await one.advance(0.2);
      await settle();
      expect(two.turn.elsewhere.value).toBeUndefined();
      expect(two.playback.currentTime.value).toBeGreaterThan(41);
    });

    test('play back and forth always leaves one that plays', async () => {
      const [one, two] = [openTab(), openTab()];
      for (const [next, other] of [
        [one, two],
        [two, one],
        [one, two],
      ] as const) {
        await next.playback.playModule('r', 'a');
        await settle();
        await next.advance(1);
        await other.advance(0.2);
        await settle();
        expect(next.playback.isPlaying.value).toBe(true);
        expect(other.playback.isPlaying.value).toBe(false);
      }
    });
  });
}

test('the pause between two modules keeps the sound, and the next module is told', async () => {
  const [one, two] = [openTab(), openTab()];
  await one.playback.playModule('r', 'a', 97);
  await one.advance(3.4);
  expect(one.playback.upNext.value?.id).toBe('b');
  await settle();
  expect(two.turn.elsewhere.value).toEqual({ routeId: 'r', moduleId: 'a' });
  await one.advance(2);
  await settle();
  expect(two.turn.elsewhere.value).toEqual({ routeId: 'r', moduleId: 'b' });
});

test('a tab that comes back into sight takes in what was stored meanwhile, unless it plays', async () => {
  const tab = openTab();
  tab.playback.open('r', 'a');
  disk = [{ key: 'r/a', position: 55, duration: 100, heard: [], updatedAt: 9000 }];
  tab.show();
  await settle();
  expect(tab.playback.currentTime.value).toBe(55);
  await tab.playback.play();
  await tab.advance(1);
  disk = [{ key: 'r/a', position: 5, duration: 100, heard: [], updatedAt: 99_000 }];
  tab.show();
  await settle();
  expect(tab.playback.currentTime.value).toBeGreaterThan(55);
});

test('what one tab takes back counts in the other, also while that plays', async () => {
  const [one, two] = [openTab(), openTab()];
  await one.playback.playModule('r', 'a', 20);
  await one.advance(4);
  await settle();
  const record = forgotten(
    { key: 'r/a', position: 9, duration: 100, heard: [], updatedAt: 1 },
    2000,
  );
  two.turn.tell([record]);
  await settle();
  await one.advance(2);
  expect(one.playback.isPlaying.value).toBe(true);
  const after = one.progress.all.value.get('r/a');
  expect(after?.startedOverAt).toBe(2000);
  expect(after?.heard[0]?.startTime).toBeGreaterThan(23);
  expect(after?.position).toBeGreaterThan(24);
});

test('what other tabs send is checked', async () => {
  const tab = openTab();
  const stranger = channel.join();
  stranger.post({ kind: 'progress', records: [{ key: 'r/a', position: 'far' }, 3] });
  await settle();
  expect(tab.progress.all.value.size).toBe(0);
});

import { beforeEach, expect, test } from 'vitest';
import { JournalModel } from '../../../../src/state/listening/journal.ts';
import { TrailModel, type TrailState } from '../../../../src/state/listening/trail.ts';
import { audioOf, summaryOf } from '../../../fixtures/learning-route.ts';
import { createListeningApp } from '../../../fixtures/listening-app.ts';

const LENGTH = 100;
const modules = ['a', 'b', 'c'].map((id) => summaryOf(id, { audio: audioOf(id, LENGTH) }));

let app: ReturnType<typeof createListeningApp>;
let trail: TrailState;
let journal: InstanceType<typeof JournalModel>;

beforeEach(() => {
  app = createListeningApp(modules);
  journal = new JournalModel({
    store: { loadAll: async () => [], save: async () => undefined },
    now: () => app.clock.now,
    createId: () => crypto.randomUUID(),
  });
  trail = new TrailModel({
    playback: app.playback,
    journal,
    settings: { load: async () => ({}), save: async () => undefined },
    now: () => app.clock.now,
  });
  app.playback.watch((event, isBetween) => isBetween || trail.onFact(event));
  app.playback.attach({
    onJump: trail.onJump,
    onLeave: trail.onLeave,
    awaitStart: () => undefined,
    chooseStart: () => undefined,
    isLast: () => false,
  });
});

/** Hears module `a` until a place. */
async function hear(until: number): Promise<void> {
  await app.playback.playModule('r', 'a', until - 2);
  await app.advance(2.1);
}

test('another module that was asked for has a way back to the place that was left', async () => {
  await hear(60);
  await app.playback.playModule('r', 'b', 40);
  expect(trail.leftAt.value?.audioKey).toBe('r/a');
  expect(trail.leftAt.value?.time).toBeCloseTo(60, 0);
  expect(journal.entries.value[0]).toMatchObject({ audioKey: 'r/a', to: trail.leftAt.value?.time });
  await app.advance(19);
  expect(trail.leftAt.value).toBeDefined();
  await app.advance(2);
  expect(trail.leftAt.value).toBeUndefined();
});

test('several modules in a row are left from where that began, and back there nothing is offered', async () => {
  await hear(60);
  await app.playback.playModule('r', 'b', 50);
  await app.advance(1);
  await app.playback.playModule('r', 'c');
  await app.advance(1);
  expect(trail.leftAt.value?.audioKey).toBe('r/a');
  await app.playback.playModule('r', 'a', 60);
  await app.advance(0.5);
  expect(trail.leftAt.value).toBeUndefined();
});

test('a place near the start, or a module heard to its end, is not worth a way back', async () => {
  await hear(20);
  await app.playback.playModule('r', 'b');
  expect(trail.leftAt.value).toBeUndefined();
  await app.advance(4);

  app.playback.setChooser(() => undefined);
  await app.playback.playModule('r', 'a', LENGTH - 1);
  await app.advance(2);
  expect(app.playback.status.value).toBe('ended');
  await app.playback.playModule('r', 'b');
  expect(trail.leftAt.value).toBeUndefined();
});

test('what follows by itself is nothing to come back from', async () => {
  await hear(60);
  await app.playback.playModule('r', 'b', LENGTH - 2);
  await app.advance(1);
  expect(trail.leftAt.value?.audioKey).toBe('r/a');
  await app.advance(3);
  expect(app.playback.loaded.value?.summary.id).toBe('c');
  expect(trail.leftAt.value).toBeUndefined();
});

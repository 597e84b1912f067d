/** A place in a sound that was replaced: carried over once, kept before it is shown, and never over a newer one. */
import { beforeEach, expect, test } from 'vitest';
import type { LearningModule } from '../../../../src/model/learning-module.ts';
import type { Progress } from '../../../../src/model/progress.ts';
import { createCarriedPlaces } from '../../../../src/state/offline/carried-places.ts';
import { audioOf, moduleOf, summaryOf } from '../../../fixtures/learning-route.ts';
import { createListeningApp } from '../../../fixtures/listening-app.ts';

const KEY = 'r/a';

/** One sentence of ten seconds each. */
function spoken(...texts: string[]): LearningModule {
  const sentences = texts.map((text, index) => ({
    id: `s${index}`,
    content: [{ kind: 'text' as const, text }],
    startTime: index * 10,
    endTime: index * 10 + 10,
  }));
  return moduleOf('a', {
    audio: audioOf('a', texts.length * 10),
    chapters: [
      { id: 'een', title: 'Een', startTime: 0, blocks: [{ kind: 'paragraph', sentences }] },
    ],
  });
}

const before = spoken('Aap.', 'Noot.');
const after = spoken('Nieuw.', 'Aap.', 'Noot.');
const known: Progress = {
  key: KEY,
  position: 14,
  duration: 20,
  heard: [{ startTime: 0, endTime: 10 }],
  audioHash: 'hash-oud',
  updatedAt: 5,
};

let saved: Progress[];
let asked: string[];
/** As it is on the device. */
let keptUnsure: unknown;
let earlier: LearningModule | undefined;
/** Runs while the earlier text is read. */
let meanwhile: () => void;

beforeEach(() => {
  saved = [];
  asked = [];
  keptUnsure = undefined;
  earlier = before;
  meanwhile = () => undefined;
});

function setUp(stored: Progress = known, save?: () => Promise<void>) {
  const app = createListeningApp(
    [summaryOf('a', { audio: audioOf('a', 30) }), summaryOf('b')],
    [stored],
  );
  app.content.setEpisode('r', summaryOf('a', { audio: audioOf('a', 30) }), after);
  const carried = createCarriedPlaces({
    ...app,
    findEarlier: async (summary, hash) => {
      asked.push(`${summary.id} ${hash}`);
      meanwhile();
      return earlier;
    },
    save: async (progress) => {
      await save?.();
      saved.push(progress);
    },
    loadUnsure: async () => keptUnsure,
    keepUnsure: async (unsure) => {
      keptUnsure = unsure;
    },
  });
  return { ...app, carried };
}

test('goes along with its sentence, with what was heard of it, and is kept as one of the new sound', async () => {
  const { carried, progress } = setUp();
  await carried.carryAll();
  expect(asked).toEqual(['a hash-oud']);
  expect(saved).toEqual([
    {
      ...known,
      position: 24,
      duration: 30,
      heard: [{ startTime: 10, endTime: 20 }],
      audioHash: 'hash-a',
      updatedAt: 6,
    },
  ]);
  expect(progress.all.value.get(KEY)).toMatchObject({ position: 24, audioHash: 'hash-a' });
  expect([...carried.sure.value]).toEqual([[KEY, true]]);
  await carried.carryAll();
  expect(saved).toHaveLength(1);
});

test('without the earlier text it is kept in proportion, and said to be unsure', async () => {
  earlier = undefined;
  const { carried, progress } = setUp();
  await carried.carryAll();
  expect(progress.all.value.get(KEY)?.position).toBe(21);
  expect(carried.sure.value.get(KEY)).toBe(false);
});

test('what is unsure is told in the next visits too, until somebody listened on', async () => {
  earlier = undefined;
  await setUp().carried.carryAll();
  const [kept = known] = saved;
  const next = setUp(kept);
  await next.carried.carryAll();
  expect(saved).toHaveLength(1);
  expect(next.carried.sure.value.get(KEY)).toBe(false);

  const later = setUp({ ...kept, position: 22, updatedAt: kept.updatedAt + 1 });
  await later.carried.carryAll();
  expect(later.carried.sure.value.size).toBe(0);
});

test.each([undefined, null, 7, 'x', [undefined], { [KEY]: undefined }])(
  'what was kept of it may be anything: %s',
  async (value) => {
    keptUnsure = value;
    const { carried } = setUp({ ...known, audioHash: 'hash-a' });
    await carried.carryAll();
    expect(carried.sure.value.size).toBe(0);
  },
);

test('of the same sound nothing is asked or written', async () => {
  const { carried } = setUp({ ...known, audioHash: 'hash-a' });
  await carried.carryAll();
  expect(asked).toEqual([]);
  expect(saved).toEqual([]);
});

test('a place that was played meanwhile is newer, and stays', async () => {
  const { carried, progress } = setUp();
  meanwhile = () => void progress.put({ ...known, position: 3, audioHash: 'hash-a' });
  await carried.carryAll();
  expect(saved).toEqual([]);
  expect(progress.all.value.get(KEY)?.position).toBe(3);
});

test('what cannot be kept is not shown either, and the others go on', async () => {
  const { carried, progress } = setUp(known, async () => {
    throw new Error('full');
  });
  await carried.carryAll();
  expect(progress.all.value.get(KEY)).toEqual(known);
  expect(carried.sure.value.size).toBe(0);
});

test('a silent player takes the place in', async () => {
  const { carried, playback } = setUp();
  playback.open('r', 'a');
  await carried.carryAll();
  expect(playback.currentTime.value).toBe(24);
});

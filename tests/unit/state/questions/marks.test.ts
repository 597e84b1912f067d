import { beforeEach, expect, test } from 'vitest';
import type { Note } from '../../../../src/model/note.ts';
import { MarksModel, type MarksState } from '../../../../src/state/questions/marks.ts';
import { StorageError } from '../../../../src/storage/storage-error.ts';
import { createListeningParts, type ListeningParts } from '../../../fixtures/listening-parts.ts';

const sentences = [
  { id: 's1', content: [{ kind: 'text' as const, text: 'Eerst dit.' }], startTime: 0, endTime: 8 },
  { id: 's2', content: [{ kind: 'text' as const, text: 'Dan dat.' }], startTime: 8, endTime: 14 },
];

let parts: ListeningParts;
let created: Note[];
let isFailing: boolean;
let room: string[];
let ticks: number;
let handlers: Map<string, (() => void) | undefined>;
let marks: MarksState;

beforeEach(() => {
  parts = createListeningParts({
    chapters: [
      {
        id: 'een',
        title: 'Een',
        startTime: 0,
        endTime: 60,
        blocks: [{ kind: 'paragraph', sentences }],
      },
    ],
  });
  created = [];
  isFailing = false;
  room = [];
  ticks = 0;
  handlers = new Map();
  marks = new MarksModel({
    ...parts,
    notes: {
      async create(note) {
        if (isFailing) throw new StorageError('quota', 'full');
        created.push(note);
      },
    },
    async giveWay() {
      isFailing = room.length !== 1;
      return room.pop();
    },
    mediaSession: {
      setActionHandler: (action, handler) =>
        void handlers.set(action, handler ? () => handler({ action }) : undefined),
    },
    tick: () => {
      ticks += 1;
    },
    createId: () => `m${created.length + 1}`,
    now: () => 99,
  });
});

test('keeps the second and the sentence, and says so once it is stored', async () => {
  await parts.playback.playModule('r', 'a', 9);
  parts.pass(1);
  const marking = marks.mark();
  expect(ticks).toBe(1);
  expect(marks.outcome.value).toBeUndefined();
  await marking;
  const [note] = created;
  expect(note).toMatchObject({
    id: 'm1',
    kind: 'mark',
    routeId: 'r',
    moduleId: 'a',
    createdAt: 99,
    anchor: { audioHash: 'hash-a', sentence: 'Dan dat.', passage: 'Eerst dit. Dan dat.' },
  });
  expect(note?.anchor.time).toBeCloseTo(parts.engine.currentTime, 5);
  expect(marks.outcome.value).toEqual({ kind: 'marked', time: note?.anchor.time, note });
  expect(marks.all.value.map((entry) => entry.note)).toEqual([note]);
  expect(parts.playback.isPlaying.value).toBe(true);
});

test('of what was said before, the last 15 seconds count', async () => {
  parts.playback.open('r', 'a', 23.5);
  await marks.mark();
  expect(created[0]?.anchor).toMatchObject({ passage: 'Dan dat.' });
});

test('in the quiet after a sentence, the last words count', async () => {
  parts.playback.open('r', 'a', 30);
  await marks.mark();
  expect(created[0]?.anchor).toMatchObject({
    time: 30,
    sentence: 'Dan dat.',
    passage: 'Dan dat.',
  });
});

test('two presses at one moment make one mark', async () => {
  parts.playback.open('r', 'a', 30);
  await Promise.all([marks.mark(), marks.mark()]);
  parts.playback.seek(32);
  await marks.mark();
  expect(created.map(({ anchor }) => anchor.time)).toEqual([30, 32]);
  expect(ticks).toBe(3);
});

test('without a module nothing happens', async () => {
  await marks.mark();
  expect(created).toEqual([]);
  expect(ticks).toBe(0);
});

test('a mark that cannot be stored is said, and can be tried again at once', async () => {
  parts.playback.open('r', 'a', 30);
  isFailing = true;
  await marks.mark();
  expect(marks.outcome.value).toEqual({ kind: 'failed' });
  expect(marks.all.value).toEqual([]);
  isFailing = false;
  await marks.mark();
  expect(marks.outcome.value).toMatchObject({ kind: 'marked', time: 30 });
  expect(created).toHaveLength(1);
});

test('after ten seconds of listening it is no news any more', async () => {
  await parts.playback.playModule('r', 'a', 9);
  parts.pass(1);
  await marks.mark();
  parts.pass(9);
  expect(marks.outcome.value).toBeDefined();
  parts.pass(2);
  expect(marks.outcome.value).toBeUndefined();
});

test('lists the marks among all that is stored', () => {
  const mark: Note = {
    id: 'x',
    kind: 'mark',
    routeId: 'r',
    moduleId: 'a',
    anchor: { time: 3 },
    createdAt: 1,
  };
  const entry = { note: mark, text: '', updatedAt: 1, revisions: [] };
  parts.notebook.fill([entry, { ...entry, note: { ...mark, id: 'y', kind: 'answer' } }], 0);
  expect(marks.all.value).toEqual([entry]);
});

test('the headset marks only while the setting is on, also after a new sound', async () => {
  expect(handlers.has('previoustrack')).toBe(false);
  parts.settings.set('headsetMark', true);
  await parts.playback.playModule('r', 'a', 9);
  handlers.clear();
  parts.pass(1);
  handlers.get('previoustrack')?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(created).toHaveLength(1);
  parts.settings.set('headsetMark', false);
  expect(handlers.get('previoustrack')).toBeUndefined();
  handlers.clear();
  parts.playback.pause();
  parts.pass(0.5);
  await parts.playback.play();
  parts.pass(0.5);
  expect(handlers.size).toBe(0);
});

test('on a full device downloads give way to a mark, and it tells which', async () => {
  await parts.playback.playModule('r', 'a', 9);
  isFailing = true;
  room = ['c', 'b'];
  await marks.mark();
  expect(marks.outcome.value?.kind).toBe('marked');
  expect(marks.gaveWay.value).toEqual(['b', 'c']);
  parts.pass(5);
  await marks.mark();
  expect(marks.gaveWay.value).toEqual([]);
});

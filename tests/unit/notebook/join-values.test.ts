import { expect, test } from 'vitest';
import type { Note } from '../../../src/model/note.ts';
import type { Progress } from '../../../src/model/progress.ts';
import { joinNotes, joinProgress, joinSettings } from '../../../src/notebook/join-values.ts';

const place = (position: number, rest: Partial<Progress> = {}): Progress => ({
  key: 'r/a',
  position,
  duration: 60,
  heard: [{ startTime: position, endTime: position + 1 }],
  updatedAt: 5,
  ...rest,
});

test('of two places of one moment the one further on counts, however often they are joined', () => {
  const here = place(0);
  const there = place(1, { completed: { at: 1, how: 'heard' } });
  const joined = joinProgress(here, there);
  expect(joined).toEqual({ ...there, heard: [{ startTime: 0, endTime: 2 }] });
  expect(joinProgress(there, here)).toEqual(joined);
  expect(joinProgress(joined, there)).toEqual(joined);
  expect(joinProgress(joined, here)).toEqual(joined);
});

test('of two sounds at one place the same one counts in either order', () => {
  const one = place(3, { audioHash: 'a'.repeat(64), heard: [{ startTime: 0, endTime: 3 }] });
  const other = place(3, { audioHash: 'b'.repeat(64), heard: [{ startTime: 1, endTime: 3 }] });
  const joined = joinProgress(one, other);
  expect(joinProgress(other, one)).toEqual(joined);
  expect(joinProgress(joined, one)).toEqual(joined);
  expect(joinProgress(joined, other)).toEqual(joined);
});

test('the later moment counts, also when it is less far', () => {
  expect(joinProgress(place(50), place(2, { updatedAt: 6 })).position).toBe(2);
});

test('of the questions for later none is lost, in one order whatever came first', () => {
  const list = (savedAt: number, ...value: string[]) => ({ key: 'later', value, savedAt });
  const [one, two, three] = [list(1, 'b', 'a'), list(2, 'c'), list(3, 'a', 'd')];
  const joined = { key: 'later', value: ['a', 'b', 'c', 'd'], savedAt: 3 };
  expect(joinSettings(joinSettings(one, two), three)).toEqual(joined);
  expect(joinSettings(joinSettings(three, one), two)).toEqual(joined);
  expect(joinSettings(joined, two)).toEqual(joined);
  expect(joinSettings(one, one)).toEqual(one);
});

test('a value that is no list does not come between two lists', () => {
  const odd = { key: 'later', value: 'odd', savedAt: 2 };
  const [one, two] = [1, 3].map((savedAt) => ({ key: 'later', value: [savedAt], savedAt }));
  if (!one || !two) throw new Error('no lists');
  const joined = { key: 'later', value: [1, 3], savedAt: 3 };
  expect(joinSettings(joinSettings(one, odd), two)).toEqual(joined);
  expect(joinSettings(joinSettings(one, two), odd)).toEqual(joined);
});

test('an envelope that knows its place goes before one that was made for lost words', () => {
  const place = { routeId: 'r', moduleId: '1-a', anchor: { questionId: 'q' } };
  const known: Note = { id: 'n', kind: 'answer', ...place, createdAt: 5 };
  const stray: Note = { ...known, kind: 'free', routeId: '-', moduleId: '-', anchor: {} };
  expect(joinNotes(known, stray)).toEqual(known);
  expect(joinNotes({ ...stray, deletedAt: 9 }, { ...known, deletedAt: 8 })).toEqual({
    ...known,
    deletedAt: 9,
  });
});

test('deleted in two places, each knew of its own words; what the clock knew counts only alone', () => {
  const note: Note = {
    id: 'n',
    kind: 'free',
    routeId: 'r',
    moduleId: 'a',
    anchor: {},
    createdAt: 1,
  };
  const one = { ...note, deletedAt: 5, deletedWith: ['b', 'c'] };
  const other = { ...note, deletedAt: 9, deletedWith: ['a', 'c'] };
  const early = { ...note, deletedAt: 7 };
  expect(joinNotes(one, other)).toEqual({ ...note, deletedAt: 9, deletedWith: ['a', 'b', 'c'] });
  expect(joinNotes(other, one)).toEqual(joinNotes(one, other));
  expect(joinNotes(one, early)).toEqual({ ...one, deletedAt: 7 });
  expect(joinNotes(early, early)).toEqual(early);
  expect(joinNotes(one, note)).toEqual(note);
});

import { expect, test } from 'vitest';
import type { Note, NoteWithText } from '../../../src/model/note.ts';
import {
  goneModuleIds,
  groupOf,
  hasContent,
  passesFilter,
  periodStart,
} from '../../../src/model/note-filter.ts';

const voice = { type: 'audio/webm', duration: 3, peaks: [], pieces: 3 };

function entry(more: Partial<Note>, text = 'woorden', updatedAt = 100): NoteWithText {
  const note: Note = {
    id: 'n',
    kind: 'answer',
    routeId: 'r',
    moduleId: 'a',
    anchor: {},
    createdAt: 1,
    ...more,
  };
  return { note, text, updatedAt, revisions: [] };
}

test.each([
  [{ kind: 'answer' }, 'answers'],
  [{ kind: 'plan' }, 'answers'],
  [{ kind: 'mark' }, 'marks'],
  [{ kind: 'free' }, 'free'],
  [{ kind: 'answer', voice }, 'spoken'],
  [{ kind: 'free', voice }, 'spoken'],
] as const)('%o is looked for among the %s', (more, group) => {
  expect(groupOf(entry(more).note)).toBe(group);
});

test('what was emptied is not shown; a mark and speech need no words', () => {
  expect(hasContent(entry({}, ''))).toBe(false);
  expect(hasContent(entry({}))).toBe(true);
  expect(hasContent(entry({ kind: 'mark' }, ''))).toBe(true);
  expect(hasContent(entry({ voice }, ''))).toBe(true);
});

test.each([
  { filter: {}, passes: true },
  { filter: { group: 'answers' as const }, passes: true },
  { filter: { group: 'marks' as const }, passes: false },
  { filter: { moduleId: 'b' }, passes: false },
  { filter: { since: 100 }, passes: true },
  { filter: { since: 101 }, passes: false },
  { filter: { group: 'answers' as const, moduleId: 'a', since: 101 }, passes: false },
])('$filter: $passes', ({ filter, passes }) => {
  expect(passesFilter(entry({}), filter)).toBe(passes);
});

test('periods begin at midnight, or whole days back', () => {
  const now = new Date(2026, 2, 29, 15, 30).getTime();
  expect(periodStart('all', now)).toBeUndefined();
  expect(periodStart('today', now)).toBe(new Date(2026, 2, 29).getTime());
  expect(periodStart('week', now)).toBe(now - 7 * 24 * 3_600_000);
  expect(periodStart('month', now)).toBe(now - 30 * 24 * 3_600_000);
});

test('what notes are about and the route has not, what belongs nowhere last', () => {
  // What belongs nowhere stands under `-`.
  const notes = ['b', '-', 'weg', 'a', 'later-weg', 'weg'].map((moduleId) => entry({ moduleId }));
  const modules = [{ id: 'a' }, { id: 'b' }] as Parameters<typeof goneModuleIds>[0]['modules'];
  expect(goneModuleIds({ modules }, notes)).toEqual(['later-weg', 'weg', '-']);
  expect(goneModuleIds({ modules }, [])).toEqual([]);
});

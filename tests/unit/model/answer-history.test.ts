import { expect, test } from 'vitest';
import { earlierAnswers } from '../../../src/model/answer-history.ts';
import type { Revision } from '../../../src/model/note.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Versions in the order of writing, each with its text and its time. */
function history(...versions: [text: string, createdAt: number][]): Revision[] {
  return versions.map(([text, createdAt], index) => ({
    id: `r${index}`,
    noteId: 'n',
    parents: index === 0 ? [] : [`r${index - 1}`],
    text,
    createdAt,
  }));
}

function earlier(revisions: Revision[], now: string, updatedAt = 30 * DAY): string[] {
  return earlierAnswers(revisions, { text: now, updatedAt }).map(({ text }) => text);
}

test.each<[string, [string, number][], string, string[]]>([
  ['the words of now are not earlier ones', [['Eerst.', 0]], 'Eerst.', []],
  ['another answer on another day', [['Eerst.', 0]], 'Later dat.', ['Eerst.']],
  [
    'typing on makes no answer of its own',
    [
      ['Ik', 0],
      ['Ik weet', MINUTE],
      ['Ik weet het', 2 * MINUTE],
    ],
    'Nu weet ik het',
    ['Ik weet het'],
  ],
  ['typing on goes on after days too', [['Ik weet', 0]], 'Ik weet het niet', []],
  [
    'a correction within the hour goes on',
    [
      ['Bel de collega vam het wijkteam', 0],
      ['Bel de collega van het wijkteam', MINUTE],
    ],
    'Iets heel anders',
    ['Bel de collega van het wijkteam'],
  ],
  ['a new answer within the hour is one', [['Eerst dit.', 0]], 'Later dat.', ['Eerst dit.']],
  [
    'an emptied field in between changes nothing',
    [
      ['Eerst.', 0],
      ['', DAY],
    ],
    'Dan dit.',
    ['Eerst.'],
  ],
])('%s', (_, versions, now, expected) => {
  const last = versions.at(-1)?.[1] ?? 0;
  expect(earlier(history(...versions), now, last + MINUTE)).toEqual(expected);
});

test('a correction of an old answer keeps the old one', () => {
  const revisions = history(['Wij bellen elke week', 0]);
  expect(earlier(revisions, 'Wij bellen elke maand', DAY)).toEqual(['Wij bellen elke week']);
});

test('an answer that was begun anew is the earlier one while nothing is typed', () => {
  expect(earlier(history(['Eerst.', 0]), '')).toEqual(['Eerst.']);
});

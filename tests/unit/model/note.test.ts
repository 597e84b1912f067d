import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  currentContent,
  type Draft,
  daysLeft,
  heads,
  isDeleted,
  isEmptyContent,
  isSameContent,
  type Note,
  newestHead,
  presentWords,
  type Revision,
} from '../../../src/model/note.ts';

/** The words alone. */
function currentText(revisions: Revision[], drafts: Draft[]): string | undefined {
  return currentContent(revisions, drafts)?.text;
}

function revision(id: string, parents: string[], createdAt = 0, text = id): Revision {
  return { id, noteId: 'n', parents, text, createdAt };
}

function draft(tabId: string, parents: string[], updatedAt = 0, text = `draft ${tabId}`): Draft {
  return { noteId: 'n', tabId, text, parents, sequence: 1, updatedAt };
}

describe('heads', () => {
  test('the last of a line', () => {
    const line = [revision('a', []), revision('b', ['a']), revision('c', ['b'])];
    expect(heads(line).map(({ id }) => id)).toEqual(['c']);
  });

  test('both of a fork, and only the join after it', () => {
    const fork = [revision('a', []), revision('b', ['a']), revision('c', ['a'])];
    expect(heads(fork).map(({ id }) => id)).toEqual(['b', 'c']);
    expect(heads([...fork, revision('d', ['b', 'c'])]).map(({ id }) => id)).toEqual(['d']);
  });

  test('any history in any order: nobody descends from a head, and there is at least one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(20), { maxLength: 3 }), { minLength: 1, maxLength: 20 }),
        (shape) => {
          const history = shape.map((picks, index) =>
            revision(
              `${index}`,
              index === 0 ? [] : [...new Set(picks.map((pick) => `${pick % index}`))],
            ),
          );
          const found = heads(history.toReversed());
          expect(found.length).toBeGreaterThan(0);
          for (const head of found) {
            expect(history.some(({ parents }) => parents.includes(head.id))).toBe(false);
          }
        },
      ),
    );
  });
});

describe('newestHead', () => {
  test('is the head that currentContent shows, so that a fork stays a fork', () => {
    const fork = [revision('a', []), revision('b', ['a'], 30), revision('c', ['a'], 20)];
    expect(newestHead([])).toBeUndefined();
    expect(newestHead(fork)?.id).toBe('b');
    expect(currentText(fork, [])).toBe('b');
    const tie = [revision('y', [], 5), revision('x', [], 5)];
    expect(newestHead(tie)?.text).toBe(currentText(tie, []));
    const next = revision('d', ['b'], 40);
    expect(heads([...fork, next]).map(({ id }) => id)).toEqual(['c', 'd']);
  });
});

describe('currentContent', () => {
  test('nothing was written', () => {
    expect(currentContent([], [])).toBeUndefined();
  });

  test('a draft goes before the revision that it was made from, whatever the clock says', () => {
    expect(currentText([revision('a', [], 9000)], [draft('t', ['a'], 10)])).toBe('draft t');
  });

  test('of two heads the newest', () => {
    const fork = [revision('a', []), revision('b', ['a'], 20), revision('c', ['a'], 30)];
    expect(currentText(fork, [])).toBe('c');
  });

  test('a head that the draft of another tab was not made from counts by its date', () => {
    const fork = [revision('a', []), revision('b', ['a'], 20), revision('c', ['a'], 30)];
    expect(currentText(fork, [draft('t', ['b'], 25)])).toBe('c');
    expect(currentText(fork, [draft('t', ['b'], 35)])).toBe('draft t');
  });

  test('gives the fields and the time along', () => {
    const plan: Draft = { ...draft('t', [], 12, 'Als a\ndan b'), fields: { als: 'a', dan: 'b' } };
    expect(currentContent([], [plan])).toEqual({
      text: 'Als a\ndan b',
      fields: { als: 'a', dan: 'b' },
      updatedAt: 12,
    });
  });

  test('does not depend on the order of the records', () => {
    const revisions = [revision('a', []), revision('b', ['a'], 5), revision('c', ['a'], 5)];
    const drafts = [draft('s', [], 5), draft('t', [], 5)];
    expect(currentText(revisions.toReversed(), drafts.toReversed())).toBe(
      currentText(revisions, drafts),
    );
  });
});

describe('isSameContent', () => {
  test.each([
    { why: 'equal texts', a: { text: 'x' }, b: { text: 'x' }, expected: true },
    { why: 'another text', a: { text: 'x' }, b: { text: 'x ' }, expected: false },
    {
      why: 'composed and decomposed letters differ',
      a: { text: '\u00e9' },
      b: { text: 'e\u0301' },
      expected: false,
    },
    {
      why: 'another field',
      a: { text: 'x', fields: { als: 'a' } },
      b: { text: 'x', fields: { als: 'b' } },
      expected: false,
    },
    {
      why: 'an empty field is no field',
      a: { text: 'x', fields: { als: '' } },
      b: { text: 'x' },
      expected: true,
    },
  ])('$why', ({ a, b, expected }) => {
    expect(isSameContent(a, b)).toBe(expected);
    expect(isSameContent(b, a)).toBe(expected);
  });

  test('a space is something', () => {
    expect(isEmptyContent({ text: ' ' })).toBe(false);
    expect(isEmptyContent({ text: '', fields: { als: '', dan: '' } })).toBe(true);
  });
});

describe('a deleted note', () => {
  const DAY = 24 * 60 * 60 * 1000;
  const note: Note = {
    id: 'n',
    kind: 'free',
    routeId: 'r',
    moduleId: 'm',
    anchor: {},
    createdAt: 1,
    deletedAt: 100,
  };

  const version = (
    id: string,
    parents: string[],
    createdAt: number,
    origin?: Revision['origin'],
  ) => ({
    id,
    noteId: 'n',
    parents,
    text: id,
    createdAt,
    ...(origin ? { origin } : {}),
  });
  const typed = (tabId: string, sequence: number) => ({
    noteId: 'n',
    tabId,
    text: 'getypt',
    parents: [],
    sequence,
    updatedAt: sequence,
  });
  const first = version('a', [], 500);
  const second = version('b', ['a'], 400);
  const draft = typed('t', 7);
  const known = presentWords([first, second], [draft]);

  test('of an earlier version of the app is one until there are later words', () => {
    expect(isDeleted(note, [version('a', [], 99)], [])).toBe(true);
    expect(isDeleted(note, [], [typed('t', 100)])).toBe(true);
    expect(isDeleted(note, [version('a', [], 101)], [])).toBe(false);
    expect(isDeleted(note, [], [])).toBe(true);
    const { deletedAt: _, ...present } = note;
    expect(isDeleted(present, [version('a', [], 99)], [])).toBe(false);
  });

  test.each([
    { why: 'all was known', revisions: [first, second], drafts: [draft], expected: true },
    {
      why: 'the known draft became a version',
      revisions: [first, second, version('c', [], 900, draft)],
      drafts: [],
      expected: true,
    },
    {
      why: 'a version came later by an earlier clock',
      revisions: [first, second, version('c', ['b'], 1)],
      drafts: [],
      expected: false,
    },
    {
      why: 'a version of before came in beside',
      revisions: [first, second, version('c', ['a'], 1)],
      drafts: [],
      expected: false,
    },
    {
      why: 'the known draft was typed on',
      revisions: [first, second],
      drafts: [typed('t', 6)],
      expected: false,
    },
    {
      why: 'another tab has a draft',
      revisions: [first, second],
      drafts: [typed('u', 7)],
      expected: false,
    },
    { why: 'it has no words', revisions: [], drafts: [], expected: true },
  ])('$why: $expected', ({ revisions, drafts, expected }) => {
    expect(isDeleted({ ...note, deletedWith: known }, revisions, drafts)).toBe(expected);
  });

  test.each([
    [0, 30],
    [1, 29],
    [DAY, 29],
    [29 * DAY + 1, 0],
    [30 * DAY, 0],
    [99 * DAY, 0],
  ])('after %i ms %i whole days are left', (passed, expected) => {
    expect(daysLeft(100, 100 + passed)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinVersions } from '../../../src/model/join-versions.ts';
import type { NoteFields, Revision } from '../../../src/model/note.ts';
import { planText, readPlan } from '../../../src/model/plan.ts';

function version(id: string, text: string, createdAt: number, fields?: NoteFields): Revision {
  return { id, noteId: 'n', parents: [], text, createdAt, ...(fields ? { fields } : {}) };
}

describe('texts', () => {
  test('stand one after the other, the oldest first', () => {
    const joined = joinVersions('answer', [version('a', 'later', 2), version('b', 'eerst', 1)]);
    expect(joined).toEqual({ text: 'eerst\n\nlater' });
  });

  test('that hold each other stand there once', () => {
    expect(joinVersions('answer', [version('a', 'dit', 1), version('b', 'dit en dat', 2)])).toEqual(
      { text: 'dit en dat' },
    );
    expect(joinVersions('answer', [version('a', 'dit', 1), version('b', 'dit', 2)])).toEqual({
      text: 'dit',
    });
  });

  test('lose no word of any version, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), (texts) => {
        const versions = texts.map((text, index) => version(`${index}`, text, index));
        const { text } = joinVersions('answer', versions);
        for (const part of texts) expect(text).toContain(part);
      }),
    );
  });
});

test('of a plan the words are joined, and of days and outcomes the latest counts', () => {
  const one = { als: 'het regent', dan: 'bel ik', returnOn: '2026-12-02' };
  const other = { als: 'het vriest', dan: 'bel ik', returnOn: '2026-12-09', outcome1: 'niet' };
  const joined = joinVersions('plan', [version('a', '', 1, one), version('b', '', 2, other)]);
  expect(joined.fields).toEqual({
    als: 'het regent\n\nhet vriest',
    dan: 'bel ik',
    returnOn: '2026-12-09',
    outcome1: 'niet',
  });
  expect(joined.text).toBe(planText(readPlan(joined.fields)));
  expect(joined.text).toContain('het regent');
});

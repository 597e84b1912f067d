import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addRange,
  coveredFraction,
  gaps,
  type HeardRange,
  TOUCH_TOLERANCE,
} from '../../../src/model/coverage.ts';

function ranges(...pairs: [number, number][]): HeardRange[] {
  return pairs.map(([startTime, endTime]) => ({ startTime, endTime }));
}

describe('addRange', () => {
  test.each<{
    why: string;
    before: [number, number][];
    add: [number, number];
    after: [number, number][];
  }>([
    { why: 'the first passage', before: [], add: [2, 5], after: [[2, 5]] },
    {
      why: 'before what is there',
      before: [[10, 20]],
      add: [1, 2],
      after: [
        [1, 2],
        [10, 20],
      ],
    },
    {
      why: 'between two',
      before: [
        [0, 1],
        [10, 20],
      ],
      add: [4, 5],
      after: [
        [0, 1],
        [4, 5],
        [10, 20],
      ],
    },
    { why: 'overlap grows the passage', before: [[10, 20]], add: [15, 25], after: [[10, 25]] },
    { why: 'heard twice counts once', before: [[10, 20]], add: [12, 13], after: [[10, 20]] },
    {
      why: 'joins all that it spans',
      before: [
        [0, 1],
        [3, 4],
        [6, 7],
      ],
      add: [0.5, 6.5],
      after: [[0, 7]],
    },
    { why: 'touching ends are one', before: [[0, 1]], add: [1, 2], after: [[0, 2]] },
    {
      why: 'a media clock does not repeat a time exactly',
      before: [[0, 1]],
      add: [1.04, 2],
      after: [[0, 2]],
    },
    {
      why: 'a tenth of a second is a gap',
      before: [[0, 1]],
      add: [1.1, 2],
      after: [
        [0, 1],
        [1.1, 2],
      ],
    },
    { why: 'empty adds nothing', before: [[0, 1]], add: [5, 5], after: [[0, 1]] },
    { why: 'reversed adds nothing', before: [[0, 1]], add: [6, 5], after: [[0, 1]] },
    { why: 'before the start is cut off', before: [], add: [-3, 2], after: [[0, 2]] },
    {
      why: 'a time that is no number adds nothing',
      before: [[0, 1]],
      add: [Number.NaN, 5],
      after: [[0, 1]],
    },
    {
      why: 'an endless passage adds nothing',
      before: [],
      add: [0, Number.POSITIVE_INFINITY],
      after: [],
    },
  ])('$why', ({ before, add, after }) => {
    expect(addRange(ranges(...before), { startTime: add[0], endTime: add[1] })).toEqual(
      ranges(...after),
    );
  });

  test('does not change the list that it is given', () => {
    const before = Object.freeze(ranges([0, 1], [5, 6]));
    addRange(before, { startTime: 0.5, endTime: 5.5 });
    expect(before).toEqual(ranges([0, 1], [5, 6]));
  });

  const passages = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 }))
      .map(([startTime, length]): HeardRange => ({ startTime, endTime: startTime + length })),
    { maxLength: 30 },
  );

  test('any passages in any order: sorted, apart, and exactly the seconds that were heard', () => {
    fc.assert(
      fc.property(passages, (added) => {
        const result = added.reduce<HeardRange[]>(addRange, []);
        for (const [index, range] of result.entries()) {
          expect(range.startTime).toBeLessThan(range.endTime);
          const next = result[index + 1];
          if (next) expect(next.startTime - range.endTime).toBeGreaterThan(TOUCH_TOLERANCE);
        }
        // The witness: whole seconds in a set, with no merging at all.
        const seconds = new Set<number>();
        for (const { startTime, endTime } of added) {
          for (let second = startTime; second < endTime; second += 1) seconds.add(second);
        }
        for (let second = 0; second < 130; second += 1) {
          const isCovered = result.some((r) => r.startTime <= second && second + 1 <= r.endTime);
          expect(isCovered).toBe(seconds.has(second));
        }
        expect(coveredFraction(result, 130)).toBeCloseTo(seconds.size / 130, 9);
      }),
    );
  });

  test('the order of hearing does not matter, and hearing again changes nothing', () => {
    fc.assert(
      fc.property(passages, (added) => {
        const forward = added.reduce<HeardRange[]>(addRange, []);
        expect(added.toReversed().reduce<HeardRange[]>(addRange, [])).toEqual(forward);
        expect(added.reduce(addRange, forward)).toEqual(forward);
      }),
    );
  });

  test('gaps and passages together are the whole sound', () => {
    fc.assert(
      fc.property(passages, (added) => {
        const heard = added.reduce<HeardRange[]>(addRange, []);
        const missing = gaps(heard, 130);
        expect([...heard, ...missing].reduce<HeardRange[]>(addRange, [])).toEqual(ranges([0, 130]));
        expect(coveredFraction(heard, 130) + coveredFraction(missing, 130)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('coveredFraction', () => {
  test.each<{ why: string; heard: [number, number][]; duration: number; expected: number }>([
    { why: 'nothing', heard: [], duration: 100, expected: 0 },
    {
      why: 'two quarters',
      heard: [
        [0, 25],
        [50, 75],
      ],
      duration: 100,
      expected: 0.5,
    },
    { why: 'past the end does not count', heard: [[90, 200]], duration: 100, expected: 0.1 },
    { why: 'wholly past the end', heard: [[150, 200]], duration: 100, expected: 0 },
    { why: 'all', heard: [[0, 100]], duration: 100, expected: 1 },
    { why: 'unknown length', heard: [[0, 10]], duration: 0, expected: 0 },
    { why: 'length that is no number', heard: [[0, 10]], duration: Number.NaN, expected: 0 },
    { why: 'endless', heard: [[0, 10]], duration: Number.POSITIVE_INFINITY, expected: 0 },
  ])('$why', ({ heard, duration, expected }) => {
    expect(coveredFraction(ranges(...heard), duration)).toBeCloseTo(expected, 12);
  });
});

describe('gaps', () => {
  test.each<{
    why: string;
    heard: [number, number][];
    shortest?: number;
    expected: [number, number][];
  }>([
    { why: 'nothing heard', heard: [], expected: [[0, 60]] },
    { why: 'all heard', heard: [[0, 60]], expected: [] },
    {
      why: 'start, middle and end',
      heard: [
        [5, 10],
        [20, 50],
      ],
      expected: [
        [0, 5],
        [10, 20],
        [50, 60],
      ],
    },
    { why: 'heard past the end', heard: [[5, 70]], expected: [[0, 5]] },
    { why: 'a hair is no gap', heard: [[0.04, 60]], expected: [] },
    {
      why: 'shorter than asked',
      heard: [
        [0, 10],
        [12, 59],
      ],
      shortest: 1.5,
      expected: [[10, 12]],
    },
  ])('$why', ({ heard, shortest, expected }) => {
    expect(gaps(ranges(...heard), 60, shortest)).toEqual(ranges(...expected));
  });
});

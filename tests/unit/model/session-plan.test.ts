import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BETWEEN_TIME, planSession, sessionTime } from '../../../src/model/session-plan.ts';

const items = [
  { id: 'a', left: 120 },
  { id: 'b', left: 300 },
  { id: 'c', left: 60 },
];

describe('sessionTime', () => {
  test.each([
    [[], 1, 0, 'nothing takes no time'],
    [[100], 1, 100, 'one module has no pause'],
    [[100, 50], 1, 155.9, 'two have the pause between them'],
    [[100, 50], 2, 77.95, 'the pause goes at the same speed'],
  ] as [number[], number, number, string][])(
    '%j at %d takes %d: %s',
    (lefts, rate, expected, _why) => {
      expect(sessionTime(lefts, rate)).toBeCloseTo(expected);
    },
  );
});

describe('planSession', () => {
  test.each([
    [600, 1, ['a', 'b', 'c'], true, 'all of it is 491.8 s'],
    [480, 1, ['a', 'b'], true, 'the third would pass the time'],
    [425, 1, ['a'], true, 'nothing is left out in between, although the third would fit'],
    [300, 2, ['a', 'b', 'c'], true, 'twice as fast is half the time'],
    [60, 1, ['a'], false, 'the first alone is longer, and better than nothing'],
    [120, 1, ['a'], true, 'exactly the time fits'],
  ] as [number, number, string[], boolean, string][])(
    '%d s at speed %d gives %j',
    (available, rate, ids, fits, _why) => {
      expect(planSession(items, available, rate)).toMatchObject({ ids, fits });
    },
  );

  test('there may be nothing to play', () => {
    expect(planSession([], 300, 1)).toEqual({ ids: [], time: 0, fits: true });
  });

  test('never over the time unless the first alone is, always from the front, never one too few', () => {
    const lefts = fc.array(fc.double({ min: 1, max: 1200, noNaN: true }), { maxLength: 12 });
    const minutes = fc.integer({ min: 1, max: 12 }).map((steps) => steps * 300);
    const speeds = fc.integer({ min: 5, max: 30 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(lefts, minutes, speeds, (given, available, rate) => {
        const all = given.map((left, index) => ({ id: `m${index}`, left }));
        const { ids, time, fits } = planSession(all, available, rate);
        expect(ids).toEqual(all.slice(0, ids.length).map(({ id }) => id));
        expect(ids.length).toBeGreaterThanOrEqual(Math.min(1, all.length));
        if (ids.length > 1) expect(fits).toBe(true);
        expect(fits).toBe(time <= available);
        const sound = given.slice(0, ids.length).reduce((sum, left) => sum + left, 0);
        const pauses = Math.max(0, ids.length - 1) * BETWEEN_TIME;
        expect(time).toBeCloseTo((sound + pauses) / rate);
        const next = given[ids.length];
        if (next !== undefined) {
          expect((sound + next + pauses + BETWEEN_TIME) / rate).toBeGreaterThan(available);
        }
      }),
    );
  });
});

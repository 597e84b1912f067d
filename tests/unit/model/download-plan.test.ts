import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextUnfinished, planRoom } from '../../../src/model/download-plan.ts';
import { summaryOf } from '../../fixtures/learning-route.ts';

describe('the next three', () => {
  const { audio: _, ...silent } = summaryOf('stil');
  const modules = [
    summaryOf('een'),
    silent,
    summaryOf('twee'),
    summaryOf('drie'),
    summaryOf('vier'),
  ];
  it.each([
    [[], ['een', 'twee', 'drie']],
    [
      ['een', 'drie'],
      ['twee', 'vier'],
    ],
    [['een', 'twee', 'drie', 'vier'], []],
  ])('with %j finished are %j', (finished, expected) => {
    const found = nextUnfinished(modules, ({ id }) => finished.includes(id));
    expect(found.map(({ id }) => id)).toEqual(expected);
  });
});

describe('room for a download', () => {
  const kept = [
    { moduleId: 'een', size: 30, isFinished: true },
    { moduleId: 'twee', size: 40, isFinished: false },
    { moduleId: 'drie', size: 20, isFinished: true },
  ];
  it.each([
    ['fits', 10, 100, [], 0],
    ['takes the first finished one', 20, 100, ['een'], 0],
    ['takes both', 55, 100, ['een', 'drie'], 0],
    ['is short even then', 70, 100, ['een', 'drie'], 10],
    ['under a cap that was made smaller', 0, 45, ['een', 'drie'], 0],
  ])('%s', (_name, needed, cap, remove, short) => {
    expect(planRoom(kept, needed, cap)).toEqual({ remove, short });
  });

  it('never takes what is not finished, nor more than it must', () => {
    const entries = fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 50 }), isFinished: fc.boolean() }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(entries, fc.nat(200), fc.nat(400), (list, needed, cap) => {
        const all = list.map((entry, index) => ({ ...entry, moduleId: `m${index}` }));
        const { remove, short } = planRoom(all, needed, cap);
        const gone = all.filter(({ moduleId }) => remove.includes(moduleId));
        const stays = all.filter(({ moduleId }) => !remove.includes(moduleId));
        const over = stays.reduce((sum, { size }) => sum + size, 0) + needed - cap;
        expect(gone.every(({ isFinished }) => isFinished)).toBe(true);
        expect(short).toBe(Math.max(0, over));
        if (short > 0) expect(stays.some(({ isFinished }) => isFinished)).toBe(false);
        const last = gone.at(-1);
        if (last) expect(over + last.size).toBeGreaterThan(0);
      }),
    );
  });
});

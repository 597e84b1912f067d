import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/model/plain-date.ts';
import {
  emptyPlan,
  isDue,
  lookBack,
  nextReturn,
  OUTCOMES,
  type Plan,
  planFields,
  planText,
  readPlan,
  reviseFrom,
} from '../../../src/model/plan.ts';

const plan: Plan = {
  als: 'het overleg begint',
  dan: 'stel ik een vraag',
  obstacle: '',
  returnOn: '2026-12-02',
  lookBacks: [],
};

describe('the fields', () => {
  test('leave out what says nothing', () => {
    expect(planFields(emptyPlan('2026-11-25'))).toEqual({ returnOn: '2026-12-02' });
    expect(planFields({ als: 'a', dan: '', obstacle: '', lookBacks: [] })).toEqual({ als: 'a' });
  });

  test('of an earlier version of the app are read', () => {
    expect(readPlan({ als: 'a', dan: 'b' })).toEqual({
      als: 'a',
      dan: 'b',
      obstacle: '',
      lookBacks: [],
    });
  });

  test('that make no sense count as absent, and the words stay', () => {
    const fields = { als: 'a', dan: 'b', returnOn: 'morgen', outcome1: 'gelukt', why1: 'x' };
    expect(readPlan(fields)).toEqual({ als: 'a', dan: 'b', obstacle: '', lookBacks: [] });
  });

  test('say a plan whole', () => {
    const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2026-01-01', days));
    const lookBacks = fc.array(
      fc.record({ on: day, outcome: fc.constantFrom(...OUTCOMES), why: fc.string() }),
      { maxLength: 2 },
    );
    fc.assert(
      fc.property(
        fc.record(
          { als: fc.string(), dan: fc.string(), obstacle: fc.string(), returnOn: day, lookBacks },
          { requiredKeys: ['als', 'dan', 'obstacle', 'lookBacks'] },
        ),
        (any) => {
          expect(readPlan(planFields(any))).toEqual(any);
        },
      ),
    );
  });
});

describe('coming back', () => {
  test('on the day, after it, and not before; never to half a plan', () => {
    expect(isDue(plan, '2026-12-01')).toBe(false);
    expect(isDue(plan, '2026-12-02')).toBe(true);
    expect(isDue(plan, '2027-03-01')).toBe(true);
    expect(isDue({ ...plan, dan: ' ' }, '2026-12-02')).toBe(false);
  });

  test('three weeks after the first time, and not a third time', () => {
    const once = lookBack(plan, 'deels', 'te druk', '2026-12-04');
    expect(nextReturn(once)).toBe('2026-12-25');
    expect(isDue(once, '2026-12-24')).toBe(false);
    const twice = lookBack(once, 'gedaan', '', '2026-12-25');
    expect(twice.lookBacks.map(({ outcome }) => outcome)).toEqual(['deels', 'gedaan']);
    expect(nextReturn(twice)).toBeUndefined();
    expect(isDue(twice, '2030-01-01')).toBe(false);
  });

  test('whoever changes the outcome on the same day says it once', () => {
    const first = lookBack(plan, 'niet', '', '2026-12-02');
    const second = lookBack(first, 'deels', 'toch wel iets', '2026-12-02');
    expect(second.lookBacks).toEqual([
      { on: '2026-12-02', outcome: 'deels', why: 'toch wel iets' },
    ]);
  });

  test('never, for whom wants no day', () => {
    const { returnOn: _, ...without } = plan;
    expect(nextReturn(without)).toBeUndefined();
  });

  test('anew after the plan was changed', () => {
    const done = lookBack(plan, 'niet', 'ziek', '2026-12-02');
    expect(reviseFrom(done, '2026-12-02')).toEqual({ ...plan, returnOn: '2026-12-09' });
  });
});

test('the text says everything that was written', () => {
  const said = lookBack({ ...plan, obstacle: 'de tijd' }, 'deels', 'te druk', '2026-12-04');
  expect(planText(said)).toBe(
    [
      'Als het overleg begint',
      'dan stel ik een vraag',
      'Wat je kan tegenhouden: de tijd',
      'Teruggekeken op 4-12-2026: deels. te druk',
    ].join('\n'),
  );
  expect(planText(emptyPlan('2026-11-25'))).toBe('');
});

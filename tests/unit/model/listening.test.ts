import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeardRange } from '../../../src/model/coverage.ts';
import {
  LEAP_TOLERANCE,
  type ListeningFact,
  startListening,
  takeFact,
} from '../../../src/model/listening.ts';

/** Runs facts through and collects what was heard. */
function listen(facts: ListeningFact[], position = 0, rate = 1): HeardRange[] {
  let state = startListening(position, rate, 0);
  const passages: HeardRange[] = [];
  for (const fact of facts) {
    const taken = takeFact(state, fact);
    state = taken.state;
    if (taken.heard) passages.push(taken.heard);
  }
  return passages;
}

describe('takeFact', () => {
  test('time that passes while it plays is heard', () => {
    const facts: ListeningFact[] = [
      { kind: 'playing', at: 100 },
      { kind: 'time', currentTime: 0.25, at: 350 },
      { kind: 'time', currentTime: 0.5, at: 600 },
    ];
    expect(listen(facts)).toEqual([
      { startTime: 0, endTime: 0.25 },
      { startTime: 0.25, endTime: 0.5 },
    ]);
  });

  test('a jump is not heard, what follows it is', () => {
    const facts: ListeningFact[] = [
      { kind: 'playing', at: 0 },
      { kind: 'time', currentTime: 0.25, at: 250 },
      { kind: 'seeked', currentTime: 100, at: 300 },
      { kind: 'time', currentTime: 100.25, at: 550 },
    ];
    expect(listen(facts)).toEqual([
      { startTime: 0, endTime: 0.25 },
      { startTime: 100, endTime: 100.25 },
    ]);
  });

  test('a time that is told before the jump is, is not heard either', () => {
    const facts: ListeningFact[] = [
      { kind: 'playing', at: 0 },
      { kind: 'time', currentTime: 90, at: 250 },
      { kind: 'seeked', currentTime: 90, at: 260 },
    ];
    expect(listen(facts)).toEqual([]);
  });

  test('back is a jump too', () => {
    const facts: ListeningFact[] = [
      { kind: 'playing', at: 0 },
      { kind: 'time', currentTime: 49, at: 250 },
      { kind: 'time', currentTime: 49.2, at: 450 },
    ];
    expect(listen(facts, 50)).toEqual([{ startTime: 49, endTime: 49.2 }]);
  });

  test('nothing is heard while it is paused', () => {
    const facts: ListeningFact[] = [
      { kind: 'playing', at: 0 },
      { kind: 'time', currentTime: 0.2, at: 200 },
      { kind: 'stopped', at: 210 },
      { kind: 'time', currentTime: 0.4, at: 400 },
    ];
    expect(listen(facts)).toEqual([{ startTime: 0, endTime: 0.2 }]);
  });

  test('time that passed during a pause allows no leap after it', () => {
    const facts: ListeningFact[] = [
      { kind: 'playing', at: 0 },
      { kind: 'stopped', at: 10 },
      { kind: 'playing', at: 60_000 },
      { kind: 'time', currentTime: 30, at: 60_250 },
    ];
    expect(listen(facts)).toEqual([]);
  });

  test('a locked phone tells seldom: as much as the clock says is heard', () => {
    const facts: ListeningFact[] = [
      { kind: 'playing', at: 0 },
      { kind: 'time', currentTime: 59.9, at: 60_000 },
    ];
    expect(listen(facts)).toEqual([{ startTime: 0, endTime: 59.9 }]);
  });

  test('at three times the speed three times as much is heard', () => {
    const facts: ListeningFact[] = [
      { kind: 'rate', rate: 3, at: 0 },
      { kind: 'playing', at: 0 },
      { kind: 'time', currentTime: 6, at: 2000 },
    ];
    expect(listen(facts)).toEqual([{ startTime: 0, endTime: 6 }]);
    expect(listen(facts.slice(1))).toEqual([]);
  });

  test('a change of speed falls between two times: the faster one counts', () => {
    const facts: ListeningFact[] = [
      { kind: 'playing', at: 0 },
      { kind: 'rate', rate: 0.5, at: 1900 },
      { kind: 'time', currentTime: 5.8, at: 2000 },
      { kind: 'time', currentTime: 9, at: 4000 },
    ];
    expect(listen(facts, 0, 3)).toEqual([{ startTime: 0, endTime: 5.8 }]);
  });

  test('never more is heard than the clock allows', () => {
    const step = fc.record({
      kind: fc.constantFrom('playing', 'stopped', 'time', 'seeked'),
      currentTime: fc.double({ min: 0, max: 600, noNaN: true }),
      passed: fc.integer({ min: 0, max: 2000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
        let at = 0;
        let times = 0;
        const facts = steps.map(({ kind, currentTime, passed }): ListeningFact => {
          at += passed;
          if (kind === 'time') times += 1;
          return { kind, currentTime, at } as ListeningFact;
        });
        const heard = listen(facts).reduce(
          (sum, range) => sum + range.endTime - range.startTime,
          0,
        );
        expect(heard).toBeLessThanOrEqual(at / 1000 + times * LEAP_TOLERANCE + 1e-6);
      }),
    );
  });
});

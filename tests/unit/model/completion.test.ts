import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHeardEnough, withCompleted, withHeard } from '../../../src/model/completion.ts';
import { emptyProgress, type Progress } from '../../../src/model/progress.ts';

const start: Progress = { ...emptyProgress('route/module', 0), duration: 200 };

describe('isHeardEnough', () => {
  test.each([
    { why: 'exactly the share', to: 180, completion: 0.9, expected: true },
    { why: 'just under it', to: 179.9, completion: 0.9, expected: false },
    { why: 'a share that floats cannot hold', to: 140, completion: 0.7, expected: true },
    { why: 'a share of all asks for all', to: 199, completion: 1, expected: false },
  ])('$why', ({ to, completion, expected }) => {
    const heard = [{ startTime: 0, endTime: to }];
    expect(isHeardEnough({ heard, duration: 200 }, completion)).toBe(expected);
  });

  test('a sound of unknown length is never heard enough', () => {
    const heard = [{ startTime: 0, endTime: 1000 }];
    expect(isHeardEnough({ heard, duration: 0 }, 0.9)).toBe(false);
    expect(isHeardEnough({ heard, duration: 0 }, 0)).toBe(false);
  });
});

describe('withHeard', () => {
  test('hearing the last missing piece finishes the sound', () => {
    const nearly = withHeard(start, { startTime: 0, endTime: 170 }, 0.9, 1000);
    expect(nearly.completed).toBeUndefined();
    const done = withHeard(nearly, { startTime: 170, endTime: 181 }, 0.9, 2000);
    expect(done.completed).toEqual({ at: 2000, how: 'heard' });
  });

  test('hearing only the end finishes nothing', () => {
    const jumped = withHeard(
      { ...start, position: 200 },
      { startTime: 195, endTime: 200 },
      0.9,
      1000,
    );
    expect(jumped.completed).toBeUndefined();
  });

  test('once finished, whatever is heard afterwards, it stays so with its first date and reason', () => {
    const passage = fc.record({
      startTime: fc.double({ min: 0, max: 200, noNaN: true }),
      endTime: fc.double({ min: 0, max: 200, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 20 }), (passages) => {
        const marked = withCompleted(start, 'read', 500);
        const after = passages.reduce(
          (progress, range) => withHeard(progress, range, 0.9, 900),
          marked,
        );
        expect(after.completed).toEqual({ at: 500, how: 'read' });
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { missedPassages, takeMissedTime } from '../../../src/model/missed-passage.ts';

describe('missedPassages', () => {
  test('leaves out what is shorter than a second', () => {
    const heard = [
      { startTime: 0.5, endTime: 10 },
      { startTime: 10.8, endTime: 20 },
      { startTime: 25, endTime: 29.5 },
    ];
    expect(missedPassages(heard, 30)).toEqual([{ startTime: 20, endTime: 25 }]);
  });
});

describe('takeMissedTime', () => {
  const passage = { startTime: 100, endTime: 110 };

  test.each([
    [100, false, false, 'inside', 'its first moment'],
    [109.9, true, false, 'inside', 'its last moment'],
    [110.1, true, false, 'over', 'listened to the end'],
    [200, false, false, 'before', 'a time from before the jump came late'],
    [99, false, false, 'before', 'on the way to it'],
    [90, true, true, 'inside', 'fifteen seconds back to hear how it begins'],
    [30, true, true, 'left', 'far back: the listener wants something else'],
    [135, true, true, 'over', 'thirty seconds on: the next one'],
    [300, true, true, 'left', 'far on: the listener wants something else'],
  ] as [number, boolean, boolean, string, string][])(
    '%d, inside %s, jump %s: %s, %s',
    (time, isInside, isJump, expected, _why) => {
      expect(takeMissedTime(passage, time, isInside, isJump)).toBe(expected);
    },
  );
});

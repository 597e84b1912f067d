import { describe, expect, test } from 'vitest';
import { fragmentBefore, fragmentOfMark } from '../../../src/model/fragment.ts';

describe('a mark', () => {
  test.each([
    ['in the middle', 151, 258, 136, 156],
    ['near the start', 5, 258, 0, 20],
    ['near the end', 256, 258, 241, 258],
    ['in a very short sound', 3, 6, 0, 6],
  ])('%s', (_why, time, duration, startTime, endTime) => {
    expect(fragmentOfMark(time, duration)).toEqual({ startTime, endTime });
  });
});

describe('a question', () => {
  test.each([
    ['the 20 s before its soft sound', 102, 116, 82, 102],
    ['what there is before it', 8, 20, 0, 8],
    ['itself when nothing comes before it', 0, 9, 0, 9],
  ])('%s', (_why, cueTime, endTime, from, to) => {
    const times = { cueTime, startTime: cueTime, quietTime: endTime, endTime };
    expect(fragmentBefore(times)).toEqual({ startTime: from, endTime: to });
  });
});

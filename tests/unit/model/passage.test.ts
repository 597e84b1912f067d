import { describe, expect, test } from 'vitest';
import { passageOf, takePassageTime } from '../../../src/model/passage.ts';

const inside = { startTime: 10, endTime: 20, isInside: true };

describe('a time while a passage is watched', () => {
  test.each([
    [10, 'inside', 'at its start'],
    [9.97, 'inside', 'a player lands a little early'],
    [19.99, 'inside', 'just before its end'],
    [20, 'ended', 'the end is outside'],
    [20.8, 'ended', 'the time is told late at a high speed'],
    [22, 'left', 'further on: the listener jumped'],
    [5, 'left', 'before it: the listener jumped'],
  ] as const)('%d: %s (%s)', (time, outcome, _why) => {
    expect(takePassageTime(inside, time).outcome).toBe(outcome);
  });

  test('what is told before the jump to the passage does not end it', () => {
    const before = { ...inside, isInside: false };
    expect(takePassageTime(before, 20.4)).toEqual({ watch: before, outcome: 'inside' });
    expect(takePassageTime(before, 10.2)).toEqual({ watch: inside, outcome: 'inside' });
  });
});

describe('the passage of some lines', () => {
  const lines = [
    { startTime: 1, endTime: 3 },
    { startTime: 3.2, endTime: 6 },
  ];
  test.each([
    [lines, 60, { startTime: 1, endTime: 6 }, 'from the first to the last'],
    [lines.slice(1), 60, { startTime: 3.2, endTime: 6 }, 'one line'],
    [lines, 6.2, { startTime: 1, endTime: 5.7 }, 'stays clear of the end of the sound'],
    [[], 60, undefined, 'no lines'],
    [[{}], 60, undefined, 'a line without times'],
  ])('%j of %d s: %j (%s)', (given, duration, expected, _why) => {
    expect(passageOf(given, duration)).toEqual(expected);
  });
});

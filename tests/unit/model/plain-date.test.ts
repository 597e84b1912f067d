import { describe, expect, test } from 'vitest';
import { addDays, dayOf, isPlainDate, noonOf, writeDay } from '../../../src/model/plain-date.ts';

describe('addDays', () => {
  test.each([
    ['2026-11-25', 7, '2026-12-02', 'over the end of a month'],
    ['2026-12-31', 1, '2027-01-01', 'over the end of a year'],
    ['2028-02-28', 1, '2028-02-29', 'a leap year'],
    ['2026-02-28', 1, '2026-03-01', 'no leap year'],
    ['2026-03-28', 2, '2026-03-30', 'over the start of summer time'],
    ['2026-10-24', 2, '2026-10-26', 'over the end of summer time'],
    ['2026-11-25', -25, '2026-10-31', 'back'],
  ])('%s and %i days: %s (%s)', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });
});

test('a day is that of the clock of this device', () => {
  expect(dayOf(new Date(2026, 10, 5, 0, 0).getTime())).toBe('2026-11-05');
  expect(dayOf(new Date(2026, 10, 5, 23, 59, 59, 999).getTime())).toBe('2026-11-05');
  expect(dayOf(noonOf('2026-03-29'))).toBe('2026-03-29');
});

test.each([
  ['2026-11-30', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['30-11-2026', false],
  ['', false],
  [20261130, false],
])('isPlainDate(%j) is %s', (value, expected) => {
  expect(isPlainDate(value)).toBe(expected);
});

test('writeDay leaves zeros out', () => {
  expect(writeDay('2026-02-03')).toBe('3-2-2026');
});

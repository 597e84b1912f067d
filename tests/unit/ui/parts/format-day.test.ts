import { describe, expect, test } from 'vitest';
import {
  formatDay,
  formatDaysAgo,
  formatFullDay,
  formatMoment,
} from '../../../../src/ui/parts/format-day.ts';

describe('formatMoment', () => {
  const now = new Date(2026, 10, 23, 12, 0).getTime();
  test.each([
    [new Date(2026, 10, 23, 8, 12).getTime(), 'vandaag 8:12'],
    [new Date(2026, 10, 22, 17, 40).getTime(), 'gisteren 17:40'],
    [new Date(2026, 2, 12, 8, 5).getTime(), '12 maart 8:05'],
    [new Date(2025, 2, 12, 8, 5).getTime(), '12 maart 2025 8:05'],
  ])('%d is %s', (at, text) => {
    expect(formatMoment(at, now)).toBe(text);
  });
});

test('a day has its year only when that is another', () => {
  expect(formatDay('2026-11-30', '2026-03-12')).toBe('30 november');
  expect(formatDay('2027-01-04', '2026-03-12')).toBe('4 januari 2027');
  expect(formatFullDay(new Date(2026, 10, 30, 9).getTime())).toBe('30 november 2026');
});

test.each([
  [0, 'vandaag'],
  [1, 'gisteren'],
  [5, '5 dagen geleden'],
])('%d days ago is %s', (days, words) => {
  expect(formatDaysAgo(days)).toBe(words);
});

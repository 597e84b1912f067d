import { describe, expect, test } from 'vitest';
import { formatClock } from '../../../../src/model/clock-time.ts';
import {
  formatDays,
  formatMinutes,
  formatNames,
  formatPercent,
  formatRate,
  formatSecondsInFull,
  formatSize,
  formatSpoken,
} from '../../../../src/ui/parts/format.ts';

describe('formatClock', () => {
  test.each([
    [0, '0:00'],
    [59.9, '0:59'],
    [152, '2:32'],
    [3600, '1:00:00'],
    [-1, '0:00'],
  ])('%d s is %s', (time, text) => {
    expect(formatClock(time)).toBe(text);
  });
});

describe('formatSpoken', () => {
  test.each([
    [0, '0 seconden'],
    [1, '1 seconde'],
    [60, '1 minuut'],
    [152, '2 minuten 32'],
    [360, '6 minuten'],
  ])('%d s is "%s"', (time, text) => {
    expect(formatSpoken(time)).toBe(text);
  });
});

test('formatMinutes never says nothing', () => {
  expect(formatMinutes(10)).toBe('1 min');
  expect(formatMinutes(329)).toBe('5 min');
});

test.each([
  [5, '5 seconden'],
  [1, '1 seconde'],
])('formatSecondsInFull(%d)', (seconds, text) => {
  expect(formatSecondsInFull(seconds)).toBe(text);
});

test('numbers, shares and lists are Dutch', () => {
  expect([formatRate(1.25), formatRate(1), formatPercent(0.504)]).toEqual(['1,3', '1', '50%']);
  expect([formatDays(1), formatDays(3)]).toEqual(['1 dag', '3 dagen']);
  expect(formatNames(['A', 'B', 'C'])).toBe('A, B en C');
});

test('formatSize counts as phones do', () => {
  expect(formatSize(999)).toBe('1\u00a0kB');
  expect(formatSize(1_250_000)).toBe('1,3\u00a0MB');
  expect(formatSize(9_400_000)).toBe('9,4\u00a0MB');
  expect(formatSize(500_000_000)).toBe('500\u00a0MB');
  expect(formatSize(2_000_000_000)).toBe('2\u00a0GB');
  expect(formatSize(10_737_400_000)).toBe('10,7\u00a0GB');
});

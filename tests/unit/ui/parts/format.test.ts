import { describe, expect, test } from 'vitest';
import {
  formatClock,
  formatMinutes,
  formatMoment,
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

test('formatSize counts as phones do', () => {
  expect(formatSize(999)).toBe('1\u00a0kB');
  expect(formatSize(1_250_000)).toBe('1,3\u00a0MB');
  expect(formatSize(9_400_000)).toBe('9,4\u00a0MB');
  expect(formatSize(10_737_400_000)).toBe('10,7\u00a0GB');
});

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

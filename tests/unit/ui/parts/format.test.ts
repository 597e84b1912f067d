import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatClock } from '../../../../src/model/clock-time.ts';
import {
  formatDays,
  formatMinutes,
  formatMinutesInFull,
  formatNames,
  formatPercent,
  formatRate,
  formatSeconds,
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
  // Rounded up to a thousand, it is said as a thousand.
  expect(formatSize(999_960_000)).toBe('1.000\u00a0MB');
  expect(formatSize(2_000_000_000)).toBe('2\u00a0GB');
  expect(formatSize(10_737_400_000)).toBe('10,7\u00a0GB');
});

describe('every amount is said as Intl says it', () => {
  const unit = (name: string, unitDisplay: 'short' | 'long' | 'narrow') => {
    const formatter = new Intl.NumberFormat('nl-NL', {
      style: 'unit',
      unit: name,
      unitDisplay,
      maximumFractionDigits: 1,
    });
    return (amount: number) => formatter.format(amount);
  };
  const amount = fc.oneof(
    fc.nat(1200),
    fc.nat(12_000).map((tenths) => tenths / 10),
    fc.nat(120_000).map((hundredths) => hundredths / 100),
    fc.double({ min: 0, max: 5000, noNaN: true }).map((value) => Number(value.toFixed(6))),
  );
  test.each([
    ['minutes', formatMinutesInFull, unit('minute', 'long')],
    ['seconds', formatSecondsInFull, unit('second', 'long')],
    ['seconds, briefly', formatSeconds, unit('second', 'narrow')],
    ['days', formatDays, unit('day', 'long')],
    [
      'numbers',
      formatRate,
      (value: number) => value.toLocaleString('nl-NL', { maximumFractionDigits: 1 }),
    ],
  ])('%s', (_, say, expected) => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(say(value)).toBe(expected(value));
      }),
      { numRuns: 2000 },
    );
  });

  test('minutes, briefly', () => {
    const expected = unit('minute', 'short');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (minutes) => {
        expect(formatMinutes(minutes * 60)).toBe(expected(minutes));
      }),
    );
  });

  test('sizes', () => {
    const [kilo, mega, giga] = ['kilobyte', 'megabyte', 'gigabyte'].map((name) =>
      unit(name, 'short'),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4e12 }),
        fc.integer({ min: 0, max: 9 }),
        (large, shift) => {
          const size = Math.max(1, Math.floor(large / 10 ** shift));
          const expected =
            size < 1e6
              ? kilo?.(Math.ceil(size / 1e3))
              : size < 1e9
                ? mega?.(size / 1e6)
                : giga?.(size / 1e9);
          expect(formatSize(size)).toBe(expected?.replace(' ', '\u00a0'));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('shares', () => {
    for (let thousandth = 0; thousandth <= 1000; thousandth += 1) {
      const share = thousandth / 1000;
      expect(formatPercent(share)).toBe(share.toLocaleString('nl-NL', { style: 'percent' }));
    }
    expect(formatPercent(1 / 3e8)).toBe('0%');
  });
});

import { describe, expect, test } from 'vitest';
import { exitCodeOf, formatTable, isMet, median } from '../../bench/result-table.ts';

const ROW = { name: 'load', unit: 'ms/s', app: 9, beside: 6, limit: 9 };

describe('median', () => {
  test.each([
    { why: 'one value', values: [4], expected: 4 },
    { why: 'the middle, whatever the order', values: [9, 1, 5], expected: 5 },
    { why: 'by size, not by letters', values: [10, 9, 100], expected: 10 },
    { why: 'between the two in the middle', values: [1, 2, 4, 100], expected: 3 },
  ])('$why', ({ values, expected }) => {
    expect(median(values)).toBe(expected);
  });

  test('of nothing there is none', () => {
    expect(() => median([])).toThrow();
  });
});

describe('isMet', () => {
  test.each([
    { why: 'exactly at the limit', app: 9, expected: true },
    { why: 'above it', app: 9.01, expected: false },
    { why: 'no number', app: Number.NaN, expected: false },
  ])('$why', ({ app, expected }) => {
    expect(isMet({ ...ROW, app })).toBe(expected);
  });
});

describe('exitCodeOf', () => {
  const missed = { ...ROW, app: 10 };
  const skipped = { name: 'hidden', reason: 'no screen' };
  test.each([
    { why: 'all met', rows: [ROW, ROW], maySkip: false, expected: 0 },
    { why: 'one missed', rows: [ROW, missed], maySkip: false, expected: 1 },
    { why: 'one not measured', rows: [ROW, skipped], maySkip: false, expected: 1 },
    {
      why: 'one not measured, which is accepted',
      rows: [ROW, skipped],
      maySkip: true,
      expected: 0,
    },
    {
      why: 'one missed beside an accepted one',
      rows: [missed, skipped],
      maySkip: true,
      expected: 1,
    },
  ])('$why: $expected', ({ rows, maySkip, expected }) => {
    expect(exitCodeOf(rows, maySkip)).toBe(expected);
  });
});

test('the table says what is met, what is not and what was left out', () => {
  const lines = formatTable([
    ROW,
    { ...ROW, name: 'wait', app: 9.5 },
    { name: 'hidden', reason: 'no screen' },
  ]).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toMatch(/^load +ms\/s +9\.00 +6\.00 +9\.00 +met$/);
  expect(lines[2]).toMatch(/^wait .* 9\.50 .* NOT MET$/);
  expect(lines[3]).toMatch(/^hidden .*SKIPPED: no screen$/);
});

import { expect, test } from 'vitest';
import { formatTimeLeft } from '../../../../src/ui/parts/format-time-left.ts';

test.each([
  [900, '15 min'],
  [899.2, '15 min'],
  [840, '14 min'],
  [60.5, '2 min'],
  [60, '60 s'],
  [44.1, '45 s'],
  [0.2, '1 s'],
  [0, '1 s'],
])('%d s is %s', (left, words) => {
  expect(formatTimeLeft(left)).toBe(words);
});

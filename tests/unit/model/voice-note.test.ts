import { expect, test } from 'vitest';
import { summarizeLevels } from '../../../src/model/voice-note.ts';

test.each([
  { why: 'nothing was measured', levels: [], count: 4, expected: [] },
  { why: 'fewer than there is room for', levels: [0.2, 0.9], count: 4, expected: [0.2, 0.9] },
  {
    why: 'the loudest of each slice',
    levels: [0.1, 0.8, 0.3, 0.2],
    count: 2,
    expected: [0.8, 0.3],
  },
  {
    why: 'slices of unequal size',
    levels: [0.5, 0.1, 0.2, 0.3, 0.4],
    count: 2,
    expected: [0.5, 0.4],
  },
  {
    why: 'nothing outside 0 to 1, in two decimals',
    levels: [1.7, -0.2, 0.123],
    count: 3,
    expected: [1, 0, 0.12],
  },
])('levels: $why', ({ levels, count, expected }) => {
  expect(summarizeLevels(levels, count)).toEqual(expected);
});

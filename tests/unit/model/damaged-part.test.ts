import { expect, it } from 'vitest';
import { damagedSeconds } from '../../../src/model/damaged-part.ts';

const MIB = 1_048_576;
const audio = { size: 2.5 * MIB, duration: 250 };

it.each([
  ['the first piece', [0], [[0, 100]]],
  ['two that touch', [0, 1], [[0, 200]]],
  [
    'the first and the last',
    [0, 2],
    [
      [0, 100],
      [200, 250],
    ],
  ],
  ['none', [], []],
])('%s', (_name, pieces, expected) => {
  const found = damagedSeconds(audio, pieces);
  expect(
    found.map(({ startTime, endTime }) => [Math.round(startTime), Math.round(endTime)]),
  ).toEqual(expected);
});

import { expect, it } from 'vitest';
import { addSample, type PaceSample, timeLeft } from '../../../src/model/download-pace.ts';

const follow = (...looks: [at: number, bytes: number][]): PaceSample[] =>
  looks.reduce<PaceSample[]>((samples, [at, bytes]) => addSample(samples, { at, bytes }), []);

it.each<[string, [number, number][], number | undefined]>([
  ['nothing yet', [], undefined],
  [
    'too short a look',
    [
      [0, 0],
      [1000, 500],
    ],
    undefined,
  ],
  [
    '500 bytes a second',
    [
      [0, 0],
      [2000, 1000],
    ],
    20,
  ],
  [
    'nothing comes in',
    [
      [0, 100],
      [5000, 100],
    ],
    undefined,
  ],
  [
    'only the last ten seconds count',
    [
      [0, 0],
      [10_000, 100],
      [20_000, 10_100],
    ],
    10,
  ],
  [
    'a cancelled download starts anew',
    [
      [0, 9000],
      [2000, 10_000],
      [3000, 100],
    ],
    undefined,
  ],
])('%s', (_name, looks, expected) => {
  expect(timeLeft(follow(...looks), 10_000)).toBe(expected);
});

import { expect, test } from 'vitest';
import { fitProgress } from '../../../src/model/fit-progress.ts';
import type { Progress } from '../../../src/model/progress.ts';
import { audioOf } from '../../fixtures/learning-route.ts';

const known = (audioHash?: string): Progress => ({
  key: 'r/m',
  position: 100,
  duration: 200,
  heard: [{ startTime: 0, endTime: 100 }],
  updatedAt: 1,
  ...(audioHash === undefined ? {} : { audioHash }),
});
/** A tenth longer than what is remembered. */
const audio = audioOf('m', 220);

test.each([
  { why: 'the same sound, as long as the catalog says', hash: audio.hash, position: 100, heard: 1 },
  {
    why: 'a memory that names no sound belongs to this one',
    hash: undefined,
    position: 100,
    heard: 1,
  },
  {
    why: 'another recording: the same share, and nothing heard',
    hash: 'old',
    position: 110,
    heard: 0,
  },
])('$why', ({ hash, position, heard }) => {
  const fitted = fitProgress(known(hash), audio);
  expect(fitted).toMatchObject({ key: 'r/m', duration: 220, audioHash: audio.hash });
  expect(fitted.position).toBeCloseTo(position, 9);
  expect(fitted.heard).toHaveLength(heard);
});

test('without sound it stays what it is', () => {
  expect(fitProgress(known('old'), undefined)).toEqual(known('old'));
});

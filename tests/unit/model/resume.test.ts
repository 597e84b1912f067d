import { describe, expect, test } from 'vitest';
import { emptyProgress } from '../../../src/model/progress.ts';
import { resumePosition } from '../../../src/model/resume.ts';

const at = (position: number, audioHash?: string) => ({
  ...emptyProgress('r/m', 0),
  duration: 200,
  position,
  ...(audioHash === undefined ? {} : { audioHash }),
});

describe('resumePosition', () => {
  test.each([
    { why: 'never played', progress: undefined, duration: 200, expected: 0 },
    { why: 'in the middle', progress: at(95.4), duration: 200, expected: 95.4 },
    { why: 'at the end starts over', progress: at(200), duration: 200, expected: 0 },
    { why: 'within half a second of the end', progress: at(199.6), duration: 200, expected: 0 },
    { why: 'just before that', progress: at(199.4), duration: 200, expected: 199.4 },
    { why: 'past the end of a shorter sound', progress: at(150), duration: 100, expected: 0 },
    { why: 'a damaged position', progress: at(Number.NaN), duration: 200, expected: 0 },
    { why: 'a negative one', progress: at(-4), duration: 200, expected: 0 },
  ])('$why', ({ progress, duration, expected }) => {
    expect(resumePosition(progress, duration)).toBe(expected);
  });

  test('goes on at the same share of a sound that was spoken anew', () => {
    expect(resumePosition(at(100, 'old'), 220, 'new')).toBeCloseTo(110, 9);
    expect(resumePosition(at(100, 'same'), 220, 'same')).toBe(100);
  });
});

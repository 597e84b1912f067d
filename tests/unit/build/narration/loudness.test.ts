import { describe, expect, it } from 'vitest';
import { kWeighting, measureLoudness } from '../../../../src/build/narration/loudness.ts';
import { createSine, join } from './signals.ts';

describe('kWeighting', () => {
  it('gives the coefficients of BS.1770, tables 1 and 2, at 48 kHz', () => {
    const [shelf, cut] = kWeighting(48_000);
    expect(shelf.b0).toBeCloseTo(1.53512485958697, 8);
    expect(shelf.b1).toBeCloseTo(-2.69169618940638, 8);
    expect(shelf.b2).toBeCloseTo(1.19839281085285, 8);
    expect(shelf.a1).toBeCloseTo(-1.69065929318241, 8);
    expect(shelf.a2).toBeCloseTo(0.73248077421585, 8);
    expect(cut.b0).toBe(1);
    expect(cut.b1).toBe(-2);
    expect(cut.b2).toBe(1);
    expect(cut.a1).toBeCloseTo(-1.99004745483398, 8);
    expect(cut.a2).toBeCloseTo(0.99007225036621, 8);
  });
});

describe('measureLoudness', () => {
  it.each([48_000, 22_050])('a full-scale sine of 997 Hz is -3.01 LUFS at %i Hz', (rate) => {
    expect(measureLoudness(createSine(997, 5, rate), rate)).toBeCloseTo(-3.01, 1);
  });

  it('20 dB down is 20 LU down', () => {
    expect(measureLoudness(createSine(997, 5, 48_000, 0.1), 48_000)).toBeCloseTo(-23.01, 1);
  });

  it('silence between two sounds does not count', () => {
    // Only the few blocks on the borders are softer.
    const tone = createSine(997, 30, 22_050, 0.1);
    const silence = new Float32Array(60 * 22_050);
    expect(measureLoudness(join(tone, silence, tone), 22_050)).toBeCloseTo(-23.01, 1);
  });

  it('a part more than 10 LU below the rest does not count', () => {
    // EBU Tech 3341, case 3: -36, -23, -36 dBFS. There in two channels; one channel is 3.01 lower.
    const quiet = createSine(1000, 10, 48_000, 10 ** (-36 / 20));
    const loud = createSine(1000, 60, 48_000, 10 ** (-23 / 20));
    expect(measureLoudness(join(quiet, loud, quiet), 48_000)).toBeCloseTo(-26.01, 1);
  });

  it('silence has no loudness', () => {
    expect(measureLoudness(new Float32Array(48_000), 48_000)).toBe(-Infinity);
  });

  it('less than one block of 0.4 s has no loudness', () => {
    expect(measureLoudness(createSine(997, 0.39, 48_000), 48_000)).toBe(-Infinity);
  });
});

import { describe, expect, it } from 'vitest';
import { limit, setLevel } from '../../../../src/build/narration/level.ts';
import { measureLoudness } from '../../../../src/build/narration/loudness.ts';
import { measureTruePeak } from '../../../../src/build/narration/true-peak.ts';
import { createSine, join } from './signals.ts';

const RATE = 22_050;

describe('measureTruePeak', () => {
  it('finds the top between the samples', () => {
    // At a quarter of the rate and an eighth of a turn, every sample is 0.7071 of the top.
    const sine = createSine(RATE / 4, 0.5, RATE, 1, 1 / 8);
    expect(Math.max(...sine)).toBeCloseTo(Math.SQRT1_2, 5);
    // Swelling in and out, because a sudden start or stop has tops of its own.
    const swelling = sine.map(
      (sample, index) => sample * Math.sin((Math.PI * index) / sine.length),
    );
    expect(measureTruePeak(swelling)).toBeCloseTo(0, 1);
  });

  it('is the top itself for a slow sine', () => {
    expect(measureTruePeak(createSine(100, 0.5, RATE, 0.5))).toBeCloseTo(-6.02, 1);
  });

  it('silence has no peak', () => {
    expect(measureTruePeak(new Float32Array(100))).toBe(-Infinity);
  });
});

describe('limit', () => {
  it('keeps a loud part below the ceiling and leaves a soft one alone', () => {
    const soft = createSine(440, 0.5, RATE, 0.1);
    const loud = createSine(440, 0.5, RATE, 0.9);
    const limited = limit(join(soft, loud, soft), -6, RATE);
    expect(measureTruePeak(limited)).toBeLessThanOrEqual(-5.95);
    expect(measureTruePeak(limited)).toBeGreaterThan(-6.5);
    const untouched = soft.length - Math.round(0.01 * RATE) - 1;
    expect(limited.subarray(0, untouched)).toEqual(soft.subarray(0, untouched));
  });

  it('changes the gain in a curve, without a step', () => {
    const constant = join(
      new Float32Array(RATE / 10).fill(0.2),
      new Float32Array(1).fill(0.9),
      new Float32Array(RATE / 10).fill(0.2),
    );
    const limited = limit(constant, -6, RATE);
    const before = limited.subarray(0, RATE / 10 - 2);
    for (let index = 1; index < before.length; index += 1) {
      expect(Math.abs((before[index] ?? 0) - (before[index - 1] ?? 0))).toBeLessThan(0.005);
    }
  });
});

describe('setLevel', () => {
  it('brings a signal to its loudness', () => {
    const level = setLevel(createSine(997, 3, RATE, 0.01), -19, -1.5, RATE);
    expect(measureLoudness(level, RATE)).toBeCloseTo(-19, 1);
  });

  it('reaches its loudness although the limiter takes some away', () => {
    const click = new Float32Array(2000);
    click[1000] = 1;
    const soft = createSine(997, 1, RATE, 0.05);
    const level = setLevel(join(soft, click, soft, click, soft), -19, -12, RATE);
    expect(measureLoudness(level, RATE)).toBeCloseTo(-19, 1);
    expect(measureTruePeak(level)).toBeLessThanOrEqual(-11.9);
  });

  it('refuses silence', () => {
    expect(() => setLevel(new Float32Array(RATE), -19, -1.5, RATE)).toThrow(/silent/);
  });
});

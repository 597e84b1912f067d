import { describe, expect, it } from 'vitest';
import { applyBiquad, createBiquad, equalize } from '../../../../src/build/narration/equalizer.ts';
import type { EqualizerBand } from '../../../../src/build/narration/settings.ts';
import { createSine, settledLevel } from './signals.ts';

const RATE = 22_050;

function gainAt(frequency: number, band: EqualizerBand): number {
  return settledLevel(applyBiquad(createSine(frequency, 2, RATE), createBiquad(band, RATE)));
}

describe('one band', () => {
  const highPass: EqualizerBand = { kind: 'high-pass', frequency: 85, q: Math.SQRT1_2 };
  const bell: EqualizerBand = { kind: 'bell', frequency: 1000, q: 0.9, gain: -2.5 };
  const shelf: EqualizerBand = { kind: 'high-shelf', frequency: 3600, q: Math.SQRT1_2, gain: 2 };

  it.each([
    ['high-pass is 3 dB down at its corner', highPass, 85, -3.01],
    // Second order: 12 dB per octave, so 24 dB two octaves down, and 0.02 dB less for the corner.
    ['high-pass falls 12 dB an octave', highPass, 21.25, -24.1],
    ['high-pass leaves what is far above it', highPass, 3000, 0],
    ['bell has its gain in the middle', bell, 1000, -2.5],
    ['bell leaves what is far below it', bell, 30, 0],
    ['bell leaves what is far above it', bell, 10_500, 0],
    ['shelf has half its gain at its corner', shelf, 3600, 1],
    ['shelf has its whole gain near the top', shelf, 10_800, 2],
    ['shelf leaves what is far below it', shelf, 100, 0],
  ])('%s', (_, band, frequency, decibels) => {
    expect(gainAt(frequency, band)).toBeCloseTo(decibels, 1);
  });
});

describe('equalize', () => {
  it('puts bands after one another: their gains in dB add up', () => {
    const bands: EqualizerBand[] = [
      { kind: 'bell', frequency: 1000, q: 1, gain: 3 },
      { kind: 'bell', frequency: 1000, q: 1, gain: -5 },
    ];
    expect(settledLevel(equalize(createSine(1000, 1, RATE), bands, RATE))).toBeCloseTo(-2, 2);
  });

  it('leaves the signal that it was given as it was', () => {
    const signal = createSine(1000, 0.1, RATE);
    const before = signal.slice();
    equalize(signal, [{ kind: 'bell', frequency: 1000, q: 1, gain: 6 }], RATE);
    expect(signal).toEqual(before);
  });
});

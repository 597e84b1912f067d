/**
 * Second-order filters after Robert Bristow-Johnson's cookbook, and the chain of them that colours
 * the voice.
 *
 * @see https://www.w3.org/TR/audio-eq-cookbook/
 */
import type { EqualizerBand } from './settings.ts';

/** Coefficients of a second-order filter, divided by a0. */
export interface Biquad {
  b0: number;
  b1: number;
  b2: number;
  a1: number;
  a2: number;
}

/** Computes the filter of one band. @param sampleRate - In hertz. */
export function createBiquad(band: EqualizerBand, sampleRate: number): Biquad {
  const omega = (2 * Math.PI * band.frequency) / sampleRate;
  const cos = Math.cos(omega);
  const alpha = Math.sin(omega) / (2 * band.q);
  if (band.kind === 'high-pass') {
    const half = (1 + cos) / 2;
    return divide([half, -(1 + cos), half], [1 + alpha, -2 * cos, 1 - alpha]);
  }
  const amplitude = 10 ** (band.gain / 40);
  if (band.kind === 'bell') {
    return divide(
      [1 + alpha * amplitude, -2 * cos, 1 - alpha * amplitude],
      [1 + alpha / amplitude, -2 * cos, 1 - alpha / amplitude],
    );
  }
  const sum = amplitude + 1;
  const difference = amplitude - 1;
  const slope = 2 * Math.sqrt(amplitude) * alpha;
  return divide(
    [
      amplitude * (sum + difference * cos + slope),
      -2 * amplitude * (difference + sum * cos),
      amplitude * (sum + difference * cos - slope),
    ],
    [sum - difference * cos + slope, 2 * (difference - sum * cos), sum - difference * cos - slope],
  );
}

/** Filters a signal from silence on; the input stays as it is. */
export function applyBiquad(samples: Float32Array, filter: Biquad): Float32Array {
  const output = new Float32Array(samples.length);
  let first = 0;
  let second = 0;
  for (let index = 0; index < samples.length; index += 1) {
    const input = samples[index] ?? 0;
    const value = filter.b0 * input + first;
    first = filter.b1 * input - filter.a1 * value + second;
    second = filter.b2 * input - filter.a2 * value;
    output[index] = value;
  }
  return output;
}

/** Puts a signal through all bands in order. */
export function equalize(
  samples: Float32Array,
  bands: readonly EqualizerBand[],
  sampleRate: number,
): Float32Array {
  return bands.reduce(
    (signal, band) => applyBiquad(signal, createBiquad(band, sampleRate)),
    samples,
  );
}

type Triple = [number, number, number];

function divide([b0, b1, b2]: Triple, [a0, a1, a2]: Triple): Biquad {
  return { b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: a1 / a0, a2: a2 / a0 };
}

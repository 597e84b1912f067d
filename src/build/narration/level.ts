/** Brings speech to the wanted loudness without letting a peak pass the ceiling. */
import { measureLoudness } from './loudness.ts';
import { envelopePeaks } from './true-peak.ts';

/** How long before a peak the gain starts to go down, and how long after it comes back. */
const LOOK_AHEAD = 0.005;
/** A limiter takes some loudness away; so the gain is set a few times, until this close in LU. */
const CLOSE_ENOUGH = 0.01;
const ROUNDS = 6;

/**
 * Scales and limits a signal.
 *
 * @param target - Integrated loudness in LUFS.
 * @param ceiling - True peak in dBTP.
 * @throws When the signal is silent.
 */
export function setLevel(
  samples: Float32Array,
  target: number,
  ceiling: number,
  sampleRate: number,
): Float32Array {
  let gain = target - measureLoudness(samples, sampleRate);
  if (!Number.isFinite(gain)) throw new Error('a silent signal has no loudness to set');
  const peaks = envelopePeaks(samples);
  for (let round = 1; ; round += 1) {
    const level = limit(scale(samples, gain), ceiling, sampleRate, scale(peaks, gain));
    const error = target - measureLoudness(level, sampleRate);
    if (Math.abs(error) < CLOSE_ENOUGH || round === ROUNDS) return level;
    gain += error;
  }
}

/**
 * Turns the signal down around each true peak above the ceiling, in a smooth curve.
 *
 * @remarks Per sample the gain that its peak needs; the minimum of that over a window; the mean of
 * those minima over the same window. Every value in the mean is small enough for the peak, so the
 * mean is too.
 * @param ceiling - In dBTP.
 * @param peaks - What {@link envelopePeaks} gives for the samples, when that is known already.
 */
export function limit(
  samples: Float32Array,
  ceiling: number,
  sampleRate: number,
  peaks: Float32Array = envelopePeaks(samples),
): Float32Array {
  const highest = 10 ** (ceiling / 20);
  const reach = Math.round(LOOK_AHEAD * sampleRate);
  const needed = peaks.map((peak) => Math.min(1, highest / peak));
  const lowest = slidingMinimum(needed, reach);
  const sums = new Float64Array(samples.length + 1);
  lowest.forEach((gain, index) => {
    sums[index + 1] = (sums[index] ?? 0) + gain;
  });
  const output = new Float32Array(samples.length);
  for (let index = 0; index < samples.length; index += 1) {
    const from = Math.max(0, index - reach);
    const to = Math.min(samples.length, index + reach + 1);
    const gain = ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
    output[index] = (samples[index] ?? 0) * gain;
  }
  return output;
}

function scale(samples: Float32Array, decibels: number): Float32Array {
  const factor = 10 ** (decibels / 20);
  return samples.map((sample) => sample * factor);
}

/** The minimum over `reach` values on either side of each value. */
function slidingMinimum(values: Float32Array, reach: number): Float32Array {
  const result = new Float32Array(values.length).fill(1);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 1;
    // Few samples need any gain, so writing those out beats a queue.
    if (value === 1) continue;
    const last = Math.min(values.length - 1, index + reach);
    for (let at = Math.max(0, index - reach); at <= last; at += 1) {
      if (value < (result[at] ?? 1)) result[at] = value;
    }
  }
  return result;
}

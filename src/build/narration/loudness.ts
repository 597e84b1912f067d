/**
 * Measures how loud a mono signal is, as broadcasters do: K-weighting and two gates.
 *
 * @see https://www.itu.int/rec/R-REC-BS.1770
 */
import { applyBiquad, type Biquad } from './equalizer.ts';

const BLOCK = 0.4;
const STEP = 0.1;
const ABSOLUTE_GATE = -70;
const RELATIVE_GATE = -10;

/**
 * The two filters of K-weighting for any sample rate.
 *
 * @remarks BS.1770 gives coefficients for 48 kHz only. These are the analogue filters behind that
 * table, put through the bilinear transform again; at 48 kHz they give the table back.
 */
export function kWeighting(sampleRate: number): [Biquad, Biquad] {
  return [headShelf(sampleRate), lowCut(sampleRate)];
}

/**
 * Integrated loudness of one channel.
 *
 * @returns LUFS; `-Infinity` when all of it is silent or it is shorter than 0.4 s.
 */
export function measureLoudness(samples: Float32Array, sampleRate: number): number {
  const [shelf, cut] = kWeighting(sampleRate);
  const weighted = applyBiquad(applyBiquad(samples, shelf), cut);
  const powers = blockPowers(weighted, sampleRate);
  const audible = powers.filter((power) => toLufs(power) > ABSOLUTE_GATE);
  const threshold = toLufs(mean(audible)) + RELATIVE_GATE;
  return toLufs(mean(audible.filter((power) => toLufs(power) > threshold)));
}

function blockPowers(samples: Float32Array, sampleRate: number): number[] {
  const block = Math.round(BLOCK * sampleRate);
  const powers: number[] = [];
  for (let step = 0; ; step += 1) {
    const from = Math.round(step * STEP * sampleRate);
    if (from + block > samples.length) return powers;
    let sum = 0;
    for (let index = from; index < from + block; index += 1) sum += (samples[index] ?? 0) ** 2;
    powers.push(sum / block);
  }
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function toLufs(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

/** First stage: about +4 dB above 1.7 kHz, for the head that stands in the sound. */
function headShelf(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
}

/** Second stage: a high-pass at 38 Hz, for low tones that the ear hears less. */
function lowCut(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
}

/** Finds how high a signal goes between its samples: what a converter or encoder will meet. */

const OVERSAMPLING = 4;
/** Samples on either side of the point that is interpolated. */
const REACH = 12;

/** For each of the three points between two samples, the weights of the samples around it. */
const PHASES = createPhases();

/**
 * Upper level around each sample.
 *
 * @returns Per sample the largest absolute value from it up to the next sample, both included as
 * interpolated at four times the rate; 1 is full scale (0 dBTP).
 */
export function envelopePeaks(samples: Float32Array): Float32Array {
  const peaks = new Float32Array(samples.length);
  for (let index = 0; index < samples.length; index += 1) {
    let peak = Math.abs(samples[index] ?? 0);
    for (const weights of PHASES) {
      let value = 0;
      for (let tap = 0; tap < 2 * REACH; tap += 1) {
        value += (weights[tap] ?? 0) * (samples[index - REACH + 1 + tap] ?? 0);
      }
      peak = Math.max(peak, Math.abs(value));
    }
    peaks[index] = peak;
  }
  return peaks;
}

/** The true peak of a signal in dBTP; `-Infinity` for silence. */
export function measureTruePeak(samples: Float32Array): number {
  let peak = 0;
  for (const value of envelopePeaks(samples)) peak = Math.max(peak, value);
  return 20 * Math.log10(peak);
}

function createPhases(): Float64Array[] {
  const phases: Float64Array[] = [];
  for (let phase = 1; phase < OVERSAMPLING; phase += 1) {
    const weights = new Float64Array(2 * REACH);
    for (let tap = 0; tap < weights.length; tap += 1) {
      const distance = tap - REACH + 1 - phase / OVERSAMPLING;
      const sinc = Math.sin(Math.PI * distance) / (Math.PI * distance);
      weights[tap] = sinc * Math.cos((Math.PI * distance) / (2 * REACH)) ** 2;
    }
    phases.push(weights);
  }
  return phases;
}

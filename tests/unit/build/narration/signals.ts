/** Signals with known properties, for checking measurements against the arithmetic. */

/** A sine with its top at `amplitude`; `phase` in parts of a full turn. */
export function createSine(
  frequency: number,
  seconds: number,
  sampleRate: number,
  amplitude = 1,
  phase = 0,
): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, index) => amplitude * Math.sin(2 * Math.PI * ((frequency * index) / sampleRate + phase)),
  );
}

/** Signals after one another. */
export function join(...parts: Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** The level of a signal's second half in dB, where a full-scale sine is 0: filters have settled by then. */
export function settledLevel(samples: Float32Array): number {
  const half = samples.subarray(samples.length / 2);
  const power = half.reduce((sum, sample) => sum + sample ** 2, 0) / half.length;
  return 10 * Math.log10(2 * power);
}

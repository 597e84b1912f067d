/** The small picture of a narration for the seek bar. */
import type { Fraction } from '../../model/units.ts';

/**
 * Loudness per equal slice.
 *
 * @returns `count` values from 0 to 1 with two decimals; the loudest slice is 1, silence is 0.
 */
export function readPeaks(samples: Float32Array, count: number): Fraction[] {
  const levels: number[] = [];
  for (let slice = 0; slice < count; slice += 1) {
    const from = Math.floor((slice * samples.length) / count);
    const to = Math.floor(((slice + 1) * samples.length) / count);
    let sum = 0;
    for (let index = from; index < to; index += 1) sum += (samples[index] ?? 0) ** 2;
    levels.push(Math.sqrt(sum / Math.max(1, to - from)));
  }
  const loudest = Math.max(...levels);
  return levels.map((level) => (loudest === 0 ? 0 : Math.round((level / loudest) * 100) / 100));
}

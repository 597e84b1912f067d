/** Gathers how loud a sound is while its frames go by, and draws that as equal slices. */

import { SILENCE } from '../catalog/mp3-frame.ts';
import type { Fraction, Seconds } from '../model/units.ts';

/** Enough for a bar of a few hundred points. */
const SLICES = 400;

/** So long a stretch is one number until the length is known; ten hours make 144,000 of them. */
const STRETCH: Seconds = 0.25;

/** So far under the loudest is the foot of the picture: 90 dB. */
const RANGE = 60;

export class LoudnessPicture {
  readonly #levels: number[] = [];
  #sum = 0;
  #time: Seconds = 0;

  /** @param level - In steps of 1.5 dB; only its distance to the others counts. */
  add(level: number, duration: Seconds): void {
    this.#sum += level * duration;
    this.#time += duration;
    if (this.#time < STRETCH) return;
    this.#levels.push(this.#sum / this.#time);
    this.#sum = 0;
    this.#time = 0;
  }

  /** @returns Values from 0 to 1 with two decimals; empty for a sound that is too short to draw, or silent. */
  draw(): Fraction[] {
    const count = Math.min(SLICES, this.#levels.length);
    const slices = Array.from({ length: count }, (_, slice) => {
      const from = Math.floor((slice * this.#levels.length) / count);
      const to = Math.floor(((slice + 1) * this.#levels.length) / count);
      const share = this.#levels.slice(from, to);
      return share.reduce((sum, level) => sum + level, 0) / Math.max(1, share.length);
    });
    // One loud knock must not flatten all the speech.
    const loud = slices.toSorted((a, b) => a - b)[Math.floor(count * 0.98)] ?? SILENCE;
    if (loud <= SILENCE) return [];
    return slices.map((level) => {
      const height = 1 - (loud - level) / Math.min(RANGE, loud - SILENCE);
      return Math.round(Math.min(1, Math.max(0, height)) * 100) / 100;
    });
  }
}

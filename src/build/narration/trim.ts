/** Cuts the engine's own silence off a spoken piece, so that all silence is ours and times are exact. */
import { SAMPLE_RATE, TRIM } from './settings.ts';

/** Where speech begins and ends in a piece: sample indices, `end` excluded. */
export interface SpeechSpan {
  start: number;
  end: number;
}

/** Finds the samples between which a piece is not silent; `undefined` when all of it is silent. */
export function findSpeech(samples: ArrayLike<number>): SpeechSpan | undefined {
  let loudest = 0;
  for (let index = 0; index < samples.length; index += 1) {
    loudest = Math.max(loudest, Math.abs(samples[index] ?? 0));
  }
  if (loudest === 0) return undefined;
  const threshold = loudest * TRIM.threshold;
  let start = 0;
  while (Math.abs(samples[start] ?? 0) < threshold) start += 1;
  let end = samples.length;
  while (Math.abs(samples[end - 1] ?? 0) < threshold) end -= 1;
  return { start, end };
}

/**
 * Trims a piece to its speech with a short run-up and run-out, both faded so that no cut clicks.
 *
 * @param pcm - Samples of 16 bits.
 * @returns Samples from -1 to 1. The speech starts exactly `TRIM.preRoll` after the first sample.
 * @throws When the piece holds no sound at all: a text of only signs.
 */
export function trimSpeech(pcm: Int16Array): Float32Array {
  const span = findSpeech(pcm);
  if (!span) throw new Error('the speech engine gave only silence');
  const preRoll = Math.round(TRIM.preRoll * SAMPLE_RATE);
  const postRoll = Math.round(TRIM.postRoll * SAMPLE_RATE);
  const trimmed = new Float32Array(preRoll + (span.end - span.start) + postRoll);
  for (let index = 0; index < trimmed.length; index += 1) {
    const fadeIn = Math.min(1, index / preRoll);
    const fadeOut = Math.min(1, (trimmed.length - 1 - index) / postRoll);
    trimmed[index] = ((pcm[span.start - preRoll + index] ?? 0) / 32_768) * fadeIn * fadeOut;
  }
  return trimmed;
}

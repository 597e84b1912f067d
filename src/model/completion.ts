/** When a sound counts as finished. Hearing decides, not where the slider is; and it never reverts. */
import { addRange, coveredFraction, type HeardRange } from './coverage.ts';
import type { CompletionHow, Progress } from './progress.ts';
import type { Fraction, Timestamp } from './units.ts';

/** Floats that add up to nine tenths may come out a hair below it. */
const ROUNDING = 1e-9;

/** Whether at least the asked share was heard; never for a sound of unknown length. */
export function isHeardEnough(
  progress: Pick<Progress, 'heard' | 'duration'>,
  completion: Fraction,
): boolean {
  if (!(progress.duration > 0)) return false;
  return coveredFraction(progress.heard, progress.duration) >= completion - ROUNDING;
}

/** Adds a passage that was heard, and finishes the sound when that makes enough. */
export function withHeard(
  progress: Progress,
  range: HeardRange,
  completion: Fraction,
  now: Timestamp,
): Progress {
  const next: Progress = { ...progress, heard: addRange(progress.heard, range) };
  return isHeardEnough(next, completion) ? withCompleted(next, 'heard', now) : next;
}

/** Finishes a sound; the first date and reason stay. */
export function withCompleted(progress: Progress, how: CompletionHow, now: Timestamp): Progress {
  return progress.completed ? progress : { ...progress, completed: { at: now, how } };
}

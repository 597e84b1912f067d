/**
 * Taking back that a sound is finished, and forgetting how far somebody was. Nothing reverts by itself: both
 * are acts of a person. The moment of the act is kept, and whatever was remembered before it, in another tab
 * or on its way to the disk, loses from it; see `mergeProgress`.
 */
import { isHeardEnough } from './completion.ts';
import type { Progress } from './progress.ts';
import type { Fraction, Timestamp } from './units.ts';

/**
 * Opens a finished sound again. What was heard stays, so that the rest is enough to finish it. Only when it
 * would be enough by itself, hearing starts over: else the next second would finish the sound again.
 */
export function reopened(progress: Progress, completion: Fraction, now: Timestamp): Progress {
  const { completed: _completed, ...rest } = progress;
  const heard = isHeardEnough(progress, completion) ? [] : progress.heard;
  return { ...rest, heard, ...stamp(progress, now) };
}

/** As if the sound was never played. */
export function forgotten({ key, ...before }: Progress, now: Timestamp): Progress {
  return { key, position: 0, duration: before.duration, heard: [], ...stamp(before, now) };
}

/** Later than anything before it, even on a clock that was set back. */
function stamp(
  before: Pick<Progress, 'startedOverAt' | 'updatedAt'>,
  now: Timestamp,
): { startedOverAt: Timestamp; updatedAt: Timestamp } {
  const at = Math.max(now, before.updatedAt + 1, (before.startedOverAt ?? 0) + 1);
  return { startedOverAt: at, updatedAt: at };
}

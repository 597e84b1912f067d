/** Playing only what was missed: which passages those are, and when it is time for the next one. */
import { gaps, type HeardRange } from './coverage.ts';
import type { Seconds } from './units.ts';

/** Shorter gaps are what a player leaves between two of its times; nobody misses them. */
const SHORTEST_MISSED: Seconds = 1;

/** Who jumps this far out of a passage goes back to hear how it begins, or wants the next one: still at it. */
const STEP: Seconds = 60;

/** The passages that were not heard, in order. */
export function missedPassages(heard: readonly HeardRange[], duration: Seconds): HeardRange[] {
  return gaps(heard, duration, SHORTEST_MISSED);
}

/** `before`: still on the way; `over`: on to the next one; `left`: the listener went elsewhere. */
export type MissedOutcome = 'before' | 'inside' | 'over' | 'left';

/**
 * What a time says about the passage that is played now.
 *
 * @param isInside - Whether an earlier time was in the passage already.
 * @param isJump - Whether the time was reached by a jump instead of by listening.
 */
export function takeMissedTime(
  passage: HeardRange,
  currentTime: Seconds,
  isInside: boolean,
  isJump: boolean,
): MissedOutcome {
  if (currentTime >= passage.endTime) {
    if (isJump && currentTime > passage.endTime + STEP) return 'left';
    // A time from before the jump to this passage may come late.
    return isInside ? 'over' : 'before';
  }
  if (currentTime >= passage.startTime) return 'inside';
  if (isJump && currentTime < passage.startTime - STEP) return 'left';
  return isInside ? 'inside' : 'before';
}

/** Whether the sound is still inside a passage that is to be repeated or slowed down. */
import type { Seconds } from './units.ts';

/** A part of the sound, half-open. */
export interface Passage {
  startTime: Seconds;
  endTime: Seconds;
}

/** Whether the sound reached the passage yet: facts of before the jump to it may still come in. */
export interface PassageWatch extends Passage {
  isInside: boolean;
}

/** What one time says. `ended`: played to its end; `left`: the listener went elsewhere. */
export type PassageOutcome = 'inside' | 'ended' | 'left';

/** A player lands this close to where it was sent, and tells its time this much late at most. */
const EARLY: Seconds = 0.5;
const LATE: Seconds = 1.5;

/** Takes in a time that the player told. */
export function takePassageTime(
  watch: PassageWatch,
  currentTime: Seconds,
): { watch: PassageWatch; outcome: PassageOutcome } {
  if (currentTime >= watch.startTime - EARLY && currentTime < watch.endTime) {
    return { watch: { ...watch, isInside: true }, outcome: 'inside' };
  }
  if (!watch.isInside) return { watch, outcome: 'inside' };
  const isJustPast = currentTime >= watch.endTime && currentTime < watch.endTime + LATE;
  return { watch, outcome: isJustPast ? 'ended' : 'left' };
}

/** A repeat jumps back before the sound itself ends, as the end would start what comes next. */
const END_GUARD: Seconds = 0.5;

/**
 * The passage from the first of these lines to the last.
 *
 * @param duration - Of the whole sound.
 * @returns `undefined` without a line that has times.
 */
export function passageOf(
  lines: readonly { startTime?: Seconds; endTime?: Seconds }[],
  duration: Seconds,
): Passage | undefined {
  const startTime = lines[0]?.startTime;
  const endTime = lines.at(-1)?.endTime;
  if (startTime === undefined || endTime === undefined) return undefined;
  const end = Math.min(endTime, duration - END_GUARD);
  return end > startTime ? { startTime, endTime: end } : undefined;
}

/** Which passages of a sound were heard: a sorted list of disjoint ranges, and what is missing from it. */
import type { Fraction, Seconds } from './units.ts';

/** A passage that was really heard, at any speed. Half-open: `[startTime, endTime)`. */
export interface HeardRange {
  startTime: Seconds;
  endTime: Seconds;
}

/** Two ranges this close are one: media clocks do not repeat a time to the last digit. */
export const TOUCH_TOLERANCE: Seconds = 0.05;

/**
 * Adds a passage.
 *
 * @param ranges - Sorted and disjoint, as this function returns them; not changed.
 * @param range - Ignored when it is empty, reversed, before 0 or not finite.
 */
export function addRange(ranges: readonly HeardRange[], range: HeardRange): HeardRange[] {
  let startTime = Math.max(0, range.startTime);
  let endTime = range.endTime;
  if (!Number.isFinite(startTime) || !Number.isFinite(endTime) || endTime <= startTime) {
    return [...ranges];
  }
  const before: HeardRange[] = [];
  const after: HeardRange[] = [];
  for (const present of ranges) {
    if (present.endTime < startTime - TOUCH_TOLERANCE) before.push(present);
    else if (present.startTime > endTime + TOUCH_TOLERANCE) after.push(present);
    else {
      startTime = Math.min(startTime, present.startTime);
      endTime = Math.max(endTime, present.endTime);
    }
  }
  return [...before, { startTime, endTime }, ...after];
}

/** How much of a sound was heard; passages past its end do not count, and an unknown length gives 0. */
export function coveredFraction(ranges: readonly HeardRange[], duration: Seconds): Fraction {
  if (!(duration > 0) || !Number.isFinite(duration)) return 0;
  let heard = 0;
  for (const { startTime, endTime } of ranges) {
    heard += Math.max(0, Math.min(endTime, duration) - Math.min(startTime, duration));
  }
  return Math.min(1, heard / duration);
}

/**
 * The passages that were not heard, in order.
 *
 * @param shortest - Gaps shorter than this are left out. @defaultValue {@link TOUCH_TOLERANCE}
 */
export function gaps(
  ranges: readonly HeardRange[],
  duration: Seconds,
  shortest: Seconds = TOUCH_TOLERANCE,
): HeardRange[] {
  const missing: HeardRange[] = [];
  let reached: Seconds = 0;
  for (const { startTime, endTime } of [...ranges, { startTime: duration, endTime: duration }]) {
    const gapEnd = Math.min(startTime, duration);
    if (gapEnd - reached > shortest) missing.push({ startTime: reached, endTime: gapEnd });
    reached = Math.max(reached, endTime);
  }
  return missing;
}

/** A time in a sound as a reader reads it. */
import type { Seconds } from './units.ts';

/**
 * `2:32`, or `1:02:32` from an hour on; rounds down, never negative. Written out by hand: a time in a sound
 * is no time of day, and not every browser in use has a format of durations.
 */
export function formatClock(time: Seconds): string {
  const whole = Math.max(0, Math.floor(time));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const seconds = String(whole % 60).padStart(2, '0');
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`
    : `${minutes}:${seconds}`;
}

/** When a sleep timer stops the sound, and how it grows quiet before that. */

import type { Chapter } from './learning-module.ts';
import { chapterAt } from './timeline.ts';
import type { Fraction, Seconds } from './units.ts';

/** The lengths that can be chosen, in minutes. */
export const SLEEP_MINUTES = [5, 10, 15, 30, 45, 60] as const;

/** What ends the listening. */
export type SleepChoice =
  | { kind: 'minutes'; minutes: number }
  | { kind: 'chapter' }
  | { kind: 'module' };

/** The last seconds of a timer in minutes grow quieter. A chapter and a module end by themselves. */
const FADE_TIME: Seconds = 8;

/** A player tells its time up to 0.27 s apart: a chapter is stopped at the last time told before its end. */
const TELLING_GAP: Seconds = 0.27;

/** Two ends this close are one. */
const SAME_END: Seconds = 1;

/** How loud it is with so much left; 1 until the last {@link FADE_TIME}. */
export function fadeVolume(left: Seconds): Fraction {
  return Math.min(1, Math.max(0, left / FADE_TIME));
}

/**
 * Where the chapter that plays now ends.
 *
 * @returns `undefined` for the last chapter, which ends with its module, and for chapters without times.
 */
export function chapterStop(
  chapters: readonly Chapter[],
  currentTime: Seconds,
  duration: Seconds,
): Seconds | undefined {
  const endTime = chapterAt(chapters, currentTime)?.endTime;
  return endTime === undefined || endTime > duration - SAME_END ? undefined : endTime;
}

/** Whether the next time told would be past the end of the chapter. */
export function isAtStop(stop: Seconds, currentTime: Seconds, rate: number): boolean {
  return currentTime >= stop - TELLING_GAP * rate;
}

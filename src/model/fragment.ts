/** Which seconds are played when somebody asks to hear again what a mark or a question is about. */
import type { QuestionTimes } from './learning-module.ts';
import type { HeardRange } from './progress.ts';
import type { Seconds } from './units.ts';

/** How long a fragment is; shorter where the sound starts or ends. */
export const FRAGMENT_LENGTH: Seconds = 20;

/** Who marks a moment has just heard what it is about. */
export const MARK_LEAD: Seconds = 15;

/** Two marks closer than this are one press too many. */
export const SAME_MOMENT: Seconds = 1;

/** The fragment around a mark: it starts 15 s before it. */
export function fragmentOfMark(time: Seconds, duration: Seconds): HeardRange {
  const startTime = Math.max(0, time - MARK_LEAD);
  return { startTime, endTime: Math.min(duration, startTime + FRAGMENT_LENGTH) };
}

/** What was said before a question; of one at the very start, the question itself. */
export function fragmentBefore({ cueTime, endTime }: QuestionTimes): HeardRange {
  if (cueTime <= 0) return { startTime: 0, endTime };
  return { startTime: Math.max(0, cueTime - FRAGMENT_LENGTH), endTime: cueTime };
}

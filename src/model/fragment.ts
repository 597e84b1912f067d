/** Which seconds are played when somebody asks to hear again what a mark or a question is about. */

import type { HeardRange } from './coverage.ts';
import type { LearningModule, Question, QuestionTimes } from './learning-module.ts';
import type { Anchor } from './note.ts';
import type { Seconds } from './units.ts';

/** How long a fragment is; shorter where the sound starts or ends. */
const FRAGMENT_LENGTH: Seconds = 20;

/** The most that is played again to somebody who tries to remember. */
const PASSAGE_LENGTH: Seconds = 90;

/** Who marks a moment has just heard what it is about. */
export const MARK_LEAD: Seconds = 15;

/** Two marks closer than this are one press too many. */
export const SAME_MOMENT: Seconds = 1;

/** The fragment around a mark: it starts 15 s before it. */
export function fragmentOfMark(time: Seconds, duration: Seconds): HeardRange {
  const startTime = Math.max(0, time - MARK_LEAD);
  return { startTime, endTime: Math.min(duration, startTime + FRAGMENT_LENGTH) };
}

/** What a note is about: the words before a question that was answered, or those around the moment of any other note. */
export function fragmentOfNote({ time, questionId }: Anchor, duration: Seconds): HeardRange {
  const at = time ?? 0;
  if (questionId === undefined) return fragmentOfMark(at, duration);
  const endTime = Math.min(duration, Math.max(at, FRAGMENT_LENGTH));
  return { startTime: Math.max(0, endTime - FRAGMENT_LENGTH), endTime };
}

/** What was said before a question; of one at the very start, the question itself. */
export function fragmentBefore({ cueTime, endTime }: QuestionTimes): HeardRange {
  if (cueTime <= 0) return { startTime: 0, endTime };
  return { startTime: Math.max(0, cueTime - FRAGMENT_LENGTH), endTime: cueTime };
}

/**
 * The passage that a question asks back: its chapter up to the question, at most {@link PASSAGE_LENGTH}.
 *
 * @returns `undefined` for a question without a second of its own, and for one with nothing before it.
 */
export function passageBefore(
  module: Pick<LearningModule, 'chapters'>,
  { times }: Pick<Question, 'times'>,
): HeardRange | undefined {
  if (!times) return undefined;
  const chapter = module.chapters.findLast(({ startTime }) => (startTime ?? 0) < times.cueTime);
  const startTime = Math.max(chapter?.startTime ?? 0, times.cueTime - PASSAGE_LENGTH);
  return startTime < times.cueTime ? { startTime, endTime: times.cueTime } : undefined;
}

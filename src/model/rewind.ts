/** How far playing goes back when a listener returns: the longer away, the further, to a whole sentence. */
import type { LearningModule } from './learning-module.ts';
import { timedSentences } from './timeline.ts';
import { DAY, type Milliseconds, type Seconds, type Timestamp } from './units.ts';

const MINUTE: Milliseconds = 60_000;
const HOUR: Milliseconds = 60 * MINUTE;

/** A sentence that began longer before the wished place than this is not started over. */
export const LONGEST_SNAP: Seconds = 12;

/**
 * How far to go back after so long away: nothing under a minute, 3 s after that, 10 s after an hour,
 * 20 s after a day.
 *
 * @param lastPlayedAt - `undefined` for a sound that was never played: nothing.
 * @param now - A clock that was set back counts as no time away.
 */
export function rewindStep(lastPlayedAt: Timestamp | undefined, now: Timestamp): Seconds {
  const away = lastPlayedAt === undefined ? 0 : now - lastPlayedAt;
  if (away >= DAY) return 20;
  if (away >= HOUR) return 10;
  return away >= MINUTE ? 3 : 0;
}

/** Where sentences and spoken questions begin, in order: the places that playing may go back to. */
export function sentenceStarts(module: LearningModule | undefined): Seconds[] {
  if (!module) return [];
  const sentences = timedSentences(module).map(({ startTime }) => startTime ?? 0);
  const questions = module.questions.flatMap(({ times }) => (times ? [times.startTime] : []));
  return [...sentences, ...questions].sort((a, b) => a - b);
}

/**
 * The place to go on from.
 *
 * @param starts - Sorted, as {@link sentenceStarts} returns them; empty while the text is not there.
 * @returns `position` itself when `step` is 0; else at most `step` and {@link LONGEST_SNAP} before it, never below 0.
 */
export function rewindTo(position: Seconds, step: Seconds, starts: readonly Seconds[]): Seconds {
  if (step <= 0) return position;
  const target = Math.max(0, position - step);
  const start = starts.findLast((candidate) => candidate <= target);
  return start !== undefined && target - start <= LONGEST_SNAP ? start : target;
}

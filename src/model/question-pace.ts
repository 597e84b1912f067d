/**
 * What a spoken question does to the listening: stop, go on and keep it for later, or leave it out.
 * Decided from a passage that was really played, so that a jump over a question does nothing.
 */
import type { Question, QuestionTimes } from './learning-module.ts';
import type { QuestionMode } from './settings.ts';
import type { Seconds } from './units.ts';

/** A question with its times in the sound. */
export type SpokenQuestion = Question & { times: QuestionTimes };

/** What to do now. `skip` goes to `to`; the others concern a question that was just spoken. */
export type QuestionAction =
  | { kind: 'none' }
  | { kind: 'pause' | 'later'; question: SpokenQuestion }
  | { kind: 'skip'; question: SpokenQuestion; to: Seconds };

/** How listening is when a passage ends. */
export interface QuestionPace {
  mode: QuestionMode;
  isVisible: boolean;
  /** Answered questions are heard, and stop nothing. */
  isAnswered: (questionId: string) => boolean;
}

/** Before the soft sound it is quiet for longer than this; a player tells its time 0.27 s apart. */
const SKIP_LEAD: Seconds = 0.3;

/** After a jump back this far before a question, it may stop the sound once more. */
export const ASK_AGAIN_AFTER: Seconds = 60;

const NONE: QuestionAction = { kind: 'none' };

/**
 * Looks at the passage that was just played.
 *
 * @param questions - Of the module that plays; those without times do nothing.
 * @param from - Where the passage started; its end at or before this does nothing.
 * @param to - Where the sound is now.
 */
export function paceQuestions(
  questions: readonly Question[],
  from: Seconds,
  to: Seconds,
  { mode, isVisible, isAnswered }: QuestionPace,
): QuestionAction {
  if (!(to > from)) return NONE;
  for (const question of spokenQuestions(questions)) {
    const { times } = question;
    if (mode === 'off') {
      const isReached = from < times.cueTime && to >= times.cueTime - skipLead(times);
      if (isReached && to < times.endTime) return { kind: 'skip', question, to: times.endTime };
    } else if (isPassed(times.quietTime, from, to) && !isAnswered(question.id)) {
      return { kind: mode === 'auto' && isVisible ? 'pause' : 'later', question };
    }
  }
  return NONE;
}

/** The moment after `time` at which a question that is not answered may stop the sound. */
export function nextStop(
  questions: readonly Question[],
  time: Seconds,
  isAnswered: (questionId: string) => boolean,
): Seconds | undefined {
  const stops = spokenQuestions(questions)
    .filter(({ id, times }) => times.quietTime > time && !isAnswered(id))
    .map(({ times }) => times.quietTime);
  return stops.length === 0 ? undefined : Math.min(...stops);
}

/** Whether the sound stands in the quiet that follows a question. */
export function isInQuiet({ quietTime, endTime }: QuestionTimes, time: Seconds): boolean {
  return time >= quietTime && time < endTime;
}

/** Whether the sound itself announces the question; a recording does not. */
export function hasSoftSound({ cueTime, startTime }: QuestionTimes): boolean {
  return cueTime < startTime;
}

function spokenQuestions(questions: readonly Question[]): SpokenQuestion[] {
  return questions.filter((question): question is SpokenQuestion => question.times !== undefined);
}

/** In a recording the sentence before it may end where the question starts. */
function skipLead(times: QuestionTimes): Seconds {
  return hasSoftSound(times) ? SKIP_LEAD : 0;
}

/** The very start of the sound is passed by whoever plays from there. */
function isPassed(moment: Seconds, from: Seconds, to: Seconds): boolean {
  return (from < moment || (from === 0 && moment === 0)) && moment <= to;
}

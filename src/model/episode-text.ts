/** A recording in the shape of a module: so the player shows its chapters, text and questions as of any other. */
import type { Chapter, LearningModule, Question, QuestionTimes } from './learning-module.ts';
import { type Recording, recordingAudio, type SpokenLine } from './recording.ts';
import type { Seconds } from './units.ts';

/** A question at the end stops the sound in its last second, so that going on leads to what follows. */
export const END_LEAD: Seconds = 1;

/** A pause of this length starts a new paragraph; and so does every so many lines. */
const PARAGRAPH_PAUSE: Seconds = 2;
const PARAGRAPH_LINES = 6;

/**
 * Makes the text of the episode.
 *
 * @param module - The module that the episode belongs to; its own text stays out of it.
 */
export function episodeText(module: LearningModule, recording: Recording): LearningModule {
  return {
    ...module,
    title: module.episode?.title ?? module.title,
    chapters: chaptersOf(module.episode?.title ?? module.title, recording),
    questions: episodeQuestions(module.questions, recording.duration),
    audio: recordingAudio(recording),
    peaks: recording.peaks,
  };
}

/** The questions of the episode with their moments as times; one after the end of a shorter recording comes at its end. */
export function episodeQuestions(questions: readonly Question[], duration: Seconds): Question[] {
  return questions
    .filter(({ on }) => on === 'episode')
    .map((question) => ({ ...question, times: timesOf(question, duration) }));
}

function timesOf({ moment }: Question, duration: Seconds): QuestionTimes {
  const last = Math.max(0, duration - END_LEAD);
  let time = last;
  if (moment?.kind === 'start') time = 0;
  if (moment?.kind === 'fraction') time = Math.min(last, moment.fraction * duration);
  if (moment?.kind === 'time') time = Math.min(last, moment.time);
  return { cueTime: time, startTime: time, quietTime: time, endTime: time };
}

/** Without chapters in the file the whole episode is one. What is said before the first chapter belongs to it. */
function chaptersOf(title: string, { chapters, duration, transcript }: Recording): Chapter[] {
  const marks = chapters.length > 0 ? chapters : [{ title, startTime: 0 }];
  const lines = transcript?.lines ?? [];
  let count = 0;
  return marks.map((mark, index) => {
    const from = index === 0 ? Number.NEGATIVE_INFINITY : mark.startTime;
    const endTime = marks[index + 1]?.startTime ?? duration;
    const to = index === marks.length - 1 ? Number.POSITIVE_INFINITY : endTime;
    const own = lines.filter(({ startTime }) => startTime >= from && startTime < to);
    const blocks = paragraphsOf(own).map((paragraph) => ({
      kind: 'paragraph' as const,
      sentences: paragraph.map(({ startTime, endTime: lineEnd, text }) => {
        count += 1;
        return {
          id: `a${count}`,
          content: [{ kind: 'text' as const, text }],
          startTime,
          endTime: lineEnd,
        };
      }),
    }));
    return {
      id: `aflevering-${index + 1}`,
      title: mark.title,
      startTime: mark.startTime,
      endTime,
      blocks,
    };
  });
}

function paragraphsOf(lines: readonly SpokenLine[]): SpokenLine[][] {
  const paragraphs: SpokenLine[][] = [];
  let reached: Seconds = 0;
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const isNew =
      line.startTime - reached > PARAGRAPH_PAUSE || (open?.length ?? 0) >= PARAGRAPH_LINES;
    if (open && !isNew) open.push(line);
    else paragraphs.push([line]);
    reached = line.endTime;
  }
  return paragraphs;
}

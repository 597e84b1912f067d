/** Puts the times of the audio into a text, after checking that they can be true. */
import type {
  Block,
  Chapter,
  Question,
  QuestionTimes,
  Sentence,
} from '../model/learning-module.ts';
import type { Seconds } from '../model/units.ts';
import type { ProblemSink } from './content-problem.ts';
import type { ModuleText } from './module-text.ts';
import { formatClockTime } from './moment.ts';
import type { Span } from './transcript-alignment.ts';

/** When each part of a module is heard; by id. */
export interface ModuleTimes {
  duration: Seconds;
  chapters: Map<string, Seconds>;
  sentences: Map<string, Span>;
  questions: Map<string, QuestionTimes>;
}

/** Reports chapters and questions that come after the end of the audio, or before the one above them. */
export function checkTimes(text: ModuleText, times: ModuleTimes, sink: ProblemSink): void {
  const { duration } = times;
  const end = formatClockTime(duration);
  let latest: Seconds = 0;
  for (const { chapter, momentPlace } of text.chapters) {
    const time = times.chapters.get(chapter.id);
    if (time === undefined) continue;
    const clock = formatClockTime(time);
    if (time >= duration) {
      sink.report(
        'chapter-outside-audio',
        momentPlace,
        `De kop “${chapter.title}” begint op ${clock}, maar het geluid duurt tot ${end}. Kies een eerdere tijd`,
      );
    } else if (time < latest) {
      sink.report(
        'chapter-out-of-order',
        momentPlace,
        `De kop “${chapter.title}” begint op ${clock}, eerder dan de kop erboven (${formatClockTime(latest)}). Zet de koppen op volgorde`,
      );
    }
    latest = Math.max(latest, time);
  }
  latest = 0;
  for (const { question, momentPlace } of text.questions) {
    const time = times.questions.get(question.id)?.cueTime;
    if (question.on !== 'module' || time === undefined) continue;
    const clock = formatClockTime(time);
    if (time > duration) {
      sink.report(
        'question-outside-audio',
        momentPlace,
        `De vraag ${question.id} komt op ${clock}, maar het geluid duurt tot ${end}. Kies een eerdere tijd`,
      );
    } else if (time < latest) {
      sink.report(
        'question-out-of-order',
        momentPlace,
        `De vraag ${question.id} komt op ${clock}, eerder dan de vraag erboven (${formatClockTime(latest)}). Zet de vragen op volgorde`,
      );
    }
    latest = Math.max(latest, time);
  }
}

/** Reports questions of an episode whose moments go back, or lie after its end where that is known. */
export function checkEpisodeMoments(
  text: ModuleText,
  duration: Seconds | undefined,
  sink: ProblemSink,
): void {
  let latest = { time: 0, fraction: 0 };
  for (const { question, moment, momentPlace } of text.questions) {
    if (question.on !== 'episode') continue;
    const now = { ...latest };
    if (moment?.kind === 'time') now.time = moment.time;
    if (moment?.kind === 'fraction') now.fraction = moment.fraction;
    if (duration !== undefined && now.time > duration) {
      sink.report(
        'question-outside-audio',
        momentPlace,
        `De vraag ${question.id} komt op ${formatClockTime(now.time)}, maar de aflevering duurt tot ${formatClockTime(duration)}. Kies een eerdere tijd`,
      );
    } else if (now.time < latest.time || now.fraction < latest.fraction) {
      sink.report(
        'question-out-of-order',
        momentPlace,
        `De vraag ${question.id} komt eerder dan de vraag erboven. Zet de vragen op volgorde`,
      );
    }
    latest = now;
  }
}

/** The chapters and questions as the app reads them; without times they are those of the text. */
export function placeTimes(
  text: ModuleText,
  times: ModuleTimes | undefined,
): { chapters: Chapter[]; questions: Question[] } {
  const questions = text.questions.map(({ question }): Question => {
    const found = question.on === 'module' ? times?.questions.get(question.id) : undefined;
    return found ? { ...question, times: found } : question;
  });
  const chapters = text.chapters.map(({ chapter }, index): Chapter => {
    if (!times) return chapter;
    const startTime = times.chapters.get(chapter.id);
    const next = text.chapters[index + 1];
    const endTime = next ? times.chapters.get(next.chapter.id) : times.duration;
    return {
      ...chapter,
      ...(startTime === undefined ? {} : { startTime }),
      ...(endTime === undefined ? {} : { endTime }),
      blocks: chapter.blocks.map((block) => placeBlockTimes(block, times)),
    };
  });
  return { chapters, questions };
}

function placeBlockTimes(block: Block, times: ModuleTimes): Block {
  const place = (sentence: Sentence): Sentence => ({
    ...sentence,
    ...times.sentences.get(sentence.id),
  });
  if (block.kind === 'paragraph') return { ...block, sentences: block.sentences.map(place) };
  if (block.kind === 'list') return { ...block, items: block.items.map((item) => item.map(place)) };
  return block;
}

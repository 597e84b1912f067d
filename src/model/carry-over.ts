/**
 * From the sound that somebody knows to the one that replaced it: place and heard passages go along with
 * the sentences, because seconds mean something else in another recording.
 */
import { addRange, coveredFraction, type HeardRange } from './coverage.ts';
import type { LearningModule, Sentence } from './learning-module.ts';
import { plainText, timedSentences } from './timeline.ts';
import type { Fraction, Seconds } from './units.ts';

/** A place in the new sound. */
export interface CarriedPlace {
  time: Seconds;
  /** The same words are spoken there. */
  isSure: boolean;
}

/** So much of a sentence counts as having heard it. */
const HEARD_ENOUGH: Fraction = 0.8;

/** Finds the words of a note or mark; of several sentences with those words the one nearest to `near`. */
export function findSentence(
  module: LearningModule,
  words: string,
  near: Seconds = 0,
): Seconds | undefined {
  const wanted = normalize(words);
  if (wanted === '') return undefined;
  const times = timedSentences(module)
    .filter((sentence) => normalize(plainText(sentence)) === wanted)
    .map((sentence) => sentence.startTime ?? 0);
  return times.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}

/**
 * Carries a place over.
 *
 * @param before - The module as it was when the place was kept; without it the place is kept in proportion.
 */
export function carryPlace(
  before: LearningModule | undefined,
  after: LearningModule,
  place: { time: Seconds; duration: Seconds },
): CarriedPlace {
  const duration = after.audio?.duration ?? 0;
  const near = place.duration > 0 ? (place.time / place.duration) * duration : place.time;
  const guess = { time: Math.min(Math.max(0, near), duration), isSure: place.time === 0 };
  const known = before ? timedSentences(before) : [];
  const spoken = known.findLastIndex((sentence) => (sentence.startTime ?? 0) <= place.time);
  for (let index = spoken; index >= 0; index -= 1) {
    const sentence = known[index];
    const found = sentence && findSentence(after, plainText(sentence), near);
    if (sentence === undefined || found === undefined) continue;
    // The words themselves may be gone: then it starts with the last ones before them that are still there.
    return {
      time: index === spoken ? found + within(sentence, place.time) : found,
      isSure: index === spoken,
    };
  }
  return guess;
}

/** Carries the heard passages over: every sentence that was heard and is still there. */
export function carryHeard(
  before: LearningModule | undefined,
  after: LearningModule,
  heard: readonly HeardRange[],
): HeardRange[] {
  const known = new Set(
    (before ? timedSentences(before) : [])
      .filter((sentence) => isHeard(sentence, heard))
      .map((sentence) => normalize(plainText(sentence))),
  );
  let carried: HeardRange[] = [];
  const sentences = timedSentences(after);
  for (const [index, sentence] of sentences.entries()) {
    if (!known.has(normalize(plainText(sentence)))) continue;
    const { startTime = 0, endTime = 0 } = sentence;
    // The breath behind a sentence goes with it, or nobody would ever reach the end.
    const next = sentences[index + 1]?.startTime ?? after.audio?.duration ?? endTime;
    carried = addRange(carried, { startTime, endTime: Math.max(endTime, next) });
  }
  return carried;
}

function isHeard({ startTime = 0, endTime = 0 }: Sentence, heard: readonly HeardRange[]): boolean {
  const shifted = heard
    .filter((range) => range.endTime > startTime && range.startTime < endTime)
    .map((range) => ({
      startTime: Math.max(0, range.startTime - startTime),
      endTime: range.endTime - startTime,
    }));
  return coveredFraction(shifted, endTime - startTime) >= HEARD_ENOUGH;
}

/** How far into a sentence; never past it. */
function within({ startTime = 0, endTime = 0 }: Sentence, time: Seconds): Seconds {
  return time < endTime ? Math.max(0, time - startTime) : 0;
}

function normalize(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Finds when each sentence is said, by laying the words of a transcript along the words of the text. */
import type { Utterance } from '../model/narration.ts';
import type { Seconds } from '../model/units.ts';
import type { Place } from './content-problem.ts';
import type { Cue } from './web-vtt.ts';

/** From the start of the first word to the end of the last. */
export interface Span {
  startTime: Seconds;
  endTime: Seconds;
}

/** The first place where the two differ; a side that has ended is empty. */
export interface Mismatch {
  place: Place;
  inText: string;
  inTranscript: string;
}

/** What was found: a span for each utterance that is said, in the order of the script. */
export interface Alignment {
  spans: Map<Utterance, Span>;
  mismatch: Mismatch | undefined;
}

interface TimedWord extends Span {
  word: string;
  shown: string;
  place: Place;
}

/** So many words must go on well after a heading for it to count as read aloud. */
const LOOKAHEAD = 4;
/** So many words are shown of a difference. */
const SHOWN_WORDS = 3;

/**
 * Aligns a transcript with a script. Sentences must all be there, word for word; capitals, punctuation and
 * apostrophes do not count. Title, headings and questions may be read aloud or left out.
 */
export function alignTranscript(script: readonly Utterance[], cues: readonly Cue[]): Alignment {
  const heard = cues.flatMap(timeWords);
  const spans: Alignment['spans'] = new Map();
  let position = 0;
  for (const [index, utterance] of script.entries()) {
    const words = normalizeWords(utterance.text);
    const length = countMatches(words, heard, position);
    if (length < words.length) {
      if (utterance.kind !== 'sentence') continue;
      return {
        spans,
        mismatch: describeMismatch(utterance.text, length, heard, position + length),
      };
    }
    if (utterance.kind !== 'sentence' && !goesOn(script, index + 1, heard, position + length)) {
      continue;
    }
    const first = heard[position];
    const last = heard[position + length - 1];
    if (first && last) {
      spans.set(utterance, {
        startTime: roundTime(first.startTime),
        endTime: roundTime(last.endTime),
      });
    }
    position += length;
  }
  const mismatch = position < heard.length ? describeMismatch('', 0, heard, position) : undefined;
  return { spans, mismatch };
}

/** The words of a text as they are compared: lowercase, without signs; "zo’n" and "zo'n" are one word. */
export function normalizeWords(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Spreads the time of a cue over its words, by their number of characters. */
function timeWords(cue: Cue): TimedWord[] {
  const found = cue.lines.flatMap(({ value, place }) =>
    [...value.matchAll(/\S+/g)].flatMap((match) =>
      normalizeWords(match[0]).map((word) => ({
        word,
        shown: match[0],
        place: { line: place.line, column: place.column + match.index },
      })),
    ),
  );
  const total = found.reduce((sum, { word }) => sum + word.length, 0);
  const perCharacter = (cue.endTime - cue.startTime) / total;
  let passed = 0;
  return found.map((entry) => {
    const startTime = cue.startTime + passed * perCharacter;
    passed += entry.word.length;
    return { ...entry, startTime, endTime: cue.startTime + passed * perCharacter };
  });
}

function countMatches(words: readonly string[], heard: readonly TimedWord[], from: number): number {
  const differs = words.findIndex((word, index) => heard[from + index]?.word !== word);
  return differs < 0 ? words.length : differs;
}

/**
 * Whether the transcript can go on here with the rest of the script: a first sentence that begins with
 * the words of its heading must not be taken for the heading.
 */
function goesOn(
  script: readonly Utterance[],
  index: number,
  heard: readonly TimedWord[],
  position: number,
): boolean {
  const next = script[index];
  if (!next) return position === heard.length;
  const words = normalizeWords(next.text);
  if (next.kind === 'sentence') {
    const start = words.slice(0, LOOKAHEAD);
    return countMatches(start, heard, position) === start.length;
  }
  const isSaid = countMatches(words, heard, position) === words.length;
  return (
    (isSaid && goesOn(script, index + 1, heard, position + words.length)) ||
    goesOn(script, index + 1, heard, position)
  );
}

function describeMismatch(
  text: string,
  matched: number,
  heard: readonly TimedWord[],
  position: number,
): Mismatch {
  const different = heard[position];
  const last = heard.at(-1);
  return {
    place: different?.place ?? last?.place ?? { line: 1, column: 1 },
    inText: normalizeWords(text)
      .slice(matched, matched + SHOWN_WORDS)
      .join(' '),
    inTranscript: heard
      .slice(position, position + SHOWN_WORDS)
      .map(({ shown }) => shown)
      .join(' '),
  };
}

/** To the thousandth, as transcripts count. */
function roundTime(time: Seconds): Seconds {
  return Math.round(time * 1000) / 1000;
}

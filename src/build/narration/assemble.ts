/**
 * Puts spoken pieces after one another with our own silences, and notes when each thing is said.
 * Soft sounds get their place here and are added after the voice has its level.
 */
import type { NarrationTiming, Utterance } from '../../model/narration.ts';
import type { Seconds } from '../../model/units.ts';
import { SAMPLE_RATE, SILENCE } from './settings.ts';

/** An utterance with its trimmed speech, as {@link trimSpeech} gives it. */
export interface SpokenUtterance {
  utterance: Utterance;
  speech: Float32Array;
}

/** The voice of a whole module. Times are in seconds from the first sample. */
export interface Assembly extends Pick<NarrationTiming, 'chapters' | 'sentences' | 'questions'> {
  samples: Float32Array;
}

/** A piece with the sample at which it starts. */
interface PlacedSpeech extends SpokenUtterance {
  start: number;
  end: number;
}

/**
 * Assembles a module.
 *
 * @param spoken - In reading order.
 * @param cueDuration - Length of the soft sound before a question, for which room is left.
 * @returns Sentences run from their run-up to their last sound, without the silence after it. The
 * first chapter starts at 0, so that the spoken title belongs to it.
 */
export function assemble(spoken: readonly SpokenUtterance[], cueDuration: Seconds): Assembly {
  const placed = place(spoken, cueDuration);
  const last = placed.at(-1);
  const quiet = last?.utterance.kind === 'question' ? SILENCE.afterQuestion : 0;
  const length = (last?.end ?? 0) + toSamples(quiet) + toSamples(SILENCE.tail);
  const assembly: Assembly = {
    samples: new Float32Array(length),
    chapters: [],
    sentences: [],
    questions: [],
  };
  for (const piece of placed) {
    assembly.samples.set(piece.speech, piece.start);
    note(assembly, piece, cueDuration);
  }
  return assembly;
}

/** Adds a sound to a signal at each of the times given. */
export function addSound(
  samples: Float32Array,
  sound: Float32Array,
  times: readonly Seconds[],
): Float32Array {
  const mixed = samples.slice();
  for (const time of times) {
    const start = toSamples(time);
    sound.forEach((value, index) => {
      if (start + index < mixed.length) mixed[start + index] = (mixed[start + index] ?? 0) + value;
    });
  }
  return mixed;
}

function place(spoken: readonly SpokenUtterance[], cueDuration: Seconds): PlacedSpeech[] {
  const placed: PlacedSpeech[] = [];
  let end = toSamples(SILENCE.lead);
  spoken.forEach((piece, index) => {
    const before = spoken[index - 1]?.utterance;
    let start = end + toSamples(before ? silenceBetween(before, piece.utterance) : 0);
    if (piece.utterance.kind === 'question') start += toSamples(cueDuration + SILENCE.afterCue);
    end = start + piece.speech.length;
    placed.push({ ...piece, start, end });
  });
  return placed;
}

/** The gap between two utterances; the soft sound of a question comes after it. */
function silenceBetween(before: Utterance, after: Utterance): Seconds {
  // The quiet of a question is a pause by itself, longer than any other.
  if (before.kind === 'question') return SILENCE.afterQuestion;
  if (after.kind === 'heading') return SILENCE.beforeChapter;
  if (before.kind === 'sentence' && !before.endsParagraph && after.kind === 'sentence') {
    return SILENCE.afterSentence;
  }
  return SILENCE.afterParagraph;
}

function note(assembly: Assembly, piece: PlacedSpeech, cueDuration: Seconds): void {
  const startTime = piece.start / SAMPLE_RATE;
  const endTime = piece.end / SAMPLE_RATE;
  const { utterance } = piece;
  switch (utterance.kind) {
    case 'title':
      return;
    case 'heading': {
      const isFirst = assembly.chapters.length === 0;
      assembly.chapters.push({ id: utterance.chapterId, startTime: isFirst ? 0 : startTime });
      return;
    }
    case 'sentence':
      assembly.sentences.push({ id: utterance.sentenceId, startTime, endTime });
      return;
    case 'question':
      assembly.questions.push({
        id: utterance.questionId,
        cueTime: startTime - SILENCE.afterCue - cueDuration,
        startTime,
        quietTime: endTime,
        endTime: endTime + SILENCE.afterQuestion,
      });
  }
}

function toSamples(time: Seconds): number {
  return Math.round(time * SAMPLE_RATE);
}

/** Which chapter and which sentence a time belongs to. */
import type { Chapter, LearningModule, Sentence } from './learning-module.ts';
import type { Seconds } from './units.ts';

/**
 * Finds the chapter that is playing.
 *
 * @param chapters - In order, as the checker returns them.
 * @param currentTime - A time exactly at a border belongs to the later chapter.
 * @returns `undefined` before the first chapter, and for chapters without times.
 */
export function chapterAt(chapters: readonly Chapter[], currentTime: Seconds): Chapter | undefined {
  return chapters.findLast(
    (chapter) => chapter.startTime !== undefined && chapter.startTime <= currentTime,
  );
}

/** All sentences of a module, in reading order. */
export function moduleSentences(module: LearningModule): Sentence[] {
  return module.chapters.flatMap(chapterSentences);
}

/** All sentences of a chapter, in reading order. */
export function chapterSentences(chapter: Chapter): Sentence[] {
  return chapter.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.sentences;
    return block.kind === 'list' ? block.items.flat() : [];
  });
}

/** All sentences of a module with a time, in reading order. */
export function timedSentences(module: LearningModule): Sentence[] {
  return moduleSentences(module).filter((sentence) => sentence.startTime !== undefined);
}

/**
 * Finds the sentence that is spoken.
 *
 * @param sentences - Sorted by `startTime`, as {@link timedSentences} returns them.
 * @returns `undefined` in the quiet between two sentences longer than a breath, so that a question has the screen.
 */
export function sentenceAt(
  sentences: readonly Sentence[],
  currentTime: Seconds,
): Sentence | undefined {
  const sentence = sentences.findLast(
    (candidate) => (candidate.startTime ?? Number.POSITIVE_INFINITY) <= currentTime,
  );
  if (!sentence || currentTime >= (sentence.endTime ?? 0) + BREATH) return undefined;
  return sentence;
}

/** A pause between two sentences of one paragraph is shorter than this. */
const BREATH: Seconds = 1;

/** The words of a sentence without its markup. */
export function plainText(sentence: Sentence): string {
  return sentence.content.map((node) => node.text).join('');
}

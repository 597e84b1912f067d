/** Measures of how a text reads and sounds, for the content test: lengths, rhythm, and what cannot be said. */

import { plainText, splitSentences } from '../../src/catalog/split-sentences.ts';
import type { LearningModule, Sentence } from '../../src/model/learning-module.ts';

/** How long sentences are, in words. */
export interface SentenceLengths {
  mean: number;
  longest: { text: string; words: number };
  /** The most sentences of at most {@link SHORT_SENTENCE} words that follow each other. */
  shortRun: number;
}

/** A sentence of at most so many words is short. */
const SHORT_SENTENCE = 4;

/** Written short forms that a voice would stumble over; with or without their full stops. */
const ABBREVIATION_PATTERN =
  /(?<![\p{L}\p{N}])(?:bijv|bv|blz|ca|dhr|d\.?m\.?v|dr|drs|d\.?w\.?z|e\.?d|enz|etc|evt|excl|incl|i\.?p\.?v|i\.?v\.?m|m\.?b\.?t|mevr|mln|mr|mw|n\.?a\.?v|nr|o\.?a|o\.?l\.?v|prof|resp|t\.?a\.?v|t\.?o\.?v|t\/m|vgl|zgn)(?![\p{L}\p{N}])/giu;
const ACRONYM_PATTERN = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu;

/** Counts the words of a text: runs of characters that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** What is spoken of a module, in sentences: its text and its questions, without headings and model answers. */
export function bodySentences(module: Pick<LearningModule, 'chapters' | 'questions'>): string[] {
  const questions = new Map(module.questions.map((question) => [question.id, question]));
  return module.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block): string[] => {
      if (block.kind === 'paragraph') return texts(block.sentences);
      if (block.kind === 'list') return texts(block.items.flat());
      if (block.kind === 'figure') return [];
      return sentencesOf(questions.get(block.questionId)?.text ?? '');
    }),
  );
}

/** What is only read: the questions that go with an episode, and model answers, in sentences. */
export function silentSentences({ questions }: Pick<LearningModule, 'questions'>): string[] {
  return questions.flatMap(({ on, text, modelAnswer = '' }) => [
    ...(on === 'episode' ? sentencesOf(text) : []),
    ...sentencesOf(modelAnswer),
  ]);
}

/** Every text of a module that a listener hears or reads: titles, headings, sentences and answers. */
export function allTexts(module: LearningModule): string[] {
  return [
    module.title,
    module.question,
    module.summary,
    ...module.chapters.map(({ title }) => title),
    ...bodySentences(module),
    ...silentSentences(module),
  ];
}

/** Measures the sentences of a text; an empty list has length zero. */
export function measureSentences(sentences: readonly string[]): SentenceLengths {
  const lengths = sentences.map(countWords);
  const total = lengths.reduce((sum, words) => sum + words, 0);
  let longest = { text: '', words: 0 };
  let run = 0;
  let shortRun = 0;
  for (const [index, words] of lengths.entries()) {
    if (words > longest.words) longest = { text: sentences[index] ?? '', words };
    run = words <= SHORT_SENTENCE ? run + 1 : 0;
    shortRun = Math.max(shortRun, run);
  }
  return { mean: lengths.length === 0 ? 0 : total / lengths.length, longest, shortRun };
}

/** Finds what cannot be read aloud: brackets, abbreviations, and capitals that are no known name. */
export function findUnspeakable(text: string, knownNames: readonly string[]): string[] {
  const acronyms = [...text.matchAll(ACRONYM_PATTERN)].map(([match]) => match);
  return [
    ...[...text.matchAll(/[()[\]{}]/g)].map(([match]) => match),
    ...findAbbreviations(text),
    ...[...text.matchAll(/[%&+=<>/€]/g)].map(([match]) => match),
    ...acronyms.filter((acronym) => !knownNames.includes(acronym)),
  ];
}

/** Finds short forms that are not written in full. */
export function findAbbreviations(text: string): string[] {
  return [...text.matchAll(ABBREVIATION_PATTERN)].map(([match]) => match);
}

function texts(sentences: readonly Sentence[]): string[] {
  return sentences.map(({ content }) => plainText(content));
}

/** The sentences of a text that is written as one. */
export function sentencesOf(text: string): string[] {
  return splitSentences([{ kind: 'text', text }]).map(plainText);
}

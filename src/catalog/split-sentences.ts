/** From a paragraph to the lines that are read along: sentences that keep their emphasis and links. */
import type { Inline } from '../model/learning-module.ts';

/**
 * Abbreviations after which a sentence always goes on, in lowercase. Those that often stand last (e.d.,
 * jl.) are left out: a lowercase word after them is enough to go on.
 */
const ABBREVIATIONS = new Set([
  'bijv.',
  'bv.',
  'ca.',
  'd.m.v.',
  'd.w.z.',
  'dhr.',
  'dr.',
  'drs.',
  'i.p.v.',
  'i.v.m.',
  'ing.',
  'ir.',
  'm.a.w.',
  'm.b.t.',
  'm.n.',
  'mevr.',
  'mr.',
  'mw.',
  'n.a.v.',
  'nl.',
  'nr.',
  'o.a.',
  'o.l.v.',
  'prof.',
  'resp.',
  'st.',
  't.a.v.',
  't.o.v.',
  'vgl.',
  'z.g.',
  'zgn.',
]);

/** A sentence that opens with a shortened word (’s Avonds, ’t Is): its small letter hides it from the segmenter. */
const SHORTENED_START = /(?<=[.!?]['’”"]?\s)['’‘][stn]\s+\p{Lu}/gu;

/** The words of some inline content, without emphasis and links. */
export function plainText(content: readonly Inline[]): string {
  return content.map(({ text }) => text).join('');
}

/**
 * Cuts a paragraph into sentences; white space around a sentence is dropped.
 *
 * @param content - Runs of white space must be single spaces already.
 */
export function splitSentences(content: readonly Inline[]): Inline[][] {
  return sentenceRanges(plainText(content)).map(([start, end]) => sliceInline(content, start, end));
}

/** The half-open ranges of the sentences in a text. */
function sentenceRanges(text: string): [number, number][] {
  const segmenter = new Intl.Segmenter('nl', { granularity: 'sentence' });
  const ranges: [number, number][] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const previous = ranges.at(-1);
    if (previous && goesOn(text.slice(...previous), segment)) {
      previous[1] = index + segment.length;
      continue;
    }
    let start = index;
    for (const { index: end } of segment.matchAll(SHORTENED_START)) {
      ranges.push([start, index + end]);
      start = index + end;
    }
    ranges.push([start, index + segment.length]);
  }
  return ranges
    .map(([start, end]): [number, number] => {
      const part = text.slice(start, end);
      return [
        start + part.length - part.trimStart().length,
        end - part.length + part.trimEnd().length,
      ];
    })
    .filter(([start, end]) => end > start);
}

/** Whether the segmenter cut inside a sentence: after an abbreviation or initial, or before a lowercase word. */
function goesOn(before: string, after: string): boolean {
  const lastWord = before.trimEnd().split(/\s/).at(-1) ?? '';
  const bare = lastWord.replace(/^[(‘“'"]+/, '');
  if (ABBREVIATIONS.has(bare.toLowerCase())) return true;
  if (/^(\p{Lu}\.)+$/u.test(bare)) return true;
  return /^[\s'"‘’“”,;:–-]*\p{Ll}/u.test(after);
}

function sliceInline(content: readonly Inline[], start: number, end: number): Inline[] {
  const parts: Inline[] = [];
  let offset = 0;
  for (const inline of content) {
    const text = inline.text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    if (text !== '') parts.push({ ...inline, text });
    offset += inline.text.length;
  }
  return parts;
}

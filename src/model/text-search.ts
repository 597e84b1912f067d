/**
 * Finds words in a text as a reader means them: letter case, accents, the shape of quotes and dashes and
 * the number of spaces do not count. Also cuts a sentence where its matches begin and end.
 */
import type { Inline } from './learning-module.ts';

/** One line of the text to search. */
export interface TextLine {
  id: string;
  text: string;
}

/** Where the words stand: half-open, in UTF-16 units of the line's text. */
export interface TextMatch {
  lineId: string;
  start: number;
  end: number;
}

/** Fewer letters than this would mark half of the text. */
const MIN_QUERY_LENGTH = 2;

/**
 * Finds every place of the words, in reading order and without overlap.
 *
 * @returns Nothing for a query of fewer than {@link MIN_QUERY_LENGTH} letters; words that run over the end
 *   of a line are not found.
 */
export function findInText(lines: readonly TextLine[], query: string): TextMatch[] {
  const words = fold(query.trim()).text;
  if (words.length < MIN_QUERY_LENGTH) return [];
  return lines.flatMap(({ id, text }) => {
    const folded = fold(text);
    const matches: TextMatch[] = [];
    for (
      let at = folded.text.indexOf(words);
      at !== -1;
      at = folded.text.indexOf(words, at + words.length)
    ) {
      matches.push({
        lineId: id,
        start: folded.origins[at] ?? 0,
        end: folded.origins[at + words.length] ?? text.length,
      });
    }
    return matches;
  });
}

/** A piece of a sentence, inside a match or not. */
export interface CutPart {
  text: string;
  /** The match's place in the given list; absent between matches. */
  match?: number;
}

/** A node of a sentence with its text in pieces. */
export interface CutInline {
  node: Inline;
  parts: CutPart[];
}

/**
 * Cuts the nodes of a sentence at the borders of its matches; together the parts are the whole text.
 *
 * @param matches - Of this sentence only, in order and without overlap.
 */
export function cutAtMatches(
  content: readonly Inline[],
  matches: readonly Pick<TextMatch, 'start' | 'end'>[],
): CutInline[] {
  let offset = 0;
  return content.map((node) => {
    const from = offset;
    const to = from + node.text.length;
    offset = to;
    const parts: CutPart[] = [];
    let at = from;
    matches.forEach(({ start, end }, match) => {
      const first = Math.max(start, at);
      const last = Math.min(end, to);
      if (first >= last) return;
      if (first > at) parts.push({ text: node.text.slice(at - from, first - from) });
      parts.push({ text: node.text.slice(first - from, last - from), match });
      at = last;
    });
    if (at < to) parts.push({ text: node.text.slice(at - from) });
    return { node, parts };
  });
}

const SAME_SIGNS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '\u00ad': '',
};

/** Words in their simplest letters: what is typed and what was written then look the same. */
export function foldWords(text: string): string {
  // Most words are plain already, and there are very many of them.
  return PLAIN.test(text) ? text.toLowerCase() : fold(text).text;
}

const PLAIN = /^[\x21-\x7e]*$/;

/** The text in its simplest letters, and for each of them where it came from. */
function fold(text: string): { text: string; origins: number[] } {
  const letters: string[] = [];
  const origins: number[] = [];
  let index = 0;
  for (const sign of text) {
    const simple = PLAIN.test(sign)
      ? sign.toLowerCase()
      : (SAME_SIGNS[sign] ?? sign.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));
    for (const letter of simple.replace(/\s/gu, ' ').split('')) {
      if (letter === ' ' && letters.at(-1) === ' ') continue;
      letters.push(letter);
      origins.push(index);
    }
    index += sign.length;
  }
  return { text: letters.join(''), origins };
}

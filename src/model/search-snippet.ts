/** The part of a found text that shows why it was found. */
import { findInText } from './text-search.ts';

/** A piece of the text, with the words that were searched for or between them. */
export interface SnippetPart {
  text: string;
  isMatch: boolean;
}

/** About three lines on a phone. */
const LENGTH = 140;

/** How much is shown before the first word that was found. */
const LEAD = 40;

/**
 * Cuts a piece out of a text around the first of the words, with all of them told apart.
 *
 * @param terms - As they were typed; only the starts of words count.
 * @returns The beginning of the text when none of them is in it.
 */
export function snippetOf(text: string, terms: readonly string[]): SnippetPart[] {
  const matches = terms
    .flatMap((term) => findInText([{ id: '', text }], term))
    .filter(({ start }) => start === 0 || !/[\p{L}\p{N}]/u.test(text[start - 1] ?? ''))
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const first = matches[0]?.start ?? 0;
  const from = first <= LEAD ? 0 : wordStart(text, first - LEAD);
  const to = text.length - from <= LENGTH ? text.length : wordStart(text, from + LENGTH);
  const parts: SnippetPart[] = [];
  let at = from;
  const add = (end: number, isMatch: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), isMatch });
    at = Math.max(at, end);
  };
  for (const { start, end } of matches) {
    if (start < at || start >= to) continue;
    add(start, false);
    add(Math.min(end, to), true);
  }
  add(to, false);
  if (from > 0) parts.unshift({ text: '… ', isMatch: false });
  if (to < text.length) parts.push({ text: ' …', isMatch: false });
  return parts;
}

/** The start of the word at a place, so that no word and no letter is cut. */
function wordStart(text: string, at: number): number {
  const space = text.slice(0, at).search(/\s\S*$/u);
  return space === -1 ? at : space + 1;
}

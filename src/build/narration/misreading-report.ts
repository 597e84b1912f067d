/** Finds words that the voice may misread and shows how it says them, for an author to judge. */
import type { Utterance } from '../../model/narration.ts';
import { isRespelled, toSpokenText } from './spoken-text.ts';

/** Why a word is in the report. */
export type Suspicion =
  | 'naam'
  | 'hoofdletters'
  | 'cijfers'
  | 'leestekens'
  | 'vreemd'
  | 'lang'
  | 'woordenlijst';

/** A word that may be misread. */
export interface SuspectWord {
  word: string;
  suspicions: Suspicion[];
  /** What the voice is given for it. */
  spokenText: string;
}

/** Letters and digits, with the signs that may stand inside a word. */
const WORD = /[\p{L}\p{N}]+(?:[’'.:,-][\p{L}\p{N}]+)*/gu;

/** From this many letters on, a compound is often cut in the wrong place. */
const LONG = 18;

/** Spellings that point to a word from another language: quiz, Khalid, lockdown, team, tour, expertise. */
const FOREIGN = /[qxy]|^(?:[bdgkpr]h|sh)|sh$|ck|ea(?!u)|oa|ow|ou[hlr]|tion|(?<!e)(?:in|is)e$|ce$/i;

/** Finds suspect words, each once, in order of appearance. */
export function findSuspectWords(utterances: readonly Utterance[]): SuspectWord[] {
  const found = new Map<string, SuspectWord>();
  for (const { text } of utterances) {
    for (const match of text.matchAll(WORD)) {
      const word = match[0];
      if (found.has(word)) continue;
      const suspicions = suspect(word, isSentenceStart(text, match.index));
      if (suspicions.length === 0) continue;
      found.set(word, { word, suspicions, spokenText: toSpokenText(word).replace(/\.$/, '') });
    }
  }
  return [...found.values()];
}

/** Lays out suspect words with their phonetic signs, one a line. @param phonetics - In the same order. */
export function formatReport(words: readonly SuspectWord[], phonetics: readonly string[]): string {
  const rows = words.map(({ word, spokenText, suspicions }, index) => [
    word,
    spokenText === word ? '' : `→ ${spokenText}`,
    `[${phonetics[index] ?? ''}]`,
    suspicions.join(', '),
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function suspect(word: string, startsSentence: boolean): Suspicion[] {
  const suspicions: Suspicion[] = [];
  if (isRespelled(word)) suspicions.push('woordenlijst');
  if (/\p{N}/u.test(word)) suspicions.push('cijfers');
  if (/\p{Lu}.*\p{Lu}/u.test(word)) suspicions.push('hoofdletters');
  else if (/^\p{Lu}/u.test(word) && !startsSentence) suspicions.push('naam');
  if (/[.:,]/.test(word) || /[^\p{ASCII}’]/u.test(word)) suspicions.push('leestekens');
  if (FOREIGN.test(word)) suspicions.push('vreemd');
  if (word.length >= LONG) suspicions.push('lang');
  return suspicions;
}

function isSentenceStart(text: string, index: number): boolean {
  return /(^|[.?!:]\s)[‘“"']?$/.test(text.slice(0, index));
}

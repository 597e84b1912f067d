/**
 * From the text on the screen to the text for the voice: numbers and abbreviations in words, letters
 * apart, misread words respelled. What is shown never changes.
 */
import { writeNumber, writeOrdinal } from './dutch-number.ts';
import { ABBREVIATIONS, LEXICON } from './lexicon.ts';

/** Letters and digits, with apostrophes and hyphens inside. */
const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;

const ABBREVIATION = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:${Object.keys(ABBREVIATIONS)
    .map((short) => short.replaceAll('.', '\\.'))
    .join('|')})`,
  'giu',
);

/**
 * Prepares one utterance for the voice.
 *
 * @param text - As shown: plain text, no Markdown.
 * @returns Always ends in a mark that closes a sentence, so that titles fall at the end too.
 */
export function toSpokenText(text: string): string {
  const written = text
    .normalize('NFC')
    .replace(/[‘“”„«»"]/g, '')
    // A closing quote looks like an apostrophe, but no letter follows it.
    .replace(/[’'](?![\p{L}\p{N}])/gu, '')
    .replace(ABBREVIATION, (short) => ABBREVIATIONS[short.toLowerCase()] ?? short)
    .replace(/\s*&\s*/g, ' en ')
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' of ')
    .replace(/(?<=\d)\s*[-–]\s*(?=\d)/g, ' tot ')
    .replace(/\s+[-–—]\s+/g, ', ')
    .replace(/(?<=\d)\s*%/g, ' procent')
    .replace(/€\s*(\d+)/g, '$1 euro')
    .replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, '')
    .replace(/(\d+),(\d+)/g, '$1 komma $2')
    .replace(/(\d+):(\d\d)(?!\d)/g, '$1 uur $2')
    .replace(WORD, respell)
    .replace(/\s+/g, ' ')
    .trim();
  return /[.?!…]$/.test(written) ? written : `${written.replace(/[,;:]$/, '')}.`;
}

/** Whether the lexicon has a spelling for a word. */
export function isRespelled(word: string): boolean {
  return findRespelling(word) !== undefined;
}

function respell(word: string): string {
  const known = findRespelling(word);
  if (known !== undefined) return known;
  if (/^\p{Lu}{2,5}$/u.test(word)) return [...word].join('.');
  if (/^\d+$/.test(word)) return writeNumber(Number(word)) ?? word;
  const ordinal = /^(\d+)(?:e|de|ste)$/.exec(word)?.[1];
  if (ordinal !== undefined) return writeOrdinal(Number(ordinal)) ?? word;
  // The voice reads "Eén" as two syllables, and "Één" as one.
  if (word === 'Eén') return 'Één';
  if (isStressed(word)) return word.normalize('NFD').replaceAll('\u0301', '').normalize('NFC');
  // Parts of a name with a hyphen are looked up one by one: Amy-Jane.
  const parts = word.split('-');
  return parts.some(isRespelled) ? parts.map(respell).join(' ') : word;
}

/**
 * Whether acute accents only ask for stress (wél, vóór, dé): the voice would take é for another vowel.
 * In één they are kept, and so is the é at the end of oké and café.
 */
function isStressed(word: string): boolean {
  if (!/[áéíóú]/iu.test(word) || word.toLowerCase() === 'één') return false;
  return !/..és?$/u.test(word);
}

function findRespelling(word: string): string | undefined {
  if (Object.hasOwn(LEXICON, word)) return LEXICON[word];
  const lower = word.toLowerCase();
  // A word in capitals is not the ordinary word: UPDATE may be a name.
  const isOrdinary = word === lower || word.slice(1) === lower.slice(1);
  return isOrdinary && Object.hasOwn(LEXICON, lower) ? LEXICON[lower] : undefined;
}

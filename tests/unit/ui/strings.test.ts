/** The words of the interface: all in one folder, every one used. How they read is a test of content. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { STRINGS, wordFiles } from '../../content/interface-words.ts';
import { findUnusedStrings } from './unused-strings.ts';

const SOURCE = fileURLToPath(new URL('../../../src/', import.meta.url));

/** What reads the words: everything but the words themselves. */
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('ui/strings/'))
  .map((path) => ({ path, text: readFileSync(`${SOURCE}${path}`, 'utf8') }));

/** `${count} dagen`, with its unit written out. */
const UNIT_BY_HAND = /\}(\s|\\u00a0)?([kMG]B|min|s|sec|seconden|minuten|uur|dagen)\b/;

describe('every file of words', () => {
  it.each(wordFiles)('$file has one object', ({ exports, name }) => {
    expect(exports).toBe(1);
    expect(name).toMatch(/strings$/i);
  });

  it.each(wordFiles)(
    '$file leaves amounts to the formats: no value is followed by a unit',
    ({ file }) => {
      expect(readFileSync(`${STRINGS}${file}`, 'utf8')).not.toMatch(UNIT_BY_HAND);
    },
  );
});

describe('every word', () => {
  it('is said by some code', () => {
    expect(findUnusedStrings(fileURLToPath(new URL('../../../', import.meta.url)))).toEqual([]);
  });

  it('would be missed: the check follows the path and not the name', () => {
    const folder = new URL('../../fixtures/unused-strings/', import.meta.url);
    expect(findUnusedStrings(fileURLToPath(folder))).toEqual(
      ['play', 'player.pause', 'state.gone', 'taken.hint', 'rows.one.note', 'rows.other.note'].map(
        (path) => `part.ts: ${path}`,
      ),
    );
  });
});

describe('the screens', () => {
  it('hold no words of their own', () => {
    const screens = sources.filter(({ path }) => /^(ui|state)\//.test(path));
    const found = screens.flatMap(({ path, text }) =>
      literalsIn(text).map((literal) => `${path}: ${literal}`),
    );
    expect(found).toEqual([]);
  });

  it('would be caught with words of their own', () => {
    expect(literalsIn("const a = 'Bewaar je antwoord';")).toEqual(['Bewaar je antwoord']);
    expect(literalsIn('<p class="x">Nog niet bewaard</p>')).toEqual(['Nog niet bewaard']);
    expect(literalsIn('<button aria-label="Sluit zoeken">')).toEqual(['Sluit zoeken']);
    expect(literalsIn('a<b>(c); const d = <p>{words.x}</p>')).toEqual([]);
  });
});

/** Dutch in code: text between tags, and literals with a capital or more than one word. */
function literalsIn(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  const quoted = [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)]
    .filter(({ index }) => !isThrown(code, index))
    .map(([, single, double]) => single ?? double ?? '');
  const between = [...code.matchAll(/>([^<>{}=;()]*\p{L}[^<>{}=;()]*)<\//gu)].map(
    ([, words = '']) => words.trim(),
  );
  return [...quoted.filter(isDutch), ...between.filter((words) => words !== '')];
}

/** Errors are for who reads the console, and in English. */
function isThrown(code: string, index: number): boolean {
  return /(Error|throw)[^;]*$/.test(code.slice(Math.max(0, index - 60), index));
}

const DUTCH =
  /\b(de|het|een|je|jij|van|naar|niet|nog|wordt|bewaard|opnieuw|zoek|zoeken|sluit|voor|met|geen|dit|deze)\b/i;

function isDutch(words: string): boolean {
  return /^[\p{Lu}][\p{L}’]+( |$)/u.test(words)
    ? DUTCH.test(words)
    : /\s/.test(words) && DUTCH.test(words);
}

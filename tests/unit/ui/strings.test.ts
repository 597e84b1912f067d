/** The words of the interface: all in one folder, every one used, and as easy to read as the texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/catalog/split-sentences.ts';
import { countWords } from '../../content/reading-measures.ts';
import { findUnusedStrings } from './unused-strings.ts';

const SOURCE = fileURLToPath(new URL('../../../src/', import.meta.url));
const STRINGS = `${SOURCE}ui/strings/`;

type Words = string | number | ((...values: never[]) => string) | readonly Words[] | WordTree;
interface WordTree {
  readonly [name: string]: Words;
}

/** Every exported object of words, by file and name. */
const files = readdirSync(STRINGS).filter((name) => name.endsWith('.ts'));
const trees = await Promise.all(
  files.map(async (file) => {
    const module: Record<string, WordTree> = await import(`${STRINGS}${file}`);
    const [name = '', tree = {}] = Object.entries(module)[0] ?? [];
    return { file, name, tree, exports: Object.keys(module).length };
  }),
);

/** What reads the words: everything but the words themselves. */
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('ui/strings/'))
  .map((path) => ({ path, text: readFileSync(`${SOURCE}${path}`, 'utf8') }));

describe('every file of words', () => {
  it.each(trees)('$file has one object', ({ exports, name }) => {
    expect(exports).toBe(1);
    expect(name).toMatch(/strings$/i);
  });
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

describe('the words', () => {
  const sentences = trees.flatMap(({ file, tree }) =>
    spokenIn(tree).flatMap((text) =>
      splitSentences([{ kind: 'text', text }]).map((sentence) => ({
        file,
        text: sentence.map((part) => part.text).join(''),
      })),
    ),
  );

  it('are short sentences: at most 22 words, 12 on average where they run on', () => {
    const long = sentences.filter(({ text }) => countWords(text) > 22);
    expect(long).toEqual([]);
    const running = sentences.map(({ text }) => countWords(text)).filter((words) => words > 4);
    const mean = running.reduce((sum, words) => sum + words, 0) / running.length;
    expect(mean).toBeLessThanOrEqual(12);
  });

  it('leave amounts with a unit to the formats: a value is never followed by a unit', () => {
    const byHand = /\}(\s|\\u00a0)?([kMG]B|min|s|sec|seconden|minuten|uur|dagen)\b/;
    const found = files.filter((file) => byHand.test(readFileSync(`${STRINGS}${file}`, 'utf8')));
    expect(found).toEqual([]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is looked for in source text.
    expect('nog ${count} dagen').toMatch(byHand);
  });

  it('speak to one person, without shouting or praise', () => {
    expect(sentences.filter(({ text }) => /!/.test(text))).toEqual([]);
    expect(sentences.filter(({ text }) => /\b(u|uw)\b/i.test(text))).toEqual([]);
    expect(
      sentences.filter(({ text }) => /\b(goed gedaan|super|geweldig|gefeliciteerd)\b/i.test(text)),
    ).toEqual([]);
  });

  it('promise nothing that nobody can keep', () => {
    const promises = /\b(privé|veilig|voor altijd|gegarandeerd)\b/i;
    expect(sentences.filter(({ text }) => promises.test(text))).toEqual([]);
  });
});

/** Every text of an object; a function is asked with stand-ins, a list of one that is written as its one. */
function spokenIn(words: Words): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') {
    return [words(...(Array.from({ length: words.length }, () => ['2']) as never[]))];
  }
  if (typeof words !== 'object') return [];
  return Object.values(words).flatMap(spokenIn);
}

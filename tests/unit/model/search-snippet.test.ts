import { expect, test } from 'vitest';
import { snippetOf } from '../../../src/model/search-snippet.ts';

const long = `${'aan het begin staan woorden die er niet toe doen '.repeat(3)}en dan de wijkagent ${'met nog meer woorden erachter '.repeat(10)}`;

function shown(text: string, terms: string[]): string {
  return snippetOf(text, terms)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');
}

test.each([
  {
    why: 'the start of a word',
    text: 'Wij werken samen',
    terms: ['werk'],
    expected: 'Wij [werk]en samen',
  },
  {
    why: 'not inside a word',
    text: 'Het netwerk werkt',
    terms: ['werk'],
    expected: 'Het netwerk [werk]t',
  },
  { why: 'every word', text: 'Samen eten', terms: ['eten', 'sam'], expected: '[Sam]en [eten]' },
  { why: 'with its accent', text: 'In het café', terms: ['cafe'], expected: 'In het [café]' },
  {
    why: 'words over each other count once',
    text: 'gemeente',
    terms: ['gem', 'gemeente'],
    expected: '[gemeente]',
  },
  { why: 'none of them', text: 'Iets anders', terms: ['wijk'], expected: 'Iets anders' },
  { why: 'nothing typed', text: 'Iets', terms: [''], expected: 'Iets' },
])('marks $why', ({ text, terms, expected }) => {
  expect(shown(text, terms)).toBe(expected);
});

test('of a long text the words around the first one', () => {
  const found = shown(long, ['wijkagent']);
  expect(found).toContain('[wijkagent]');
  expect(found.startsWith('… ')).toBe(true);
  expect(found.endsWith(' …')).toBe(true);
  expect(found.length).toBeLessThan(160);
  // No word is cut.
  const words = new Set(long.split(' '));
  const own = found
    .replace(/[[\]…]/gu, '')
    .trim()
    .split(/\s+/);
  expect(own.filter((word) => !words.has(word))).toEqual([]);
});

test('one endless word is cut all the same, and no letter is lost in between', () => {
  const found = shown('x'.repeat(400), ['xx']);
  expect(found.length).toBeLessThan(500);
});

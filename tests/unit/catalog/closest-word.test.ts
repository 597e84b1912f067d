import { describe, expect, it } from 'vitest';
import { findClosestWord, suggestWord } from '../../../src/catalog/closest-word.ts';

describe('findClosestWord', () => {
  it.each<[word: string, known: string[], closest: string | undefined, why: string]>([
    ['sumary', ['summary', 'sources'], 'summary', 'one letter missing'],
    ['titel', ['title', 'file'], 'title', 'two letters swapped'],
    ['Title', ['title'], 'title', 'a capital'],
    ['colors', ['colors'], 'colors', 'the word itself'],
    ['auteur', ['aliases', 'audio'], undefined, 'too far from all'],
    ['op', ['on', 'at'], 'on', 'one of two letters'],
    ['x', ['at', 'on'], undefined, 'nothing in common'],
    ['moddules', ['modules', 'model'], 'modules', 'one letter too many'],
  ])('%s among %j', (word, known, closest) => {
    expect(findClosestWord(word, known)).toBe(closest);
  });
});

describe('suggestWord', () => {
  it('asks when a word is near, and lists the words when none is', () => {
    expect(suggestWord('narratoin', ['narration'])).toBe('Bedoelde je narration?');
    expect(suggestWord('stem', ['module', 'episode'])).toBe('Kies uit: module, episode');
  });
});

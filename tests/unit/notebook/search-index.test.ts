import { beforeEach, describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../../src/model/search.ts';
import { createSearchIndex, type SearchIndex } from '../../../src/notebook/search-index.ts';

function note(id: string, text: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return {
    id,
    source: 'note',
    text,
    about: '',
    moduleId: 'a',
    group: 'answers',
    updatedAt: 10,
    ...more,
  };
}

function text(id: string, words: string, moduleId = 'a'): SearchDocument {
  return { id, source: 'text', text: words, about: '', moduleId };
}

let index: SearchIndex;

beforeEach(() => {
  index = createSearchIndex();
  index.put([
    note('cafe', 'Overleg in het café met de wijkagent'),
    note('gemeente', 'De gemeente belt eerst', { moduleId: 'b', group: 'free', updatedAt: 20 }),
    note('spoken', '', { about: 'Met welke gemeente werk je samen?', group: 'spoken' }),
    text('a/s1', 'Een gemeente is geen wijkteam.'),
    text('b/s1', 'Begin met een vraag.', 'b'),
  ]);
});

const find = (words: string, filter = {}) => {
  const { notes, texts } = index.search(words, filter, 10);
  return [...notes, ...texts];
};

describe('words', () => {
  test.each([
    { why: 'without the accent', words: 'cafe', expected: ['cafe'] },
    { why: 'with an accent that was not written', words: 'wijkágent', expected: ['cafe'] },
    { why: 'in capitals', words: 'CAFÉ', expected: ['cafe'] },
    { why: 'the beginning of a word', words: 'overl', expected: ['cafe'] },
    { why: 'all of them must be there', words: 'overleg gemeente', expected: [] },
    { why: 'in any order', words: 'wijkagent overleg', expected: ['cafe'] },
    { why: 'only signs', words: '…!', expected: [] },
  ])('$why', ({ words, expected }) => {
    expect(find(words)).toEqual(expected);
  });

  test('own words weigh more than the question; notes and texts are told apart', () => {
    const answer = index.search('gemeente', {}, 10);
    expect(answer.notes).toEqual(['gemeente', 'spoken']);
    expect(answer.texts).toEqual(['a/s1']);
    expect([answer.noteCount, answer.textCount]).toEqual([2, 1]);
    expect(answer.isForgiving).toBe(false);
  });
});

describe('one letter off', () => {
  test.each(['gemente', 'gemeentte', 'gameente'])('%s finds gemeente, and says so', (words) => {
    const answer = index.search(words, {}, 10);
    expect(answer.notes).toEqual(['gemeente', 'spoken']);
    expect(answer.isForgiving).toBe(true);
    expect(answer.terms).toContain('gemeente');
  });

  test('is not forgiven while something is found', () => {
    index.put([note('gemente', 'Gemente, zo geschreven')]);
    expect(find('gemente')).toEqual(['gemente']);
  });

  test('two letters, or one in a short word, are too many', () => {
    expect(find('gemnte')).toEqual([]);
    expect(find('bxt')).toEqual([]);
  });
});

describe('filters', () => {
  test.each([
    { why: 'a module', filter: { moduleId: 'b' }, expected: ['gemeente'] },
    { why: 'a group, without texts', filter: { group: 'spoken' as const }, expected: ['spoken'] },
    { why: 'a date, without texts', filter: { since: 20 }, expected: ['gemeente'] },
    { why: 'together', filter: { moduleId: 'a', since: 20 }, expected: [] },
  ])('$why', ({ filter, expected }) => {
    expect(find('gemeente', filter)).toEqual(expected);
  });
});

describe('changes', () => {
  test('new words take the place of the old', () => {
    index.put([note('cafe', 'Overleg op straat')]);
    expect(find('cafe')).toEqual([]);
    expect(find('straat')).toEqual(['cafe']);
  });

  test('what is removed is not found, and can come back', () => {
    index.remove(['cafe', 'never there']);
    expect(find('cafe')).toEqual([]);
    index.put([note('cafe', 'Weer in het café')]);
    expect(find('cafe')).toEqual(['cafe']);
  });

  test('as many as asked for, and how many there are', () => {
    index.put(Array.from({ length: 30 }, (_, at) => note(`n${at}`, 'wijkteam')));
    const answer = index.search('wijkteam', {}, 5);
    expect(answer.notes).toHaveLength(5);
    expect(answer.noteCount).toBe(30);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline } from '../../../src/model/learning-module.ts';
import { cutAtMatches, findInText } from '../../../src/model/text-search.ts';

const lines = [
  { id: 's1', text: 'Eén opgave, één gemeente.' },
  { id: 's2', text: 'Dat is niet één, maar twee.' },
  { id: 's3', text: 'Zo’n café in Curaçao – heel gewoon.' },
];

/** The words that were found, as they stand in the text. */
function found(query: string): string[] {
  return findInText(lines, query).map(({ lineId, start, end }) => {
    const text = lines.find(({ id }) => id === lineId)?.text ?? '';
    return `${lineId}:${text.slice(start, end)}`;
  });
}

describe('finding words', () => {
  test.each([
    [
      'een',
      ['s1:Eén', 's1:één', 's1:een', 's2:één'],
      'without accents and capitals, also inside “gemeente”',
    ],
    ['TWÉE', ['s2:twee'], 'nor do they count in the query'],
    ['één gem', ['s1:één gem'], 'over a space'],
    ['  maar   twee ', ['s2:maar twee'], 'spaces around and between'],
    ["zo'n", ['s3:Zo’n'], 'a straight quote finds a curly one'],
    ['curacao - heel', ['s3:Curaçao – heel'], 'a hyphen finds a dash'],
    ['gemeente. Dat', [], 'not over the end of a line'],
    ['e', [], 'one letter is too few'],
    ['   ', [], 'spaces are no words'],
    ['.', [], 'one sign is too few'],
    ['e.*n', [], 'no pattern language'],
    ['drie', [], 'what is not there'],
  ])('%j: %j (%s)', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  test('matches do not overlap', () => {
    expect(findInText([{ id: 's1', text: 'nanana' }], 'nana')).toEqual([
      { lineId: 's1', start: 0, end: 4 },
    ]);
  });

  test('letters that fall apart in the source are taken whole', () => {
    const text = 'cafe\u0301 dicht';
    expect(findInText([{ id: 's1', text }], 'café')).toEqual([{ lineId: 's1', start: 0, end: 5 }]);
  });

  test('any part of any text is found at its place, or not at all for too few letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, one, two) => {
        const matches = findInText([{ id: 's1', text }], text.slice(one % 20, two % 20));
        let last = 0;
        for (const { start, end } of matches) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});

describe('cutting a sentence', () => {
  const content: Inline[] = [
    { kind: 'text', text: 'Wat is ' },
    { kind: 'emphasis', text: 'niet' },
    { kind: 'text', text: ' weten?' },
  ];

  test('a match over a border of nodes is cut there', () => {
    // "is niet w" stands at 4 to 13.
    expect(cutAtMatches(content, [{ start: 4, end: 13 }])).toEqual([
      { node: content[0], parts: [{ text: 'Wat ' }, { text: 'is ', match: 0 }] },
      { node: content[1], parts: [{ text: 'niet', match: 0 }] },
      { node: content[2], parts: [{ text: ' w', match: 0 }, { text: 'eten?' }] },
    ]);
  });

  test('two matches in one node', () => {
    expect(
      cutAtMatches(
        [{ kind: 'text', text: 'een en een' }],
        [
          { start: 0, end: 3 },
          { start: 7, end: 10 },
        ],
      )[0]?.parts,
    ).toEqual([{ text: 'een', match: 0 }, { text: ' en ' }, { text: 'een', match: 1 }]);
  });

  test('without a match every node stays whole', () => {
    expect(cutAtMatches(content, []).map(({ parts }) => parts)).toEqual([
      [{ text: 'Wat is ' }],
      [{ text: 'niet' }],
      [{ text: ' weten?' }],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { plainText, splitSentences } from '../../../src/catalog/split-sentences.ts';
import type { Inline } from '../../../src/model/learning-module.ts';

function split(text: string): string[] {
  return splitSentences([{ kind: 'text', text }]).map(plainText);
}

describe('splitSentences', () => {
  it.each<[why: string, text: string, sentences: string[]]>([
    ['plain sentences', 'Eén zin. Nog een zin.', ['Eén zin.', 'Nog een zin.']],
    ['question and exclamation', 'Wie? Jij! Goed.', ['Wie?', 'Jij!', 'Goed.']],
    ['no full stop at the end', 'Eerst dit. Dan dat', ['Eerst dit.', 'Dan dat']],
    ['white space around', '  Eén.  Twee. ', ['Eén.', 'Twee.']],
    ['nothing', '   ', []],
    [
      'a number with a comma',
      'Het kost 2,5 euro. Dat is veel.',
      ['Het kost 2,5 euro.', 'Dat is veel.'],
    ],
    ['a time with a colon', 'Om 10:30 uur. Dan pas.', ['Om 10:30 uur.', 'Dan pas.']],
    [
      'an abbreviation before a capital',
      'Vraag het dr. Jansen. Zij weet het.',
      ['Vraag het dr. Jansen.', 'Zij weet het.'],
    ],
    [
      'an abbreviation with inner stops',
      'Scholen, o.a. De Brug, doen mee.',
      ['Scholen, o.a. De Brug, doen mee.'],
    ],
    [
      'an abbreviation before a lowercase word',
      'Bel de wijk e.d. en vraag het.',
      ['Bel de wijk e.d. en vraag het.'],
    ],
    [
      'initials',
      'Dat is van A.J. Gielen. Zij is adviseur.',
      ['Dat is van A.J. Gielen.', 'Zij is adviseur.'],
    ],
    [
      'a quoted question inside a sentence',
      'De podcast ‘Wat als ik het mis heb?’ en de rest.',
      ['De podcast ‘Wat als ik het mis heb?’ en de rest.'],
    ],
    [
      'a speaker after a quotation',
      '‘Kom je?’ vraagt zij. Hij knikt.',
      ['‘Kom je?’ vraagt zij.', 'Hij knikt.'],
    ],
    [
      'a sentence that opens with a quotation',
      'Hij belt. ‘Kom je?’ Zij komt.',
      ['Hij belt.', '‘Kom je?’', 'Zij komt.'],
    ],
    [
      'a shortened word at the start',
      'Het is laat. ’s Avonds wordt het stil.',
      ['Het is laat.', '’s Avonds wordt het stil.'],
    ],
    [
      'a closing quotation mark stays',
      'Zij zegt: ‘Het kan.’ Dan gaat zij.',
      ['Zij zegt: ‘Het kan.’', 'Dan gaat zij.'],
    ],
  ])('%s', (_why, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it('keeps emphasis and links, also where a border runs through one', () => {
    const content: Inline[] = [
      { kind: 'text', text: 'Dit is ' },
      { kind: 'emphasis', text: 'nieuw' },
      { kind: 'text', text: '. Lees ' },
      { kind: 'link', text: 'hier. En daar', url: 'https://example.org/' },
      { kind: 'text', text: '.' },
    ];
    expect(splitSentences(content)).toEqual([
      [
        { kind: 'text', text: 'Dit is ' },
        { kind: 'emphasis', text: 'nieuw' },
        { kind: 'text', text: '.' },
      ],
      [
        { kind: 'text', text: 'Lees ' },
        { kind: 'link', text: 'hier.', url: 'https://example.org/' },
      ],
      [
        { kind: 'link', text: 'En daar', url: 'https://example.org/' },
        { kind: 'text', text: '.' },
      ],
    ]);
  });
});

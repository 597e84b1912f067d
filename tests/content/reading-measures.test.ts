import { describe, expect, it } from 'vitest';
import { countWords, findUnspeakable, measureSentences } from './reading-measures.ts';

describe('countWords', () => {
  it.each<[text: string, words: number]>([
    ['', 0],
    ['Eén zin.', 2],
    ['Zo’n Expertise-unit – ja, 2020!', 4],
    ['  dubbele   spaties ', 2],
  ])('%j', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

describe('measureSentences', () => {
  it('finds the mean, the longest, and the longest run of short ones', () => {
    expect(
      measureSentences(['Een twee.', 'Ja.', 'Een twee drie vier vijf.', 'Een twee drie vier.']),
    ).toEqual({
      mean: 3,
      longest: { text: 'Een twee drie vier vijf.', words: 5 },
      shortRun: 2,
    });
  });

  it('is zero for no text', () => {
    expect(measureSentences([])).toEqual({ mean: 0, longest: { text: '', words: 0 }, shortRun: 0 });
  });
});

describe('findUnspeakable', () => {
  it.each<[text: string, found: string[]]>([
    ['Een gewone zin over Platform JEP.', []],
    ['De dreiging (nu) is laag.', ['(', ')']],
    ['Neem bijv. de wijk, o.a. de school.', ['bijv', 'o.a']],
    ['Van 1 t/m 3, ca 50%.', ['t/m', 'ca', '%', '/']],
    ['De AVG en de ESS.', ['AVG']],
    ['De dr vraagt het, de dreun niet.', ['dr']],
  ])('%s', (text, found) => {
    expect(findUnspeakable(text, ['JEP', 'ESS']).sort()).toEqual([...found].sort());
  });
});

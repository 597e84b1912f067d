/** The words of the interface read as the modules do: short sentences, no short forms, to one person. */
import { describe, expect, it } from 'vitest';
import { wordFiles } from './interface-words.ts';
import {
  countWords,
  findAbbreviations,
  measureSentences,
  sentencesOf,
} from './reading-measures.ts';

const sentences = wordFiles.flatMap(({ texts }) => texts.flatMap(sentencesOf));

/** The pages that are only text, read from top to bottom. */
const PAGES = ['privacy.ts', 'accessibility.ts'];

describe('the words of the interface', () => {
  it('are sentences of at most 22 words, 12 on average where they run on', () => {
    expect(sentences.filter((text) => countWords(text) > 22)).toEqual([]);
    const running = sentences.filter((text) => countWords(text) > 4);
    expect(measureSentences(running).mean).toBeLessThanOrEqual(12);
  });

  it.each(PAGES)('of %s are a text as measured as a module', (page) => {
    const { texts } = wordFiles.find(({ file }) => file === page) ?? { texts: [] };
    const { mean, longest } = measureSentences(texts.flatMap(sentencesOf));
    expect(texts.length).toBeGreaterThan(15);
    expect(mean).toBeLessThanOrEqual(12);
    expect(longest.words, longest.text).toBeLessThanOrEqual(22);
  });

  it('are written in full', () => {
    expect(sentences.flatMap(findAbbreviations)).toEqual([]);
  });

  it('are all there: a stand-in is never shown as nothing', () => {
    expect(sentences.filter((text) => /undefined|\[object/.test(text))).toEqual([]);
  });

  it('speak to one person, without shouting or praise', () => {
    expect(sentences.filter((text) => /!/.test(text))).toEqual([]);
    expect(sentences.filter((text) => /\b(u|uw)\b/i.test(text))).toEqual([]);
    const praise = /\b(goed gedaan|super|geweldig|gefeliciteerd)\b/i;
    expect(sentences.filter((text) => praise.test(text))).toEqual([]);
  });

  it('promise nothing that nobody can keep', () => {
    const promises = /\b(privé|veilig|voor altijd|gegarandeerd)\b/i;
    expect(sentences.filter((text) => promises.test(text))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { carryHeard, carryPlace, findSentence } from '../../../src/model/carry-over.ts';
import type { LearningModule } from '../../../src/model/learning-module.ts';
import { audioOf, moduleOf } from '../../fixtures/learning-route.ts';

/** Sentences of so many seconds, with one second of quiet behind each. */
function spoken(...sentences: [text: string, length: number][]): LearningModule {
  let at = 0;
  const lines = sentences.map(([text, length], index) => {
    const startTime = at;
    at += length + 1;
    return {
      id: `s${index}`,
      content: [{ kind: 'text' as const, text }],
      startTime,
      endTime: startTime + length,
    };
  });
  return moduleOf('een', {
    audio: audioOf('een', at),
    chapters: [
      { id: 'a', title: 'A', startTime: 0, blocks: [{ kind: 'paragraph', sentences: lines }] },
    ],
  });
}

const before = spoken(['Aap.', 4], ['Noot.', 4], ['Mies.', 4]);
const place = (time: number) => ({ time, duration: 15 });

describe('a place', () => {
  it('goes along with its sentence, as far into it', () => {
    const after = spoken(['Nieuw begin.', 9], ['Aap.', 4], ['Noot.', 4], ['Mies.', 4]);
    expect(carryPlace(before, after, place(7))).toEqual({ time: 17, isSure: true });
  });

  it('in the quiet behind a sentence starts with that sentence', () => {
    const after = spoken(['Nieuw begin.', 9], ['Aap.', 4], ['Noot.', 4]);
    expect(carryPlace(before, after, place(9.5))).toEqual({ time: 15, isSure: true });
  });

  it('of which the words are gone starts with the last words before them, and is not sure', () => {
    const after = spoken(['Aap.', 4], ['Iets anders.', 4], ['Mies.', 4]);
    expect(carryPlace(before, after, place(7))).toEqual({ time: 0, isSure: false });
  });

  it('of an unknown text is kept in proportion, and is not sure', () => {
    const after = spoken(['Aap.', 14], ['Noot.', 14]);
    expect(carryPlace(undefined, after, place(7.5))).toEqual({ time: 15, isSure: false });
  });

  it('at the very start stays there', () => {
    expect(carryPlace(undefined, spoken(['Aap.', 4]), place(0))).toEqual({ time: 0, isSure: true });
  });

  it('in words that are said twice goes to the nearer ones', () => {
    const after = spoken(['Noot.', 4], ['Aap.', 4], ['Mies.', 4], ['Noot.', 4]);
    expect(findSentence(after, ' noot. ', 1)).toBe(0);
    expect(findSentence(after, 'Noot.', 18)).toBe(15);
    expect(findSentence(after, 'Vuur.')).toBeUndefined();
    expect(findSentence(after, '')).toBeUndefined();
  });
});

describe('what was heard', () => {
  it('goes along sentence by sentence, with the quiet behind it', () => {
    const after = spoken(['Nieuw begin.', 9], ['Aap.', 4], ['Noot.', 4], ['Mies.', 4]);
    expect(carryHeard(before, after, [{ startTime: 0, endTime: 9.2 }])).toEqual([
      { startTime: 10, endTime: 20 },
    ]);
  });

  it('does not count a sentence of which only a part was heard', () => {
    expect(carryHeard(before, before, [{ startTime: 0, endTime: 7 }])).toEqual([
      { startTime: 0, endTime: 5 },
    ]);
  });

  it('of an unknown text is not carried', () => {
    expect(carryHeard(undefined, before, [{ startTime: 0, endTime: 15 }])).toEqual([]);
  });
});

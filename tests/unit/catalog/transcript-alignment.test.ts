import { describe, expect, it } from 'vitest';
import { alignTranscript, normalizeWords } from '../../../src/catalog/transcript-alignment.ts';
import type { Cue } from '../../../src/catalog/web-vtt.ts';
import type { Utterance } from '../../../src/model/narration.ts';

const cue = (startTime: number, endTime: number, text: string, line = 1): Cue => ({
  startTime,
  endTime,
  endPlace: { line, column: 1 },
  lines: [{ value: text, place: { line: line + 1, column: 1 } }],
  text,
});
const title: Utterance = { kind: 'title', text: 'De titel' };
const heading: Utterance = { kind: 'heading', chapterId: 'k', text: 'Eerst dit' };
const sentence = (sentenceId: string, text: string): Utterance => ({
  kind: 'sentence',
  sentenceId,
  text,
  endsParagraph: true,
});
const question: Utterance = { kind: 'question', questionId: 'q', text: 'Wat denk je?' };

function align(script: Utterance[], cues: Cue[]) {
  const { spans, mismatch } = alignTranscript(script, cues);
  return {
    spans: [...spans].map(([{ text }, { startTime, endTime }]) => [text, startTime, endTime]),
    mismatch,
  };
}

describe('normalizeWords', () => {
  it.each<[text: string, words: string[]]>([
    ['Zo’n zin, ja!', ['zon', 'zin', 'ja']],
    ["Zo'n ZIN ja", ['zon', 'zin', 'ja']],
    ['Oost-West: één', ['oost', 'west', 'één']],
    ['e\u0301e\u0301n', ['één']],
    ['… – ‘’', []],
  ])('%s', (text, words) => {
    expect(normalizeWords(text)).toEqual(words);
  });
});

describe('alignTranscript', () => {
  it('gives each sentence its time, by characters where a cue holds more than one', () => {
    // abcd efgh: 8 characters in 4 s, so the second sentence starts halfway.
    expect(
      align(
        [title, heading, sentence('s1', 'Abcd.'), sentence('s2', 'Efgh.')],
        [cue(10, 14, 'Abcd. Efgh.')],
      ),
    ).toEqual({
      spans: [
        ['Abcd.', 10, 12],
        ['Efgh.', 12, 14],
      ],
      mismatch: undefined,
    });
  });

  it('lets a sentence run over several cues', () => {
    const { spans } = align(
      [sentence('s1', 'Een twee drie.')],
      [cue(1, 2, 'Een'), cue(3, 4, 'twee drie')],
    );
    expect(spans).toEqual([['Een twee drie.', 1, 4]]);
  });

  it('finds title, heading and question where they are read aloud', () => {
    const script = [title, heading, sentence('s1', 'Hallo.'), question, sentence('s2', 'Dag.')];
    const cues = [
      cue(0, 1, 'De titel'),
      cue(1, 2, 'Eerst dit.'),
      cue(2, 3, 'Hallo.'),
      cue(3, 4, 'Wat denk je?'),
      cue(9, 10, 'Dag.'),
    ];
    expect(align(script, cues).spans).toEqual([
      ['De titel', 0, 1],
      ['Eerst dit', 1, 2],
      ['Hallo.', 2, 3],
      ['Wat denk je?', 3, 4],
      ['Dag.', 9, 10],
    ]);
  });

  it('does not take the start of a sentence for its heading', () => {
    const script = [heading, sentence('s1', 'Eerst dit en dan dat.')];
    expect(align(script, [cue(0, 2, 'Eerst dit en dan dat.')])).toEqual({
      spans: [['Eerst dit en dan dat.', 0, 2]],
      mismatch: undefined,
    });
  });

  it('takes the heading when it is said before a sentence that starts the same', () => {
    const script = [heading, sentence('s1', 'Eerst dit en dan dat.')];
    expect(
      align(script, [cue(0, 1, 'Eerst dit.'), cue(1, 2, 'Eerst dit en dan dat.')]).spans,
    ).toEqual([
      ['Eerst dit', 0, 1],
      ['Eerst dit en dan dat.', 1, 2],
    ]);
  });

  it('names the first words that differ, and their place', () => {
    const script = [sentence('s1', 'Een twee.'), sentence('s2', 'Drie vier vijf.')];
    expect(
      align(script, [cue(0, 1, 'Een twee.', 3), cue(1, 2, 'Drie zes vijf.', 6)]).mismatch,
    ).toEqual({
      place: { line: 7, column: 6 },
      inText: 'vier vijf',
      inTranscript: 'zes vijf.',
    });
  });

  it.each<[why: string, transcript: string, inText: string, inTranscript: string]>([
    ['the transcript stops early', 'Een', 'twee', ''],
    ['the transcript goes on', 'Een twee drie', '', 'drie'],
  ])('%s', (_why, transcript, inText, inTranscript) => {
    const { mismatch } = align([sentence('s1', 'Een twee.')], [cue(0, 1, transcript)]);
    expect(mismatch).toMatchObject({ inText, inTranscript });
  });
});

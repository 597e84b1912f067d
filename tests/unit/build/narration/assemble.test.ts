import { describe, expect, it } from 'vitest';
import { addSound, assemble } from '../../../../src/build/narration/assemble.ts';
import { SAMPLE_RATE } from '../../../../src/build/narration/settings.ts';
import type { Utterance } from '../../../../src/model/narration.ts';

/** Speech of exactly one second, so that times can be added up by hand. */
function speakOneSecond(utterances: Utterance[]) {
  return utterances.map((utterance) => ({
    utterance,
    speech: new Float32Array(SAMPLE_RATE).fill(0.5),
  }));
}

const SCRIPT: Utterance[] = [
  { kind: 'title', text: 'Titel' },
  { kind: 'heading', chapterId: 'een', text: 'Een' },
  { kind: 'sentence', sentenceId: 's1', text: 'A.', endsParagraph: false },
  { kind: 'sentence', sentenceId: 's2', text: 'B.', endsParagraph: true },
  { kind: 'sentence', sentenceId: 's3', text: 'C.', endsParagraph: true },
  { kind: 'question', questionId: 'v1', text: 'D?' },
  { kind: 'sentence', sentenceId: 's4', text: 'E.', endsParagraph: true },
  { kind: 'heading', chapterId: 'twee', text: 'Twee' },
  { kind: 'question', questionId: 'v2', text: 'F?' },
];

describe('assemble', () => {
  const assembly = assemble(speakOneSecond(SCRIPT), 0.8);

  it('starts sentences after the silences of the settings', () => {
    // Lead 0.5; title to 1.5; heading 2.9-3.9; then 0.85 after each paragraph, 0.42 in between.
    expect(assembly.sentences.map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4']);
    expect(assembly.sentences[0]?.startTime).toBeCloseTo(4.75, 3);
    expect(assembly.sentences[0]?.endTime).toBeCloseTo(5.75, 3);
    expect(assembly.sentences[1]?.startTime).toBeCloseTo(6.17, 3);
    expect(assembly.sentences[2]?.startTime).toBeCloseTo(8.02, 3);
  });

  it('gives a question its soft sound, its speech and five seconds of quiet', () => {
    // s3 ends at 9.02; 0.85 later the sound of 0.8, then 0.3, then the question of one second.
    const [question] = assembly.questions;
    expect(question?.id).toBe('v1');
    expect(question?.cueTime).toBeCloseTo(9.87, 3);
    expect(question?.startTime).toBeCloseTo(10.97, 3);
    expect(question?.quietTime).toBeCloseTo(11.97, 3);
    expect(question?.endTime).toBeCloseTo(16.97, 3);
  });

  it('goes on right after the quiet of a question', () => {
    expect(assembly.sentences[3]?.startTime).toBeCloseTo(16.97, 3);
  });

  it('starts the first chapter at 0 and the next at its spoken heading', () => {
    // s4 ends at 17.97, and a chapter has 1.4 before it.
    expect(assembly.chapters.map(({ id }) => id)).toEqual(['een', 'twee']);
    expect(assembly.chapters[0]?.startTime).toBe(0);
    expect(assembly.chapters[1]?.startTime).toBeCloseTo(19.37, 3);
  });

  it('keeps the quiet of a last question, and the tail after it', () => {
    // Heading to 20.37; 0.85; sound and gap 1.1; question to 23.32; quiet 5; tail 0.8.
    expect(assembly.questions[1]?.endTime).toBeCloseTo(28.32, 3);
    expect(assembly.samples.length / SAMPLE_RATE).toBeCloseTo(29.12, 3);
  });

  it('has sound exactly where its times say, and silence elsewhere', () => {
    const isSounding = (time: number) => assembly.samples[Math.round(time * SAMPLE_RATE)] !== 0;
    for (const { startTime, endTime } of assembly.sentences) {
      expect(isSounding(startTime)).toBe(true);
      expect(isSounding(startTime - 0.001)).toBe(false);
      expect(isSounding(endTime - 0.001)).toBe(true);
      expect(isSounding(endTime + 0.001)).toBe(false);
    }
    expect(isSounding(assembly.questions[0]?.cueTime ?? Number.NaN)).toBe(false);
  });
});

describe('addSound', () => {
  it('adds a sound at each time and leaves the rest', () => {
    const samples = new Float32Array(SAMPLE_RATE).fill(0.25);
    const mixed = addSound(samples, Float32Array.of(0.5, 0.25), [0, 0.5]);
    expect([...mixed.subarray(0, 3)]).toEqual([0.75, 0.5, 0.25]);
    expect([...mixed.subarray(SAMPLE_RATE / 2, SAMPLE_RATE / 2 + 3)]).toEqual([0.75, 0.5, 0.25]);
    expect(samples[0]).toBe(0.25);
  });

  it('cuts a sound off at the end of the signal', () => {
    expect(addSound(new Float32Array(1), Float32Array.of(0.5, 0.5), [0])).toHaveLength(1);
  });
});

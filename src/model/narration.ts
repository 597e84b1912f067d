/** What is spoken of a module, and what came out: the border between the text and its narration. */
import type { QuestionTimes } from './learning-module.ts';
import type { Fraction, Seconds, Sha256 } from './units.ts';

/** One thing to say, in order. `sentenceId` and `text` are those of the module's sentences. */
export type Utterance =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; chapterId: string; text: string }
  | { kind: 'sentence'; sentenceId: string; text: string; endsParagraph: boolean }
  | { kind: 'question'; questionId: string; text: string };

/** `narration.json` beside the audio: when each thing is said. Written by the narration tool only. */
export interface NarrationTiming {
  format: 1;
  /** SHA-256 of the utterances: differs from the text's own once the text was edited (stale). */
  textHash: Sha256;
  /** SHA-256 of the voice settings and the versions of the speech packages. */
  voiceHash: Sha256;
  duration: Seconds;
  chapters: { id: string; startTime: Seconds }[];
  sentences: { id: string; startTime: Seconds; endTime: Seconds }[];
  questions: ({ id: string } & QuestionTimes)[];
  /** 400 values, 0 to 1. */
  peaks: Fraction[];
}

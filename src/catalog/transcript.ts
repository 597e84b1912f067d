/** A transcript file: read, checked against the length of the audio, and compared with the text. */
import type { Utterance } from '../model/narration.ts';
import type { Seconds } from '../model/units.ts';
import { readUtf8 } from './authored-file.ts';
import type { ProblemSink } from './content-problem.ts';
import { type Alignment, alignTranscript, type Mismatch } from './transcript-alignment.ts';
import { type Cue, checkCueEnds, readWebVtt } from './web-vtt.ts';

/** Reads the cues; `undefined` when the file has a fault, so that it is not compared with the text. */
export function readCues(
  bytes: Uint8Array,
  duration: Seconds,
  sink: ProblemSink,
): Cue[] | undefined {
  let isGood = true;
  const watching: ProblemSink = {
    path: sink.path,
    report(...fault) {
      isGood = false;
      sink.report(...fault);
    },
  };
  const text = readUtf8(bytes, watching);
  const cues = text === undefined ? [] : readWebVtt(text, watching);
  checkCueEnds(cues, duration, watching);
  return isGood ? cues : undefined;
}

/** Aligns a transcript with what is said, and reports the first words that differ. */
export function compareTranscript(
  script: readonly Utterance[],
  cues: readonly Cue[],
  sink: ProblemSink,
): Alignment {
  const alignment = alignTranscript(script, cues);
  if (alignment.mismatch) reportMismatch(alignment.mismatch, sink);
  return alignment;
}

function reportMismatch({ place, inText, inTranscript }: Mismatch, sink: ProblemSink): void {
  let difference = `Het transcript zegt “${inTranscript}”, de tekst zegt “${inText}”. Maak beide gelijk`;
  if (inTranscript === '') {
    difference = `Het transcript stopt hier, maar de tekst gaat verder met “${inText}”. Vul het transcript aan`;
  } else if (inText === '') {
    difference = `Het transcript gaat verder met “${inTranscript}”, maar de tekst is afgelopen. Maak beide gelijk`;
  }
  sink.report('transcript-mismatch', place, difference);
}

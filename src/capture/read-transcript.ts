/** Reads the text that a listener adds to a recording. A line that cannot be read is told and left out. */
import { type ContentProblem, createProblemSink } from '../catalog/content-problem.ts';
import { readSubRip } from '../catalog/sub-rip.ts';
import { type Cue, checkCueEnds, readWebVtt } from '../catalog/web-vtt.ts';
import type { RecordingTranscript, SpokenLine } from '../model/recording.ts';
import type { Bytes, Seconds } from '../model/units.ts';

/** The words of ten hours are a tenth of this. */
const LARGEST_TEXT: Bytes = 5_000_000;

const MOST_LINES = 20_000;
const LONGEST_LINE = 2000;

/** Why a whole file was refused. `no-lines`: nothing in it could be read as words with a time. */
export type TranscriptRefusal = 'too-large' | 'not-text' | 'no-lines';

export type TranscriptReading =
  | { kind: 'refused'; why: TranscriptRefusal; problems: ContentProblem[] }
  | { kind: 'read'; transcript: RecordingTranscript; problems: ContentProblem[] };

/**
 * Reads WebVTT or SRT; the first line tells which.
 *
 * @param duration - Of the recording: what is said after its end is left out and told.
 */
export async function readTranscript(file: File, duration: Seconds): Promise<TranscriptReading> {
  if (file.size > LARGEST_TEXT) return refuse('too-large', []);
  const text = readUtf8(new Uint8Array(await file.arrayBuffer()));
  if (text === undefined) return refuse('not-text', []);
  const problems: ContentProblem[] = [];
  const sink = createProblemSink(file.name, problems);
  const isWebVtt = /^\uFEFF?WEBVTT/.test(text);
  const cues = isWebVtt ? readWebVtt(text, sink) : readSubRip(text, sink);
  checkCueEnds(cues, duration, sink);
  const lines = cues.filter(({ startTime }) => startTime < duration).flatMap(lineOf);
  if (lines.length === 0) return refuse('no-lines', problems);
  lines.sort((a, b) => a.startTime - b.startTime);
  return {
    kind: 'read',
    transcript: { fileName: file.name, lines: lines.slice(0, MOST_LINES) },
    problems,
  };
}

function refuse(why: TranscriptRefusal, problems: ContentProblem[]): TranscriptReading {
  return { kind: 'refused', why, problems };
}

/** Strict: letters that are guessed at are worse than a file that is refused. */
function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lineOf({ startTime, endTime, text }: Cue): SpokenLine[] {
  return text === '' ? [] : [{ startTime, endTime, text: text.slice(0, LONGEST_LINE) }];
}

/** Reads SubRip (SRT) by way of the WebVTT reader: the same lines at the same places, with times as WebVTT writes them. */
import type { ProblemSink } from './content-problem.ts';
import { type Cue, readWebVtt } from './web-vtt.ts';

/** Hours of one digit, a point for the comma and fewer than three decimals are met in real files. */
const TIME = String.raw`(\d{1,3}):([0-5]\d):([0-5]\d)(?:[,.](\d{1,3}))?`;
const TIMING = new RegExp(String.raw`^[ \t]*${TIME}[ \t]*-->[ \t]*${TIME}(?:[ \t].*)?$`);

/** The lines that stand above the first cue of a WebVTT file. */
const HEADER = ['WEBVTT', ''];

/** Marks of place that some programs write, such as `{\an8}`. */
const PLACE_MARK = /\{\\[^}]*\}/g;

/**
 * Reads an SRT file.
 *
 * @returns The cues whose times could be read, in order; all faults were reported.
 */
export function readSubRip(text: string, sink: ProblemSink): Cue[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const shifted: ProblemSink = {
    path: sink.path,
    report: (code, { line, column }, message) =>
      sink.report(code, { line: line - HEADER.length, column }, message),
  };
  return readWebVtt([...HEADER, ...lines.map(asWebVtt)].join('\n'), shifted);
}

function asWebVtt(line: string): string {
  const [, hours, minutes, seconds, rest, endHours, endMinutes, endSeconds, endRest] =
    TIMING.exec(line) ?? [];
  if (hours === undefined || endHours === undefined) {
    // Only white space separates cues too.
    return line.trim() === '' ? '' : line.replace(PLACE_MARK, (mark) => ' '.repeat(mark.length));
  }
  const start = `${hours.padStart(2, '0')}:${minutes}:${seconds}.${(rest ?? '').padEnd(3, '0')}`;
  const end = `${endHours.padStart(2, '0')}:${endMinutes}:${endSeconds}.${(endRest ?? '').padEnd(3, '0')}`;
  return `${start} --> ${end}`;
}

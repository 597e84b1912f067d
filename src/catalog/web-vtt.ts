/** A strict reader of WebVTT: every line that a browser would drop in silence is a fault with its place. */
import type { Seconds } from '../model/units.ts';
import type { Placed, ProblemSink } from './content-problem.ts';

/** Some words of a transcript with the time in which they are said. */
export interface Cue {
  startTime: Seconds;
  endTime: Seconds;
  /** Where the end time stands. */
  endPlace: Placed<Seconds>['place'];
  /** Its lines of text without markup; the white space that replaces a tag keeps columns right. */
  lines: Placed<string>[];
  /** The same words as they are read: one line, without the room that stands for markup. */
  text: string;
}

const TIMESTAMP = String.raw`(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}`;
const TIMING_PATTERN = new RegExp(
  String.raw`^(?<start>${TIMESTAMP})(?<arrow>[ \t]+-->[ \t]+)(?<end>${TIMESTAMP})(?<settings>[ \t]+.*)?$`,
);
const SETTING_PATTERN = /^(?:vertical|line|position|size|align|region):\S+$/;
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
};

/**
 * Reads a WebVTT file.
 *
 * @returns The cues whose times could be read, in order; all faults were reported.
 * @see https://www.w3.org/TR/webvtt1/#file-structure
 */
export function readWebVtt(text: string, sink: ProblemSink): Cue[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) {
    sink.report(
      'vtt-syntax',
      { line: 1, column: 1 },
      'De eerste regel moet WEBVTT zijn. Zet die erboven',
    );
    return [];
  }
  if ((lines[1] ?? '') !== '') {
    sink.report(
      'vtt-syntax',
      { line: 2, column: 1 },
      'Onder WEBVTT moet een lege regel staan. Zet die ertussen',
    );
  }
  const cues: Cue[] = [];
  for (const block of splitBlocks(lines)) {
    const [first] = block;
    if (!first || /^NOTE(?:[ \t]|$)/.test(first.value)) continue;
    if (/^(?:STYLE|REGION)[ \t]*$/.test(first.value)) {
      if (cues.length > 0) {
        sink.report(
          'vtt-syntax',
          first.place,
          `${first.value.trim()} mag alleen boven de eerste tekst staan. Zet dit blok daar, of haal het weg`,
        );
      }
      continue;
    }
    const cue = readCue(block, sink);
    if (cue) cues.push(cue);
  }
  checkOrder(cues, sink);
  return cues;
}

/** Reports cues that end after the audio; times in the file are rounded to a thousandth. */
export function checkCueEnds(cues: readonly Cue[], duration: Seconds, sink: ProblemSink): void {
  const ROUNDING: Seconds = 0.01;
  for (const { endTime, endPlace } of cues) {
    if (endTime <= duration + ROUNDING) continue;
    sink.report(
      'cue-past-end',
      endPlace,
      `${endTime} seconden ligt na het einde van het geluid, dat ${duration.toFixed(3)} seconden duurt. Kies een eerdere tijd`,
    );
  }
}

/** Groups of lines between empty lines, the header left out. */
function splitBlocks(lines: readonly string[]): Placed<string>[][] {
  const blocks: Placed<string>[][] = [];
  let block: Placed<string>[] = [];
  for (const [index, value] of lines.entries()) {
    if (index === 0) continue;
    if (value === '') {
      if (block.length > 0) blocks.push(block);
      block = [];
    } else {
      block.push({ value, place: { line: index + 1, column: 1 } });
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

function readCue(block: readonly Placed<string>[], sink: ProblemSink): Cue | undefined {
  const timingIndex = block.findIndex(({ value }) => value.includes('-->'));
  const timing = block[timingIndex];
  const [first] = block;
  if (!timing || timingIndex > 1) {
    if (first) {
      sink.report(
        'vtt-syntax',
        first.place,
        `“${first.value}” hoort niet bij een tijd. Zet er een regel boven zoals 00:01.000 --> 00:04.000`,
      );
    }
    return undefined;
  }
  const groups = TIMING_PATTERN.exec(timing.value)?.groups;
  if (!groups?.start || !groups.end) {
    sink.report(
      'vtt-syntax',
      timing.place,
      `“${timing.value}” is geen tijdregel. Schrijf 00:01.000 --> 00:04.000, met drie cijfers achter de punt`,
    );
    return undefined;
  }
  checkSettings(groups.settings ?? '', timing, sink);
  const extraArrow = block.slice(timingIndex + 1).find(({ value }) => value.includes('-->'));
  if (extraArrow) {
    sink.report(
      'vtt-syntax',
      extraArrow.place,
      'Boven een tijdregel moet een lege regel staan. Zet die ertussen',
    );
  }
  const words = block.slice(timingIndex + 1);
  const lines = words.map(({ value, place }) => ({ value: dropMarkup(value), place }));
  const text = words
    .map(({ value }) => readWords(value))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (lines.every(({ value }) => value.trim() === '')) {
    sink.report(
      'vtt-syntax',
      timing.place,
      'Onder deze tijd staat geen tekst. Zet die eronder of haal de tijd weg',
    );
  }
  const endColumn = groups.start.length + (groups.arrow?.length ?? 0) + 1;
  const endPlace = { line: timing.place.line, column: endColumn };
  const startTime = readTimestamp(groups.start);
  const endTime = readTimestamp(groups.end);
  if (endTime <= startTime) {
    sink.report(
      'cue-backwards',
      endPlace,
      `${groups.end} is niet later dan ${groups.start}. Geef een eindtijd na de begintijd`,
    );
    return undefined;
  }
  return { startTime, endTime, endPlace, lines, text };
}

/** @see https://www.w3.org/TR/webvtt1/#collect-a-webvtt-timestamp */
function readTimestamp(text: string): Seconds {
  const parts = text.split(':').map(Number);
  const [seconds = 0, minutes = 0, hours = 0] = parts.reverse();
  // Whole thousandths first: 60 * minutes + 2.3 is not the number nearest to 62.3.
  return Math.round((hours * 3600 + minutes * 60 + seconds) * 1000) / 1000;
}

function checkSettings(settings: string, timing: Placed<string>, sink: ProblemSink): void {
  for (const setting of settings.split(/[ \t]+/).filter((part) => part !== '')) {
    if (SETTING_PATTERN.test(setting)) continue;
    const column = timing.value.lastIndexOf(setting) + 1;
    sink.report(
      'vtt-syntax',
      { line: timing.place.line, column },
      `“${setting}” kan hier niet staan. Zet de tekst op de volgende regel`,
    );
  }
}

function checkOrder(cues: readonly Cue[], sink: ProblemSink): void {
  let latest: Seconds = 0;
  for (const { startTime, endPlace } of cues) {
    if (startTime < latest) {
      sink.report(
        'cue-out-of-order',
        { line: endPlace.line, column: 1 },
        `${startTime} seconden is eerder dan de tekst erboven. Zet de teksten op volgorde`,
      );
    }
    latest = Math.max(latest, startTime);
  }
}

/** Tags go; entities become their character. */
function readWords(line: string): string {
  return line.replace(/<[^>]*>/g, '').replace(/&[a-z]+;/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Tags become spaces; entities their character. */
function dropMarkup(line: string): string {
  return line
    .replace(/<[^>]*>/g, (tag) => ' '.repeat(tag.length))
    .replace(/&[a-z]+;/g, (entity) => (ENTITIES[entity] ?? entity).padEnd(entity.length));
}

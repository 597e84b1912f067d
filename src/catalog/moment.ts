/** When a question or chapter comes, as an author writes it: `start`, `end`, `50%` or `03:18`. */
import type { EpisodeMoment } from '../model/learning-module.ts';
import type { Seconds } from '../model/units.ts';
import type { Placed, ProblemSink } from './content-problem.ts';

const TIME_PATTERN = /^(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d(?:\.\d{1,3})?)$/;
const PERCENTAGE_PATTERN = /^(\d{1,3}(?:\.\d+)?)%$/;

/** Reads a moment; reports one that is malformed or above 100 %. */
export function readMoment(at: Placed<string>, sink: ProblemSink): EpisodeMoment | undefined {
  const text = at.value.trim();
  if (text === 'start' || text === 'end') return { kind: text };
  const percentage = PERCENTAGE_PATTERN.exec(text)?.[1];
  if (percentage !== undefined) {
    const fraction = Number(percentage) / 100;
    if (fraction <= 1) return { kind: 'fraction', fraction };
    sink.report(
      'moment-out-of-range',
      at.place,
      `at: ${text} is meer dan 100%. Gebruik een percentage van 0% tot 100%, bijvoorbeeld 50%`,
    );
    return undefined;
  }
  const time = readClockTime(text);
  if (time !== undefined) return { kind: 'time', time };
  sink.report(
    'malformed-moment',
    at.place,
    `at: “${text}” is geen moment. Gebruik start, end, een percentage zoals 50% of een tijd zoals 03:18`,
  );
  return undefined;
}

/** Reads `mm:ss` or `hh:mm:ss`, with up to three decimals; `undefined` for anything else. */
export function readClockTime(text: string): Seconds | undefined {
  const match = TIME_PATTERN.exec(text);
  if (!match) return undefined;
  return Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}

/** A time as an author reads it: minutes and seconds, with hours only where needed. */
export function formatClockTime(time: Seconds): string {
  const tenths = Math.round(time * 10);
  const hours = Math.floor(tenths / 36_000);
  const minutes = Math.floor((tenths % 36_000) / 600);
  const seconds = (tenths % 600) / 10;
  const shown = String(Number.isInteger(seconds) ? seconds : seconds.toFixed(1));
  const padded = seconds < 10 ? `0${shown}` : shown;
  const clock = `${String(minutes).padStart(2, '0')}:${padded}`;
  return hours > 0 ? `${hours}:${clock}` : clock;
}

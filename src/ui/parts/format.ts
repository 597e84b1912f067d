/**
 * Durations, sizes and numbers as a Dutch reader says them; days and times of day stand in `format-day.ts`.
 * They are what `Intl` makes of them, without asking it: the first formatter of a page reads all of the browser's
 * data for the language, which on a slow phone holds the first view up for longer than anything else.
 */
import type { Bytes, Seconds } from '../../model/units.ts';
import { unitStrings } from '../strings/units.ts';
import { lazily } from './lazily.ts';

const LOCALE = 'nl-NL';

const grouped = lazily(() => new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }));
const list = lazily(() => new Intl.ListFormat(LOCALE, { type: 'conjunction' }));

/** `1,3` for 1.25, `1.024` for 1024. */
function formatNumber(amount: number): string {
  const tenths = roundShifted(amount, 1);
  if (tenths >= 10_000) return grouped().format(amount);
  return String(tenths / 10).replace('.', ',');
}

/** Rounds after moving the comma, as it is written down: 9.95 × 10 is a little less than 99.5. */
function roundShifted(amount: number, places: number): number {
  return Math.round(Number(`${amount.toFixed(6)}e${places}`));
}

function inUnit(amount: number, [one, many]: readonly [string, string]): string {
  const number = formatNumber(amount);
  return `${number} ${number === '1' ? one : many}`;
}

/** `4 min`, at least one minute: for lists, where seconds say nothing. */
export function formatMinutes(time: Seconds): string {
  return inUnit(Math.max(1, Math.round(time / 60)), unitStrings.minutesShort);
}

/** `10 minuten`: for names and choices. */
export function formatMinutesInFull(minutes: number): string {
  return inUnit(minutes, unitStrings.minutes);
}

/** `30 seconden`: for names and choices. */
export function formatSecondsInFull(seconds: Seconds): string {
  return inUnit(seconds, unitStrings.seconds);
}

/** `8 s`. */
export function formatSeconds(seconds: Seconds): string {
  return inUnit(seconds, unitStrings.secondsShort);
}

/** `1 dag`, `3 dagen`. */
export function formatDays(days: number): string {
  return inUnit(days, unitStrings.days);
}

/** `2 minuten 32`, `1 minuut 5`, `45 seconden`: for a screen reader. */
export function formatSpoken(time: Seconds): string {
  const whole = Math.max(0, Math.floor(time));
  const minutes = Math.floor(whole / 60);
  const seconds = whole % 60;
  if (minutes === 0) return formatSecondsInFull(seconds);
  const words = formatMinutesInFull(minutes);
  return seconds === 0 ? words : `${words} ${seconds}`;
}

/** `9,4 MB`; under a megabyte in kB, from a thousand on in GB. Decimal units, as phones count; never broken over two lines. */
export function formatSize(size: Bytes): string {
  const words =
    size < 1_000_000
      ? inUnit(Math.ceil(size / 1000), unitStrings.kilobytes)
      : size < 1_000_000_000
        ? inUnit(size / 1_000_000, unitStrings.megabytes)
        : inUnit(size / 1_000_000_000, unitStrings.gigabytes);
  return words.replace(' ', '\u00a0');
}

/** `1,2` for 1.2. */
export function formatRate(rate: number): string {
  return formatNumber(rate);
}

/** `50%`. */
export function formatPercent(fraction: number): string {
  return `${roundShifted(fraction, 2)}%`;
}

/** `A, B en C`. */
export function formatNames(names: readonly string[]): string {
  return list().format(names);
}

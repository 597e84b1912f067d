/**
 * Durations, sizes and numbers as a Dutch reader says them; days and times of day stand in `format-day.ts`.
 * The words of units come from the browser's own data, as does the comma.
 */
import type { Bytes, Seconds } from '../../model/units.ts';

const LOCALE = 'nl-NL';

const formatters = new Map<string, Intl.NumberFormat>();

/** An amount with its unit. A formatter is slow to make, and lists ask for the same one again and again. */
function inUnit(amount: number, unit: string, unitDisplay: 'short' | 'long' | 'narrow'): string {
  const key = unit + unitDisplay;
  const formatter =
    formatters.get(key) ??
    new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 });
  formatters.set(key, formatter);
  return formatter.format(amount);
}

/** `4 min`, at least one minute: for lists, where seconds say nothing. */
export function formatMinutes(time: Seconds): string {
  return inUnit(Math.max(1, Math.round(time / 60)), 'minute', 'short');
}

/** `10 minuten`: for names and choices. */
export function formatMinutesInFull(minutes: number): string {
  return inUnit(minutes, 'minute', 'long');
}

/** `30 seconden`: for names and choices. */
export function formatSecondsInFull(seconds: Seconds): string {
  return inUnit(seconds, 'second', 'long');
}

/** `8 s`. */
export function formatSeconds(seconds: Seconds): string {
  return inUnit(seconds, 'second', 'narrow');
}

/** `1 dag`, `3 dagen`. */
export function formatDays(days: number): string {
  return inUnit(days, 'day', 'long');
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
      ? inUnit(Math.ceil(size / 1000), 'kilobyte', 'short')
      : size < 1_000_000_000
        ? inUnit(size / 1_000_000, 'megabyte', 'short')
        : inUnit(size / 1_000_000_000, 'gigabyte', 'short');
  return words.replace(' ', '\u00a0');
}

/** `1,2` for 1.2. */
export function formatRate(rate: number): string {
  return rate.toLocaleString(LOCALE, { maximumFractionDigits: 1 });
}

/** `50%`. */
export function formatPercent(fraction: number): string {
  return fraction.toLocaleString(LOCALE, { style: 'percent' });
}

/** `A, B en C`. */
export function formatNames(names: readonly string[]): string {
  return new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(names);
}

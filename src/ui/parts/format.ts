/** Times, sizes and dates as a Dutch reader says them. */
import type { Bytes, Seconds, Timestamp } from '../../model/units.ts';

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
const listOfNames = new Intl.ListFormat('nl-NL', { type: 'conjunction' });

/** `2:32`, or `1:02:32` from an hour on; rounds down, never negative. */
export function formatClock(time: Seconds): string {
  const whole = Math.max(0, Math.floor(time));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const seconds = String(whole % 60).padStart(2, '0');
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`
    : `${minutes}:${seconds}`;
}

/** `4 min`, at least one minute: for lists, where seconds say nothing. */
export function formatMinutes(time: Seconds): string {
  return `${Math.max(1, Math.round(time / 60))} min`;
}

/** `2 minuten 32`, `1 minuut 5`, `45 seconden`: for a screen reader. */
export function formatSpoken(time: Seconds): string {
  const whole = Math.max(0, Math.floor(time));
  const minutes = Math.floor(whole / 60);
  const seconds = whole % 60;
  if (minutes === 0) return seconds === 1 ? '1 seconde' : `${seconds} seconden`;
  const words = minutes === 1 ? '1 minuut' : `${minutes} minuten`;
  return seconds === 0 ? words : `${words} ${seconds}`;
}

/** `9,4 MB`; under a megabyte in kB, from a thousand on in GB. Decimal units, as phones count; never broken over two lines. */
export function formatSize(size: Bytes): string {
  if (size < 1_000_000) return `${Math.ceil(size / 1000)}\u00a0kB`;
  return size < 1_000_000_000
    ? `${number.format(size / 1_000_000)}\u00a0MB`
    : `${number.format(size / 1_000_000_000)}\u00a0GB`;
}

/** `1,2` for 1.2. */
export function formatRate(rate: number): string {
  return number.format(rate);
}

/** `50%`. */
export function formatPercent(fraction: number): string {
  return `${Math.round(fraction * 100)}%`;
}

/** `8:12`. */
export function formatTimeOfDay(at: Timestamp): string {
  return new Date(at).toLocaleTimeString('nl-NL', { hour: 'numeric', minute: '2-digit' });
}

/** `vandaag 8:12`, `gisteren 17:40`, else `12 maart 8:12`, with the year when it is not this one. */
export function formatMoment(at: Timestamp, now: Timestamp): string {
  const day = new Date(at).toDateString();
  const time = formatTimeOfDay(at);
  if (day === new Date(now).toDateString()) return `vandaag ${time}`;
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (day === yesterday.toDateString()) return `gisteren ${time}`;
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const date = new Date(at).toLocaleDateString('nl-NL', {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
  return `${date} ${time}`;
}

/** `A, B en C`. */
export function formatNames(names: readonly string[]): string {
  return listOfNames.format(names);
}

/** Days and times of day as a Dutch reader says them. */
import { noonOf, type PlainDate } from '../../model/plain-date.ts';
import type { Timestamp } from '../../model/units.ts';
import { lazily, makeWhenIdle } from './lazily.ts';

const LOCALE = 'nl-NL';

const dayOfYear = lazily(() => new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long' }));
const fullDay = lazily(() => new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long' }));
const timeOfDay = lazily(
  () => new Intl.DateTimeFormat(LOCALE, { hour: 'numeric', minute: '2-digit' }),
);
const daysFromNow = lazily(() => new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' }));

/** For a page that will say when something was, in the middle of something else. */
export function prepareDays(): void {
  makeWhenIdle([timeOfDay, daysFromNow, dayOfYear, fullDay]);
}

/** `30 november`, with the year when it is not the year of `today`. */
export function formatDay(day: PlainDate, today: PlainDate): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return (isThisYear ? dayOfYear : fullDay)().format(noonOf(day));
}

/** `30 november 2026`. */
export function formatFullDay(at: Timestamp): string {
  return fullDay().format(at);
}

/** `8:12`. */
export function formatTimeOfDay(at: Timestamp): string {
  return timeOfDay().format(at);
}

/** `vandaag`, `gisteren`, `5 dagen geleden`. */
export function formatDaysAgo(days: number): string {
  return daysFromNow().format(-days, 'day');
}

/** `vandaag 8:12`, `gisteren 17:40`, else `12 maart 8:12`, with the year when it is not this one. */
export function formatMoment(at: Timestamp, now: Timestamp): string {
  return `${dayOfMoment(new Date(at), new Date(now))} ${formatTimeOfDay(at)}`;
}

function dayOfMoment(at: Date, now: Date): string {
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (at.toDateString() === now.toDateString()) return formatDaysAgo(0);
  if (at.toDateString() === yesterday.toDateString()) return formatDaysAgo(1);
  return (at.getFullYear() === now.getFullYear() ? dayOfYear : fullDay)().format(at);
}

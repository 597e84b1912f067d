/** A day on the calendar of the person, without a time or a zone: what a return date is. */
import type { Timestamp } from './units.ts';

/** `2026-11-30`; sorts as text in the order of time. */
export type PlainDate = string;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a moment, on the clock of this device. */
export function dayOf(at: Timestamp): PlainDate {
  const date = new Date(at);
  return format(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** The day so many days later; calendar days, so a change to summer time moves nothing. */
export function addDays(day: PlainDate, days: number): PlainDate {
  const { year, month, date } = partsOf(day);
  const moved = new Date(Date.UTC(year, month - 1, date + days));
  return format(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** Whether it names a day that exists. */
export function isPlainDate(value: unknown): value is PlainDate {
  return typeof value === 'string' && FORM.test(value) && addDays(value, 0) === value;
}

/** `30-11-2026`, as it is written in the Netherlands. */
export function writeDay(day: PlainDate): string {
  const { year, month, date } = partsOf(day);
  return `${date}-${month}-${year}`;
}

/** Noon of that day on the clock of this device: for formatters that take a moment. */
export function noonOf(day: PlainDate): Timestamp {
  const { year, month, date } = partsOf(day);
  return new Date(year, month - 1, date, 12).getTime();
}

function partsOf(day: PlainDate): { year: number; month: number; date: number } {
  const [, year, month, date] = FORM.exec(day) ?? [];
  return { year: Number(year), month: Number(month), date: Number(date) };
}

function format(year: number, month: number, date: number): PlainDate {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

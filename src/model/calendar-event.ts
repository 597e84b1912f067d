/**
 * One day for a person's own calendar, as an iCalendar file. It is a date and a title: what was written
 * stays on the device, because calendars of work are often read by others.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
import { addDays, type PlainDate } from './plain-date.ts';
import type { Timestamp } from './units.ts';

/** What stands in the calendar. */
export interface CalendarEvent {
  /** The same for every file about one thing, so that a later file moves the day. */
  uid: string;
  day: PlainDate;
  title: string;
  description: string;
  url?: string;
  /** When the file was made. */
  createdAt: Timestamp;
}

/** Section 3.1: lines longer than this many octets are folded. */
const LINE_OCTETS = 75;

/** Makes the text of the file; its media type is `text/calendar`. The day is a whole day, and stays free. */
export function calendarFile(event: CalendarEvent): string {
  const { uid, day, title, description, url, createdAt } = event;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Luisterroute//Terugblik//NL',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${formatMoment(createdAt)}`,
    `DTSTART;VALUE=DATE:${formatDay(day)}`,
    // The end of a whole day is the day after it.
    `DTEND;VALUE=DATE:${formatDay(addDays(day, 1))}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(description)}`,
    ...(url === undefined ? [] : [`URL:${url}`]),
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** Section 3.3.11: backslash, semicolon, comma and line ends; other control characters are not allowed. */
function escapeText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that the format forbids.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/[\\;,]/g, (character) => `\\${character}`)
      .replace(/\n/g, '\\n')
  );
}

/** Folds between characters, never inside one; the space at the start of a line counts too. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  const folded: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      folded.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...folded, current].join('\r\n');
}

function formatDay(day: PlainDate): string {
  return day.replaceAll('-', '');
}

/** `20261130T081500Z`. */
function formatMoment(at: Timestamp): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

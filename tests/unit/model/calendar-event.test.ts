/** Every expected line is written by hand from RFC 5545. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarEvent, calendarFile } from '../../../src/model/calendar-event.ts';

const event: CalendarEvent = {
  uid: 'note-1@luisterroute',
  day: '2026-12-31',
  title: 'Terugkijken',
  description: 'Kort',
  createdAt: Date.UTC(2026, 10, 30, 8, 15, 0, 123),
};

/** Section 3.1: a line end followed by a space or a tab is no line end. */
function unfold(file: string): string[] {
  return file.replace(/\r\n[ \t]/g, '').split('\r\n');
}

test('a whole day that ends where the next one begins', () => {
  expect(calendarFile({ ...event, url: 'https://luisterroute.example/' })).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Luisterroute//Terugblik//NL',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:note-1@luisterroute',
      'DTSTAMP:20261130T081500Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Terugkijken',
      'DESCRIPTION:Kort',
      'URL:https://luisterroute.example/',
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test.each([
  ['Twee werelden, één opgave', 'Twee werelden\\, één opgave'],
  ['a;b', 'a\\;b'],
  ['a\\b', 'a\\\\b'],
  ['a\nb\r\nc\rd', 'a\\nb\\nc\\nd'],
  ['a\u0000b\u0007c', 'abc'],
  ['a\tb: "c"', 'a\tb: "c"'],
])('the text %j is written as %j', (description, expected) => {
  const lines = unfold(calendarFile({ ...event, description }));
  expect(lines).toContain(`DESCRIPTION:${expected}`);
});

test('the same thing has the same name in every file', () => {
  const uid = (file: string) => unfold(file).find((line) => line.startsWith('UID:'));
  const moved = { ...event, day: '2027-01-09', createdAt: event.createdAt + 1 };
  expect(uid(calendarFile(moved))).toBe(uid(calendarFile(event)));
});

test('no line is longer than 75 octets, and unfolding gives every character back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (description) => {
      const file = calendarFile({ ...event, description });
      for (const line of file.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        // Half a character would come back as a replacement.
        expect(Buffer.from(line).toString()).toBe(line);
      }
      const found = unfold(file).find((line) => line.startsWith('DESCRIPTION:')) ?? '';
      const text = found
        .slice('DESCRIPTION:'.length)
        .replace(/\\([\\;,n])/g, (_, one: string) => (one === 'n' ? '\n' : one));
      const allowed = description
        .replace(/\r\n?/g, '\n')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids these.
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
      expect(text).toBe(allowed);
    }),
  );
});

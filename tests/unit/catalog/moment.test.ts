import { describe, expect, it } from 'vitest';
import { type ContentProblem, createProblemSink } from '../../../src/catalog/content-problem.ts';
import { formatClockTime, readClockTime, readMoment } from '../../../src/catalog/moment.ts';

function read(value: string) {
  const problems: ContentProblem[] = [];
  const place = { line: 7, column: 9 };
  const moment = readMoment({ value, place }, createProblemSink('a.md', problems));
  return moment ?? problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

describe('readMoment', () => {
  it.each<[text: string, moment: unknown]>([
    ['start', { kind: 'start' }],
    ['end', { kind: 'end' }],
    ['0%', { kind: 'fraction', fraction: 0 }],
    ['12.5%', { kind: 'fraction', fraction: 0.125 }],
    ['100%', { kind: 'fraction', fraction: 1 }],
    ['03:18', { kind: 'time', time: 198 }],
    ['3:18.5', { kind: 'time', time: 198.5 }],
    ['1:00:01', { kind: 'time', time: 3601 }],
    ['100.1%', ['moment-out-of-range 7:9']],
    ['-1%', ['malformed-moment 7:9']],
    ['50', ['malformed-moment 7:9']],
    ['', ['malformed-moment 7:9']],
    ['einde', ['malformed-moment 7:9']],
  ])('%s', (text, moment) => {
    expect(read(text)).toEqual(moment);
  });
});

describe('readClockTime', () => {
  it.each(['3', '3:8', '03:60', '60:00', '1:60:00', '03:18,5', '03:18.1234', ' 03:18', '-0:01'])(
    'refuses %j',
    (text) => {
      expect(readClockTime(text)).toBeUndefined();
    },
  );
});

describe('formatClockTime', () => {
  it.each<[time: number, text: string]>([
    [0, '00:00'],
    [59.96, '01:00'],
    [198, '03:18'],
    [8.208, '00:08.2'],
    [3600, '1:00:00'],
  ])('%f s', (time, text) => {
    expect(formatClockTime(time)).toBe(text);
  });
});

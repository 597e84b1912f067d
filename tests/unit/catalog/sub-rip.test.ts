import { describe, expect, it } from 'vitest';
import { type ContentProblem, createProblemSink } from '../../../src/catalog/content-problem.ts';
import { readSubRip } from '../../../src/catalog/sub-rip.ts';

function read(text: string) {
  const problems: ContentProblem[] = [];
  const cues = readSubRip(text, createProblemSink('a.srt', problems));
  return {
    cues: cues.map(({ startTime, endTime, lines }) => ({
      startTime,
      endTime,
      text: lines.map(({ value }) => value.trim().replace(/\s+/g, ' ')).join(' / '),
    })),
    found: problems.map(({ code, line, column }) => `${code} ${line}:${column}`),
  };
}

describe('readSubRip', () => {
  it.each<[timing: string, startTime: number, endTime: number, why: string]>([
    ['00:00:00,000 --> 00:00:01,000', 0, 1, 'as the format asks'],
    ['01:02:03,004 --> 01:02:03,005', 3723.004, 3723.005, 'all parts'],
    ['0:00:01,000 --> 0:00:02,500', 1, 2.5, 'one digit of hours'],
    ['100:00:00,000 --> 100:00:01,000', 360_000, 360_001, 'three digits of hours'],
    ['00:00:01.000 --> 00:00:02.500', 1, 2.5, 'a point for the comma'],
    ['00:00:01,5 --> 00:00:02,25', 1.5, 2.25, 'fewer decimals'],
    ['00:00:01 --> 00:00:02', 1, 2, 'no decimals'],
    ['00:00:01,000-->00:00:02,000', 1, 2, 'no room around the arrow'],
    ['00:00:01,000 --> 00:00:02,000  X1:117 X2:619 Y1:042', 1, 2, 'a place on the screen'],
  ])('reads %s (%#)', (timing, startTime, endTime) => {
    expect(read(`1\n${timing}\nTekst\n`)).toEqual({
      cues: [{ startTime, endTime, text: 'Tekst' }],
      found: [],
    });
  });

  it.each<[why: string, text: string, problems: string[]]>([
    ['sixty seconds', '1\n00:00:60,000 --> 00:01:01,000\nTekst\n', ['vtt-syntax 2:1']],
    ['minutes and seconds only', '1\n00:60,000 --> 01:01,000\nTekst\n', ['vtt-syntax 2:1']],
    ['an arrow of one stroke', '1\n00:00:01,000 -> 00:00:02,000\nTekst\n', ['vtt-syntax 1:1']],
    ['no length', '1\n00:00:02,000 --> 00:00:02,000\nTekst\n', ['cue-backwards 2:18']],
    ['no text', '1\n00:00:01,000 --> 00:00:02,000\n\n', ['vtt-syntax 2:1']],
    [
      'times that go back',
      '1\n00:00:05,000 --> 00:00:06,000\nEen\n\n2\n00:00:04,000 --> 00:00:05,000\nTwee\n',
      ['cue-out-of-order 6:1'],
    ],
    ['empty', '', []],
    [
      'words without a time',
      'Beste mensen,\n\nhierbij de tekst.\n',
      ['vtt-syntax 1:1', 'vtt-syntax 3:1'],
    ],
  ])('tells where it goes wrong: %s', (_why, text, problems) => {
    expect(read(text).found).toEqual(problems);
  });

  it('reads a file as programs write it: mark of byte order, CRLF, markup, lines of only spaces', () => {
    const text =
      '\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>Jij</i> en\r\n{\\an8}ik\r\n \r\n2\r\n00:00:02,000 --> 00:00:03,000\r\n- Ja?\r\n';
    expect(read(text)).toEqual({
      cues: [
        { startTime: 1, endTime: 2, text: 'Jij en / ik' },
        { startTime: 2, endTime: 3, text: '- Ja?' },
      ],
      found: [],
    });
  });

  it('reads a long file within the time of a test', () => {
    const time = (index: number) =>
      `0${Math.floor(index / 3600)}:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
    const cue = (index: number) =>
      `${index}\n${time(index)},000 --> ${time(index)},900\n${'woord '.repeat(20)}\n\n`;
    const { cues, found } = read(Array.from({ length: 20_000 }, (_, index) => cue(index)).join(''));
    expect(cues.length).toBe(20_000);
    expect(found).toEqual([]);
  });
});

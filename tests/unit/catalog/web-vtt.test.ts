import { describe, expect, it } from 'vitest';
import { type ContentProblem, createProblemSink } from '../../../src/catalog/content-problem.ts';
import { checkCueEnds, readWebVtt } from '../../../src/catalog/web-vtt.ts';

function read(text: string) {
  const problems: ContentProblem[] = [];
  const cues = readWebVtt(text, createProblemSink('a.vtt', problems));
  return { cues, found: problems.map(({ code, line, column }) => `${code} ${line}:${column}`) };
}

const withTiming = (timing: string) => `WEBVTT\n\n${timing}\nTekst\n`;

describe('readWebVtt: times', () => {
  it.each<[timing: string, startTime: number, endTime: number, why: string]>([
    ['00:00.000 --> 00:01.000', 0, 1, 'without hours'],
    ['00:00:00.001 --> 00:00:00.002', 0.001, 0.002, 'with hours'],
    ['01:02:03.004 --> 01:02:03.005', 3723.004, 3723.005, 'all parts'],
    ['100:00:00.000 --> 100:00:01.000', 360000, 360001, 'three digits of hours'],
    ['00:59.999 --> 01:02.300', 59.999, 62.3, 'no rounding faults'],
    ['00:00.000\t-->\t00:01.000', 0, 1, 'tabs around the arrow'],
    ['00:00.000  -->  00:01.000 line:0 align:start', 0, 1, 'settings'],
  ])('reads %s (%#)', (timing, startTime, endTime) => {
    const { cues, found } = read(withTiming(timing));
    expect(found).toEqual([]);
    expect(cues).toMatchObject([{ startTime, endTime }]);
  });

  it.each<[timing: string, problem: string, why: string]>([
    ['00:00,000 --> 00:01,000', 'vtt-syntax 3:1', 'commas are of another format'],
    ['00:00.00 --> 00:01.00', 'vtt-syntax 3:1', 'two decimals'],
    ['0:00.000 --> 0:01.000', 'vtt-syntax 3:1', 'one digit of minutes'],
    ['00:60.000 --> 00:61.000', 'vtt-syntax 3:1', 'sixty seconds'],
    ['60:00.000 --> 60:01.000', 'vtt-syntax 3:1', 'sixty minutes without hours'],
    ['1:00:00.000 --> 1:00:01.000', 'vtt-syntax 3:1', 'one digit of hours'],
    ['00:00.000-->00:01.000', 'vtt-syntax 3:1', 'no space around the arrow'],
    ['-00:01.000 --> 00:01.000', 'vtt-syntax 3:1', 'negative'],
    ['00:00.000 --> 00:01.000 midden', 'vtt-syntax 3:25', 'an unknown setting'],
    ['00:02.000 --> 00:02.000', 'cue-backwards 3:15', 'no length'],
    ['00:02.000 --> 00:01.000', 'cue-backwards 3:15', 'ends before it starts'],
  ])('refuses %s: %s', (timing, problem) => {
    expect(read(withTiming(timing)).found).toEqual([problem]);
  });
});

describe('readWebVtt: the file', () => {
  it('reads cues with and without names, comments, styles, markup and entities', () => {
    const { cues, found } = read(
      'WEBVTT - titel\r\n\r\nNOTE een\r\ntwee\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nnaam\r\n00:01.000 --> 00:02.000\r\n<v Nora>Jij &amp; <i>ik</i>\r\nsamen\r\n',
    );
    expect(found).toEqual([]);
    expect(
      cues.map(({ lines }) =>
        lines.map(({ value }) => value.split(/\s+/).filter(Boolean).join(' ')),
      ),
    ).toEqual([['Jij & ik', 'samen']]);
    expect(cues[0]?.lines.map(({ place }) => place)).toEqual([
      { line: 11, column: 1 },
      { line: 12, column: 1 },
    ]);
  });

  it('keeps the column of a word behind markup', () => {
    const { cues } = read(withTiming('00:00.000 --> 00:01.000').replace('Tekst', '<v Nora>Hallo'));
    expect(cues[0]?.lines[0]?.value.indexOf('Hallo')).toBe(8);
  });

  it.each<[why: string, text: string, problems: string[]]>([
    ['empty', '', ['vtt-syntax 1:1']],
    ['another format', '1\n00:00:00,000 --> 00:00:01,000\n', ['vtt-syntax 1:1']],
    ['a word glued to the signature', 'WEBVTTx\n', ['vtt-syntax 1:1']],
    [
      'no empty line under the signature',
      'WEBVTT\nKind: captions\n',
      ['vtt-syntax 2:1', 'vtt-syntax 2:1'],
    ],
    ['text without a time', 'WEBVTT\n\nTekst\n', ['vtt-syntax 3:1']],
    ['a time without text', 'WEBVTT\n\n00:00.000 --> 00:01.000\n', ['vtt-syntax 3:1']],
    [
      'two cues without an empty line',
      'WEBVTT\n\n00:00.000 --> 00:01.000\nEen\n00:01.000 --> 00:02.000\nTwee\n',
      ['vtt-syntax 5:1'],
    ],
    [
      'a style under a cue',
      `${withTiming('00:00.000 --> 00:01.000')}\nSTYLE\n::cue {}\n`,
      ['vtt-syntax 6:1'],
    ],
    [
      'cues that go back',
      'WEBVTT\n\n00:05.000 --> 00:06.000\nEen\n\n00:04.000 --> 00:05.000\nTwee\n',
      ['cue-out-of-order 6:1'],
    ],
  ])('%s', (_why, text, problems) => {
    expect(read(text).found).toEqual(problems);
  });
});

describe('checkCueEnds', () => {
  it('allows the rounding of a thousandth, and no more', () => {
    const problems: ContentProblem[] = [];
    const sink = createProblemSink('a.vtt', problems);
    const { cues } = read(withTiming('00:00.000 --> 00:08.001'));
    checkCueEnds(cues, 8.0004, sink);
    expect(problems).toEqual([]);
    checkCueEnds(cues, 7.9, sink);
    expect(problems).toMatchObject([{ code: 'cue-past-end', line: 3, column: 15 }]);
  });
});

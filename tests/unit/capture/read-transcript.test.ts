import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../../src/capture/read-transcript.ts';

const file = (text: string | Uint8Array<ArrayBuffer>, name = 'gesprek.vtt') =>
  new File([text], name);

const VTT =
  'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Nora>Twijfel &amp; moed\n\n00:03.000 --> 00:04.000\nJa.\n';

describe('readTranscript', () => {
  it('reads WebVTT as plain words', async () => {
    expect(await readTranscript(file(VTT), 60)).toEqual({
      kind: 'read',
      problems: [],
      transcript: {
        fileName: 'gesprek.vtt',
        lines: [
          { startTime: 1, endTime: 2, text: 'Twijfel & moed' },
          { startTime: 3, endTime: 4, text: 'Ja.' },
        ],
      },
    });
  });

  it.each([
    ['Q&amp;A', 'Q&A'],
    ['&lt;img src=x&gt;', '<img src=x>'],
    ['tw<i>ijf</i>el', 'twijfel'],
    ['Nora:   ja', 'Nora: ja'],
  ])('reads %s as it is meant', async (written, read) => {
    const text = `WEBVTT\n\n00:01.000 --> 00:02.000\n${written}\n`;
    const reading = await readTranscript(file(text), 60);
    expect(reading.kind === 'read' && reading.transcript.lines[0]?.text).toBe(read);
  });

  it('knows SRT by what stands in it, whatever its name', async () => {
    const reading = await readTranscript(file('1\n00:00:01,000 --> 00:00:02,000\nHoi\n'), 60);
    expect(reading).toMatchObject({ kind: 'read', transcript: { lines: [{ text: 'Hoi' }] } });
  });

  it('keeps what is good and tells what is not', async () => {
    const reading = await readTranscript(file(`${VTT}\n00:05,000 --> 00:06,000\nFout\n`), 60);
    expect(reading).toMatchObject({ kind: 'read', problems: [{ line: 9, code: 'vtt-syntax' }] });
    expect(reading.kind === 'read' && reading.transcript.lines.length).toBe(2);
  });

  it('leaves out what is said after the end of the recording', async () => {
    const reading = await readTranscript(file(VTT), 2.5);
    expect(reading).toMatchObject({ kind: 'read', problems: [{ code: 'cue-past-end' }] });
    expect(reading.kind === 'read' && reading.transcript.lines.length).toBe(1);
  });

  it('puts lines in the order of their times', async () => {
    const text = 'WEBVTT\n\n00:05.000 --> 00:06.000\nTwee\n\n00:01.000 --> 00:02.000\nEen\n';
    const reading = await readTranscript(file(text), 60);
    expect(reading.kind === 'read' && reading.transcript.lines.map((line) => line.text)).toEqual([
      'Een',
      'Twee',
    ]);
  });

  it.each<[why: string, content: File, refusal: string]>([
    ['empty', file(''), 'no-lines'],
    ['prose', file('Beste mensen,\nhierbij.\n', 'brief.txt'), 'no-lines'],
    ['bytes that are no text', file(new Uint8Array([0xff, 0xfe, 0x80, 0x41])), 'not-text'],
    ['letters of another encoding', file(new Uint8Array([0x57, 0xe9, 0x65])), 'not-text'],
    ['more than 5 MB', file(new Uint8Array(5_000_001)), 'too-large'],
  ])('refuses %s', async (_why, content, why) => {
    expect(await readTranscript(content, 60)).toMatchObject({ kind: 'refused', why });
  });
});

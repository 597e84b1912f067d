import { spawnSync } from 'node:child_process';
import { parseBuffer } from 'music-metadata';
import nodeId3 from 'node-id3';
import { beforeAll, describe, expect, it } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { measureLoudness } from '../../../../src/build/narration/loudness.ts';
import { type Narration, narrateScript } from '../../../../src/build/narration/narrate-script.ts';
import { SAMPLE_RATE } from '../../../../src/build/narration/settings.ts';
import { speak } from '../../../../src/build/narration/speech.ts';
import { measureTruePeak } from '../../../../src/build/narration/true-peak.ts';
import type { Utterance } from '../../../../src/model/narration.ts';

const SCRIPT: Utterance[] = [
  { kind: 'title', text: 'Een proef' },
  { kind: 'heading', chapterId: 'begin', text: 'Het begin' },
  { kind: 'sentence', sentenceId: 's1', text: 'Twee mensen praten.', endsParagraph: false },
  { kind: 'sentence', sentenceId: 's2', text: 'Zij zoeken een antwoord.', endsParagraph: true },
  { kind: 'question', questionId: 'jouw-vraag', text: 'Wat zou jij doen?' },
  { kind: 'heading', chapterId: 'eind', text: 'Het eind' },
  { kind: 'sentence', sentenceId: 's3', text: 'Probeer het morgen.', endsParagraph: true },
];

/** The first moment after `from` at which 3 ms of sound are louder than -45 dB of full scale. */
function findOnset(samples: Float32Array, from: number): number {
  const window = Math.round(0.003 * SAMPLE_RATE);
  for (let start = Math.round(from * SAMPLE_RATE); start < samples.length; start += 1) {
    let sum = 0;
    for (let index = start; index < start + window; index += 1) sum += (samples[index] ?? 0) ** 2;
    if (Math.sqrt(sum / window) > 10 ** (-45 / 20)) return (start + window) / SAMPLE_RATE;
  }
  return Number.POSITIVE_INFINITY;
}

/** Decodes with ffmpeg; `undefined` where that is not installed. */
function decode(mp3: Uint8Array): Float32Array | undefined {
  const { error, stdout } = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-i', 'pipe:0', '-f', 'f32le', '-ac', '1', 'pipe:1'],
    { input: mp3, maxBuffer: 64 * 1024 * 1024 },
  );
  if (error) return undefined;
  return new Float32Array(
    stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length),
  );
}

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).error === undefined;

describe('narrateScript', () => {
  let narration: Narration;

  beforeAll(async () => {
    const job = { routeTitle: 'Proefroute', utterances: SCRIPT, textHash: 'abc' };
    narration = await narrateScript(job, speak);
  });

  it('says when everything is said, in order and inside the audio', () => {
    const { timing } = narration;
    const question = timing.questions[0];
    const times = [
      timing.chapters[0]?.startTime,
      timing.sentences[0]?.startTime,
      timing.sentences[0]?.endTime,
      timing.sentences[1]?.startTime,
      timing.sentences[1]?.endTime,
      question?.cueTime,
      question?.startTime,
      question?.quietTime,
      question?.endTime,
      timing.sentences[2]?.startTime,
      timing.sentences[2]?.endTime,
      timing.duration,
    ].map((time) => time ?? Number.NaN);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(new Set(times).size).toBe(times.length);
    expect(timing.chapters.map(({ id }) => id)).toEqual(['begin', 'eind']);
    expect((question?.endTime ?? 0) - (question?.quietTime ?? 0)).toBeCloseTo(5, 6);
  });

  it('starts each sentence and question within 20 ms of its speech, and ends it near its end', () => {
    const { samples, timing } = narration;
    for (const { startTime } of [...timing.sentences, ...timing.questions]) {
      const delay = findOnset(samples, startTime - 0.1) - startTime;
      expect(delay).toBeGreaterThan(-0.001);
      expect(delay).toBeLessThan(0.02);
    }
    for (const { endTime } of timing.sentences) {
      expect(findOnset(samples, endTime) - endTime).toBeGreaterThan(0.3);
    }
  });

  it('keeps the five seconds after a question silent', () => {
    const { quietTime = 0, endTime = 0 } = narration.timing.questions[0] ?? {};
    const quiet = narration.samples.subarray(quietTime * SAMPLE_RATE, endTime * SAMPLE_RATE);
    expect(quiet.length / SAMPLE_RATE).toBeCloseTo(5, 3);
    expect(Math.max(...quiet.map(Math.abs))).toBeLessThan(0.001);
  });

  it('has the soft sound where the timing says, well below the voice', () => {
    const { cueTime = 0, startTime = 0 } = narration.timing.questions[0] ?? {};
    const before = narration.samples.subarray((cueTime - 0.2) * SAMPLE_RATE, cueTime * SAMPLE_RATE);
    const cue = narration.samples.subarray(cueTime * SAMPLE_RATE, startTime * SAMPLE_RATE);
    expect(Math.max(...before.map(Math.abs))).toBeLessThan(0.001);
    expect(Math.max(...cue.map(Math.abs))).toBeGreaterThan(0.05);
    expect(Math.max(...cue.map(Math.abs))).toBeLessThan(0.2);
  });

  it('has the loudness and the peak of the settings', () => {
    expect(measureLoudness(narration.samples, SAMPLE_RATE)).toBeGreaterThan(-19);
    expect(measureLoudness(narration.samples, SAMPLE_RATE)).toBeLessThan(-18.3);
    expect(measureTruePeak(narration.samples)).toBeLessThan(-3.4);
  });

  it('writes an MP3 with its real length, its title and its chapters', async () => {
    const { format, common, native } = await parseBuffer(
      narration.mp3,
      { mimeType: 'audio/mpeg' },
      {
        duration: true,
      },
    );
    // This reader starts counting at the fifth frame, each of 0.026 s; the decoder below knows exactly.
    const unseen = narration.timing.duration - (format.duration ?? Number.NaN);
    expect(unseen).toBeCloseTo((4 * 576) / 22_050, 3);
    expect(format.sampleRate).toBe(22_050);
    expect(format.numberOfChannels).toBe(1);
    expect(format.bitrate).toBeCloseTo(32_000, -3);
    expect(common.title).toBe('Een proef');
    expect(common.album).toBe('Proefroute');
    expect(native['ID3v2.3']?.find(({ id }) => id === 'TLAN')?.value).toBe('nld');
  });

  it('writes chapters that follow one another to the end', () => {
    const milliseconds = (time = Number.NaN) => Math.round(time * 1000);
    const second = milliseconds(narration.timing.chapters[1]?.startTime);
    const { chapter, tableOfContents } = nodeId3.read(Buffer.from(narration.mp3));
    expect(chapter).toMatchObject([
      { elementID: 'begin', startTimeMs: 0, endTimeMs: second, tags: { title: 'Het begin' } },
      {
        elementID: 'eind',
        startTimeMs: second,
        endTimeMs: milliseconds(narration.timing.duration),
        tags: { title: 'Het eind' },
      },
    ]);
    expect(tableOfContents).toMatchObject([{ isOrdered: true, elements: ['begin', 'eind'] }]);
  });

  it('writes captions that are valid', () => {
    const { cues, errors } = new WebVTTParser().parse(narration.captions, 'captions');
    expect(errors).toEqual([]);
    expect(cues.map(({ id }) => id)).toEqual(['s1', 's2', 'vraag-jouw-vraag', 's3']);
  });

  it('has 400 peaks, silent in the quiet and loud in speech', () => {
    const { peaks, duration, questions, sentences } = narration.timing;
    const peakAt = (time: number) => peaks[Math.floor((time / duration) * 400)];
    expect(peaks).toHaveLength(400);
    expect(Math.max(...peaks)).toBe(1);
    expect(peakAt((questions[0]?.quietTime ?? 0) + 2)).toBe(0);
    expect(peakAt((sentences[0]?.startTime ?? 0) + 0.4)).toBeGreaterThan(0.1);
  });

  it.skipIf(!hasFfmpeg)('decodes at the same times (skipped without ffmpeg)', () => {
    const decoded = decode(narration.mp3) ?? new Float32Array();
    expect(decoded.length / SAMPLE_RATE).toBeCloseTo(narration.timing.duration, 3);
    for (const { startTime } of narration.timing.sentences) {
      expect(Math.abs(findOnset(decoded, startTime - 0.1) - startTime)).toBeLessThan(0.02);
    }
    expect(measureLoudness(decoded, SAMPLE_RATE)).toBeCloseTo(-19, 0);
    expect(measureTruePeak(decoded)).toBeLessThan(-1.5);
  });
});

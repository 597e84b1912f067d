import { readFile } from 'node:fs/promises';
import { parseBuffer } from 'music-metadata';
import { describe, expect, it } from 'vitest';
import { type Mp3Facts, Mp3Scanner } from '../../../src/capture/mp3-scanner.ts';
import { readAudioFacts } from '../../../src/catalog/audio-duration.ts';
import { makeMp3 } from '../../fixtures/made-sounds.ts';

function scan(bytes: Uint8Array, step = 1_048_576): Mp3Facts | undefined {
  const scanner = new Mp3Scanner();
  for (let at = 0; at < bytes.length; at += step) scanner.push(bytes.subarray(at, at + step));
  return scanner.finish();
}

const QUIET_THEN_LOUD = [0.05, 0.05, 0.05, 0.9, 0.9, 0.9, 0, 0, 0.4, 0.4];

describe('Mp3Scanner', () => {
  it.each<[why: string, options: Parameters<typeof makeMp3>[1]]>([
    ['constant rate', {}],
    ['two channels', { channels: 2, bitrate: 128 }],
    ['changing rate', { vbrQuality: 4 }],
    ['a low sample rate', { sampleRate: 22_050 }],
  ])('agrees with another reader on the length: %s', async (_why, options) => {
    const bytes = await makeMp3(QUIET_THEN_LOUD, options);
    const witness = await parseBuffer(bytes, 'audio/mpeg', { duration: true });
    const facts = scan(bytes);
    expect(facts?.duration).toBeCloseTo(witness.format.duration ?? 0, 1);
    expect(facts?.isCut).toBe(false);
  });

  it('gives the same whatever the size of the pieces', async () => {
    const bytes = await makeMp3(QUIET_THEN_LOUD, { vbrQuality: 4 });
    const whole = scan(bytes);
    for (const step of [7, 191, 192, 193, 4096, 65_536]) expect(scan(bytes, step)).toEqual(whole);
  });

  it('agrees with the reader of the build on a published narration', async () => {
    const folder = 'media/twee-werelden/wat-als-ik-het-mis-heb';
    const bytes = await readFile(`${folder}/narration.mp3`);
    expect(scan(bytes)?.duration).toBeCloseTo(readAudioFacts(bytes)?.duration ?? 0, 3);
  });

  it('draws what is loud and what is quiet, without decoding', async () => {
    const peaks = scan(await makeMp3(QUIET_THEN_LOUD))?.peaks ?? [];
    const at = (second: number) => peaks[Math.floor((second / 10) * peaks.length)] ?? -1;
    expect(at(4.5)).toBeGreaterThan(0.8);
    expect(at(7)).toBeLessThan(0.1);
    expect(at(1.5)).toBeLessThan(at(8.9) - 0.1);
    expect(at(8.9)).toBeLessThan(at(4.5));
  });

  it('draws a voice much as its samples do', async () => {
    const folder = 'media/twee-werelden/wat-als-ik-het-mis-heb';
    const drawn = scan(await readFile(`${folder}/narration.mp3`))?.peaks ?? [];
    const { peaks } = JSON.parse(await readFile(`${folder}/narration.json`, 'utf8'));
    expect(correlation(resample(drawn, peaks.length), peaks)).toBeGreaterThan(0.8);
  });

  it('says when a second cannot be found exactly', async () => {
    const [constant, changing] = await Promise.all([
      makeMp3(QUIET_THEN_LOUD),
      makeMp3(QUIET_THEN_LOUD, { vbrQuality: 4 }),
    ]);
    expect(scan(constant)?.isSeekExact).toBe(true);
    expect(scan(changing)?.isSeekExact).toBe(false);
    expect(scan(withTable(changing, { frames: 380, hasTable: true }))?.isSeekExact).toBe(true);
  });

  it('sees a cut at any byte of a frame', async () => {
    const bytes = await makeMp3([0.5]);
    for (const missing of [1, 2, 50, 100, 180, 205]) {
      expect(scan(bytes.subarray(0, bytes.length - missing))?.isCut, `${missing}`).toBe(true);
    }
  });

  it('sees that frames are missing that the encoder counted', async () => {
    const bytes = await makeMp3([0.5, 0.5]);
    const frames = Math.round((scan(bytes)?.duration ?? 0) / (1152 / 44_100));
    expect(scan(withTable(bytes, { frames }))?.isCut).toBe(false);
    expect(scan(withTable(bytes, { frames: frames * 2 }))?.isCut).toBe(true);
  });

  it('passes over tags at both ends', async () => {
    const bytes = await makeMp3([0.5]);
    const tagged = Buffer.concat([
      Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 1, 0]),
      Buffer.alloc(128),
      bytes,
      Buffer.from('TAG'.padEnd(128, 'x')),
    ]);
    expect(scan(tagged)).toEqual(scan(bytes));
  });

  it('finds nothing in text', () => {
    expect(scan(Buffer.from('Geen geluid. '.repeat(500)))).toBeUndefined();
  });
});

/** Puts a first frame before the sound in which an encoder counts what follows. */
function withTable(
  bytes: Uint8Array,
  { frames, hasTable = false }: { frames: number; hasTable?: boolean },
) {
  const frame = Buffer.alloc(208);
  // MPEG-1 layer III, 64 kbit/s, 44.1 kHz, one channel.
  frame.set([0xff, 0xfb, 0x50, 0xc4]);
  frame.write('Xing', 21);
  frame.writeUInt32BE(hasTable ? 5 : 1, 25);
  frame.writeUInt32BE(frames, 29);
  return Buffer.concat([frame, bytes]);
}

function resample(values: readonly number[], count: number): number[] {
  return Array.from(
    { length: count },
    (_, index) => values[Math.floor((index * values.length) / count)] ?? 0,
  );
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const products = a.map((value, index) => (value - meanA) * ((b[index] ?? 0) - meanB));
  const spread = (values: readonly number[], middle: number) =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0));
  return products.reduce((sum, value) => sum + value, 0) / (spread(a, meanA) * spread(b, meanB));
}

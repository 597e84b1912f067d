import { describe, expect, it } from 'vitest';
import { audioExtension, readAudioFacts } from '../../../src/catalog/audio-duration.ts';

const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const uint32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
const zeros = (length: number): number[] => new Array<number>(length).fill(0);
const read = (...bytes: number[]) => readAudioFacts(new Uint8Array(bytes));

/** MPEG-1 layer III, 128 kbit/s, 44.1 kHz: 144 * 128000 / 44100 = 417 bytes and 1152 samples. */
const frame1 = (mark = ''): number[] => {
  const body = [...zeros(32), ...letters(mark)];
  return [0xff, 0xfb, 0x90, 0xc0, ...body, ...zeros(413 - body.length)];
};
/** MPEG-2 layer III, 32 kbit/s, 22.05 kHz, padded: 72 * 32000 / 22050 + 1 = 105 bytes and 576 samples. */
const frame2 = (): number[] => [0xff, 0xf3, 0x42, 0xc0, ...zeros(101)];

describe('readAudioFacts: MP3', () => {
  it('adds up frames of version 1', () => {
    expect(read(...frame1(), ...frame1())).toEqual({ type: 'audio/mpeg', duration: 0.052245 });
  });

  it('adds up frames of version 2, which are half as long', () => {
    expect(read(...frame2(), ...frame2(), ...frame2())?.duration).toBe(0.078367);
  });

  it('leaves out a first frame that holds the table of an encoder', () => {
    expect(read(...frame1('Info'), ...frame1())?.duration).toBe(0.026122);
    expect(read(...frame1('Xing'), ...frame1())?.duration).toBe(0.026122);
  });

  it('skips the tag in front and stops at the tag behind', () => {
    const front = [...letters('ID3'), 4, 0, 0, 0, 0, 1, 2, ...zeros(130)];
    const behind = [...letters('TAG'), ...zeros(125)];
    expect(read(...front, ...frame1(), ...behind)?.duration).toBe(0.026122);
  });

  it('finds no sound in text', () => {
    expect(read(...letters('WEBVTT\n\n00:00.000 --> 00:01.000\n'))).toBeUndefined();
    expect(read()).toBeUndefined();
  });
});

describe('readAudioFacts: MP4', () => {
  const box = (name: string, ...content: number[]): number[] => [
    ...uint32(content.length + 8),
    ...letters(name),
    ...content,
  ];
  const start = box('ftyp', ...letters('M4A '), ...zeros(4));

  it('reads the movie header, also behind the data', () => {
    const header = box('mvhd', ...zeros(12), ...uint32(1000), ...uint32(90_500), ...zeros(80));
    const movie = box('moov', ...box('udta', ...zeros(4)), ...header);
    expect(read(...start, ...box('mdat', ...zeros(9)), ...movie)).toEqual({
      type: 'audio/mp4',
      duration: 90.5,
    });
  });

  it('reads a header of version 1, with a long duration', () => {
    const header = box(
      'mvhd',
      1,
      ...zeros(19),
      ...uint32(48_000),
      ...uint32(1),
      ...uint32(0),
      ...zeros(80),
    );
    // 2^32 / 48000
    expect(read(...start, ...box('moov', ...header))?.duration).toBe(89_478.485333);
  });

  it('finds no length without a movie box', () => {
    expect(read(...start)).toBeUndefined();
  });
});

describe('readAudioFacts: Ogg', () => {
  const page = (granule: number, ...content: number[]): number[] => [
    ...letters('OggS'),
    0,
    0,
    ...uint32(granule).reverse(),
    ...zeros(4),
    ...zeros(12),
    1,
    content.length,
    ...content,
  ];
  const opus = page(0, ...letters('OpusHead'), 1, 1, 0x38, 0x01, ...zeros(7));

  it('takes the silence before the start off an Opus stream: (96312 - 312) / 48000', () => {
    expect(read(...opus, ...page(96_312, 1, 2, 3))).toEqual({ type: 'audio/ogg', duration: 2 });
  });

  it('reads the rate of a Vorbis stream: 44100 / 22050', () => {
    const vorbis = page(
      0,
      1,
      ...letters('vorbis'),
      ...zeros(4),
      1,
      ...uint32(22_050).reverse(),
      ...zeros(14),
    );
    expect(read(...vorbis, ...page(44_100, 1))?.duration).toBe(2);
  });

  it('finds no sound in another stream', () => {
    expect(read(...page(0, ...letters('theora')), ...page(9, ...zeros(40)))).toBeUndefined();
  });
});

describe('audioExtension', () => {
  it('is what hosts and phones expect', () => {
    expect((['audio/mpeg', 'audio/mp4', 'audio/ogg'] as const).map(audioExtension)).toEqual([
      'mp3',
      'm4a',
      'ogg',
    ]);
  });
});

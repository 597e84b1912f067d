import { describe, expect, it } from 'vitest';
import { probeSound } from '../../../src/capture/probe-sound.ts';

const text = (words: string) => new TextEncoder().encode(words);
const bytes = (...parts: (Uint8Array | number[] | string)[]) =>
  new Uint8Array(parts.flatMap((part) => [...(typeof part === 'string' ? text(part) : part)]));
const zeros = (count: number) => new Array<number>(count).fill(0);
const word = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
const box = (name: string, length: number) => bytes(word(length), name, zeros(length - 8));

const ID3 = bytes('ID3', [4, 0, 0, 0, 0, 0, 20], zeros(20));
const OGG_PAGE = bytes('OggS', zeros(22), [2], [10, 5], zeros(15));
const WAV = (length: number) => bytes('RIFF', word(length).reverse(), 'WAVE', zeros(32));

function probe(file: Uint8Array, size = file.length): string {
  const found = probeSound(file.subarray(0, 65_536), file.subarray(-65_536), size);
  return found.kind === 'sound' ? found.type : found.kind;
}

describe('probeSound', () => {
  it.each<[why: string, file: Uint8Array, answer: string]>([
    ['MPEG-1 layer III', bytes([0xff, 0xfb, 0x90, 0x00]), 'audio/mpeg'],
    ['MPEG-2 layer III, with a checksum', bytes([0xff, 0xf2, 0x40, 0xc4]), 'audio/mpeg'],
    ['MPEG-2.5 layer III', bytes([0xff, 0xe3, 0x40, 0xc4]), 'audio/mpeg'],
    ['a tag before the first frame', bytes(ID3, [0xff, 0xfb, 0x90, 0x00]), 'audio/mpeg'],
    ['empty room behind a tag', bytes(ID3, zeros(40)), 'audio/mpeg'],
    ['AAC in frames', bytes([0xff, 0xf1, 0x50, 0x80]), 'audio/aac'],
    ['MP4', bytes(box('ftyp', 24), box('moov', 40), box('mdat', 99)), 'audio/mp4'],
    ['Ogg', bytes(OGG_PAGE, OGG_PAGE), 'audio/ogg'],
    ['WAV', WAV(36), 'audio/wav'],
    ['WAV of a recorder that streams', WAV(0xff_ff_ff_ff), 'audio/wav'],
    ['FLAC', bytes('fLaC', zeros(38)), 'audio/flac'],
    ['WebM', bytes([0x1a, 0x45, 0xdf, 0xa3], zeros(20)), 'audio/webm'],
  ])('knows %s', (_why, file, answer) => {
    expect(probe(file)).toBe(answer);
  });

  it.each<[why: string, file: Uint8Array]>([
    ['text', text('Geachte heer, mevrouw')],
    ['one byte', bytes([0xff])],
    ['a web page', text('<!doctype html><title>Inloggen</title>')],
    ['a picture', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF')],
    ['a PNG', bytes([0x89], 'PNG', zeros(8))],
    ['a ZIP', bytes('PK', [3, 4], zeros(26))],
    ['a PDF', text('%PDF-1.7 …')],
    ['MPEG layer II, which browsers do not play', bytes([0xff, 0xfd, 0x90, 0x00])],
    ['a reserved version', bytes([0xff, 0xeb, 0x90, 0x00])],
    ['a box that is shorter than its header', bytes(word(4), 'ftyp', zeros(20))],
    ['RIFF that is a film', bytes('RIFF', zeros(4), 'AVI ', zeros(20))],
  ])('refuses %s', (_why, file) => {
    expect(probe(file)).toBe('not-audio');
  });

  it.each<[why: string, file: Uint8Array, size?: number]>([
    ['MP4 in the middle of its sound', bytes(box('ftyp', 24), box('mdat', 99)), 90],
    ['Ogg in the middle of a page', bytes(OGG_PAGE, OGG_PAGE.subarray(0, 40))],
    ['Ogg in the middle of a page header', bytes(OGG_PAGE, OGG_PAGE.subarray(0, 20))],
    ['WAV before its end', WAV(100)],
    ['MP3 inside its tag', bytes('ID3', [4, 0, 0, 0, 0, 9, 0], zeros(300))],
  ])('sees that the end is missing: %s', (_why, file, size) => {
    expect(probe(file, size)).toBe('cut');
  });

  it('looks at both ends of a large file only', () => {
    const page = bytes(OGG_PAGE);
    const head = bytes(page, zeros(1000));
    expect(probeSound(head, bytes(zeros(1000), page), 400_000_000)).toEqual({
      kind: 'sound',
      type: 'audio/ogg',
    });
  });
});

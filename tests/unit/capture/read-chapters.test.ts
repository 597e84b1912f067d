import { parseBuffer } from 'music-metadata';
import nodeId3 from 'node-id3';
import { describe, expect, it } from 'vitest';
import { readChapters } from '../../../src/capture/read-chapters.ts';
import { box, chapterTrack, neroList } from '../../fixtures/made-mp4.ts';
import { makeMp3 } from '../../fixtures/made-sounds.ts';

const TITLES = ['Begin', 'Twijfel & moed', 'Een titel met ë en 漢字'];

function tagged(mp3: Uint8Array, chapters: { title: string; start: number }[], picture = 0): Blob {
  const tag = nodeId3.create({
    title: 'Aflevering',
    ...(picture > 0
      ? {
          image: {
            mime: 'image/png',
            type: { id: 3 },
            description: '',
            imageBuffer: Buffer.alloc(picture, 7),
          },
        }
      : {}),
    chapter: chapters.map(({ title, start }, index) => ({
      elementID: `c${index}`,
      startTimeMs: start * 1000,
      endTimeMs: start * 1000 + 1000,
      tags: { title },
    })),
  });
  return new Blob([new Uint8Array(tag), new Uint8Array(mp3)]);
}

describe('chapters of an MP3', () => {
  it('reads titles and times, in the order of time', async () => {
    const mp3 = await makeMp3([0.5]);
    const file = tagged(mp3, [
      { title: TITLES[1] ?? '', start: 61.5 },
      { title: TITLES[0] ?? '', start: 0 },
      { title: TITLES[2] ?? '', start: 3600 },
    ]);
    expect(await readChapters(file, 'audio/mpeg')).toEqual([
      { title: TITLES[0], startTime: 0 },
      { title: TITLES[1], startTime: 61.5 },
      { title: TITLES[2], startTime: 3600 },
    ]);
  });

  it('passes over a large picture without reading it', async () => {
    const file = tagged(await makeMp3([0.5]), [{ title: 'Begin', start: 2 }], 3_000_000);
    let read = 0;
    const counting = new Proxy(file, {
      get(target, name) {
        if (name === 'size') return target.size;
        return (from: number, to: number) => {
          read += to - from;
          return target.slice(from, to);
        };
      },
    });
    expect(await readChapters(counting, 'audio/mpeg')).toEqual([{ title: 'Begin', startTime: 2 }]);
    expect(read).toBeLessThan(10_000);
  });

  it('reads tags of version 2.4, where sizes have seven bits a byte', async () => {
    const text = [3, ...new TextEncoder().encode('Vier')];
    const title = [...frame('TIT2', text)];
    const body = [
      ...new TextEncoder().encode('c1'),
      0,
      0,
      0,
      0x1f,
      0x40,
      ...new Array(12).fill(255),
      ...title,
    ];
    const frames = [...frame('TALB', new Array(200).fill(65)), ...frame('CHAP', body)];
    const file = new Blob([
      new Uint8Array([0x49, 0x44, 0x33, 4, 0, 0, ...syncsafe(frames.length), ...frames]),
    ]);
    expect(await readChapters(file, 'audio/mpeg')).toEqual([{ title: 'Vier', startTime: 8 }]);
  });

  it.each<[why: string, bytes: number[]]>([
    ['no tag', [0xff, 0xfb, 0x90, 0]],
    [
      'a tag that ends in a frame',
      [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 30, 0x43, 0x48, 0x41, 0x50, 0, 0, 0, 90],
    ],
    [
      'a chapter that is too short',
      [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 14, ...frame('CHAP', [1, 2, 3, 4])],
    ],
  ])('finds none, and does not fail: %s', async (_why, bytes) => {
    const found = await readChapters(new Blob([new Uint8Array(bytes)]), 'audio/mpeg');
    expect(found.every(({ startTime }) => Number.isFinite(startTime))).toBe(true);
    expect(found.length).toBeLessThanOrEqual(1);
  });

  it('never fails on random bytes behind a tag header', async () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = new Uint8Array(400).map(
        (_, at) => (seed * 2_654_435_761 + at * 40_503 * seed) >>> 11,
      );
      const bytes = new Uint8Array([
        0x49,
        0x44,
        0x33,
        seed % 2 ? 3 : 4,
        0,
        0,
        0,
        0,
        3,
        8,
        ...random,
      ]);
      const chapters = await readChapters(new Blob([bytes]), 'audio/mpeg');
      expect(chapters.length).toBeLessThanOrEqual(500);
    }
  });
});

describe('chapters of an MP4', () => {
  it('reads a list in the user data', async () => {
    const file = new Blob([
      box('ftyp', [0x4d, 0x34, 0x41, 0x20, 0, 0, 0, 0]),
      box(
        'moov',
        box(
          'udta',
          neroList([
            ['Begin', 0],
            ['Twijfel', 61.5],
          ]),
        ),
      ),
    ]);
    expect(await readChapters(file, 'audio/mp4')).toEqual([
      { title: 'Begin', startTime: 0 },
      { title: 'Twijfel', startTime: 61.5 },
    ]);
  });

  it('reads a track of texts, as another reader does', async () => {
    const bytes = chapterTrack(TITLES, [10, 20.5, 5], false);
    const expected = [
      { title: TITLES[0], startTime: 0 },
      { title: TITLES[1], startTime: 10 },
      { title: TITLES[2], startTime: 30.5 },
    ];
    expect(await readChapters(new Blob([bytes]), 'audio/mp4')).toEqual(expected);
    const joined = chapterTrack(TITLES, [10, 20.5, 5], true);
    expect(await readChapters(new Blob([joined]), 'audio/mp4')).toEqual(expected);
    const witness = await parseBuffer(bytes, 'audio/mp4', { includeChapters: true });
    expect(witness.format.chapters?.map(({ title }) => title)).toEqual(TITLES);
  });

  it('finds none in a box that is larger than the file', async () => {
    const file = new Blob([
      box('ftyp', new Array(8).fill(0)),
      new Uint8Array([0, 0, 9, 9, 0x6d, 0x6f, 0x6f, 0x76]),
    ]);
    expect(await readChapters(file, 'audio/mp4')).toEqual([]);
  });
});

function syncsafe(size: number): number[] {
  return [21, 14, 7, 0].map((shift) => (size >> shift) & 127);
}

function frame(name: string, body: number[]): number[] {
  return [...new TextEncoder().encode(name), ...syncsafe(body.length), 0, 0, ...body];
}

/** Reads a track of texts: when each is shown from the track's tables, its words from where they stand in the file. */
import type { RecordingChapter } from '../model/recording.ts';
import type { Bytes } from '../model/units.ts';
import { type Box, findBox } from './mp4-box.ts';

/** The part of a text that is read. */
const LONGEST_TEXT: Bytes = 2048;

/** @param read - Reads a part of the file. @param most - Later texts are left out. */
export async function readTextTrack(
  track: Box,
  read: (from: Bytes, to: Bytes) => Promise<Uint8Array>,
  most: number,
): Promise<RecordingChapter[]> {
  const media = findBox(track, 'mdia');
  const header = media && findBox(media, 'mdhd')?.view;
  const table = media && findBox(media, 'minf', 'stbl');
  if (!header || !table) return [];
  const timescale = header.getUint32(header.getUint8(0) === 1 ? 20 : 12);
  const places = samplePlaces(table, most);
  const times = sampleTimes(table, places.length);
  const chapters: RecordingChapter[] = [];
  for (const [index, { offset, size }] of places.entries()) {
    const text = readText(await read(offset, offset + Math.min(size, LONGEST_TEXT)));
    chapters.push({ title: text, startTime: (times[index] ?? 0) / timescale });
  }
  return chapters;
}

/** Where each sample begins: the sum of the lengths before it. */
function sampleTimes(table: Box, count: number): number[] {
  const view = findBox(table, 'stts')?.view;
  const times: number[] = [];
  let time = 0;
  for (let entry = 0; view && entry < view.getUint32(4) && times.length < count; entry += 1) {
    const repeat = view.getUint32(8 + entry * 8);
    const length = view.getUint32(12 + entry * 8);
    for (let index = 0; index < repeat && times.length < count; index += 1) {
      times.push(time);
      time += length;
    }
  }
  return times;
}

/** Samples stand in chunks, and a table says how many in each. */
function samplePlaces(table: Box, most: number): { offset: Bytes; size: Bytes }[] {
  const sizes = findBox(table, 'stsz')?.view;
  const runs = findBox(table, 'stsc')?.view;
  const chunks = readChunks(table, most);
  if (!sizes || !runs) return [];
  const fixed = sizes.getUint32(4);
  const count = Math.min(most, sizes.getUint32(8));
  const places: { offset: Bytes; size: Bytes }[] = [];
  let run = 0;
  for (const [chunk, start] of chunks.entries()) {
    while (run + 1 < runs.getUint32(4) && runs.getUint32(8 + (run + 1) * 12) <= chunk + 1) run += 1;
    let offset = start;
    for (
      let index = 0;
      index < runs.getUint32(12 + run * 12) && places.length < count;
      index += 1
    ) {
      const size = fixed === 0 ? sizes.getUint32(12 + places.length * 4) : fixed;
      places.push({ offset, size });
      offset += size;
    }
  }
  return places;
}

function readChunks(table: Box, most: number): Bytes[] {
  const short = findBox(table, 'stco')?.view;
  const long = findBox(table, 'co64')?.view;
  const count = Math.min(most, (short ?? long)?.getUint32(4) ?? 0);
  return Array.from({ length: count }, (_, index) =>
    short ? short.getUint32(8 + index * 4) : Number(long?.getBigUint64(8 + index * 8) ?? 0),
  );
}

/** Two bytes for the length, then UTF-8, or UTF-16 behind its mark. */
function readText(sample: Uint8Array): string {
  const length = (sample[0] ?? 0) * 256 + (sample[1] ?? 0);
  const bytes = sample.subarray(2, 2 + length);
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isUtf16 ? 'utf-16be' : 'utf-8').decode(bytes);
}

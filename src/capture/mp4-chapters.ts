/** Chapters of an MP4: a list in the user data (Nero), or else a track of texts (QuickTime). */
import { MOST_CHAPTERS, type RecordingChapter } from '../model/recording.ts';
import { readBytes } from './file-bytes.ts';
import { type Box, findBox, findBoxes, findMovie } from './mp4-box.ts';
import { readTextTrack } from './mp4-text-track.ts';

/** Times of the list are in this part of a second. */
const NERO_UNITS = 10_000_000;

/** Reads the movie box, and of the sound only the texts that it points at. */
export async function readMp4Chapters(file: Blob): Promise<RecordingChapter[]> {
  const movie = await findMovie(file);
  if (!movie) return [];
  const list = findBox(movie, 'udta', 'chpl');
  if (list) return readNeroList(list);
  const tracks = findBoxes(movie, 'trak');
  const wanted = new Set(tracks.flatMap(chapterTrackIds));
  const track = tracks.find((candidate) => wanted.has(trackId(candidate)));
  return track ? readTextTrack(track, (from, to) => readBytes(file, from, to), MOST_CHAPTERS) : [];
}

/** Version 1 has four bytes more, of which nobody knows the meaning. */
function readNeroList({ view }: Box): RecordingChapter[] {
  const chapters: RecordingChapter[] = [];
  let offset = view.getUint8(0) === 0 ? 4 : 8;
  const count = view.getUint8(offset);
  offset += 1;
  for (let index = 0; index < count; index += 1) {
    const startTime = Number(view.getBigUint64(offset)) / NERO_UNITS;
    const length = view.getUint8(offset + 8);
    const text = new Uint8Array(view.buffer, view.byteOffset + offset + 9, length);
    chapters.push({ title: new TextDecoder().decode(text), startTime });
    offset += 9 + length;
  }
  return chapters;
}

/** The tracks that a track names as its chapters. */
function chapterTrackIds(track: Box): number[] {
  const chapters = findBox(track, 'tref', 'chap');
  if (!chapters) return [];
  const { view } = chapters;
  return Array.from({ length: Math.floor(view.byteLength / 4) }, (_, index) =>
    view.getUint32(index * 4),
  );
}

function trackId(track: Box): number {
  const header = findBox(track, 'tkhd')?.view;
  if (!header) return 0;
  return header.getUint32(header.getUint8(0) === 1 ? 20 : 12);
}

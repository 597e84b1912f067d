/** The chapters that a file of sound names in itself; a file with a fault in them has none. */
import type { AudioType } from '../model/learning-module.ts';
import { MOST_CHAPTERS, type RecordingChapter } from '../model/recording.ts';
import { readId3Chapters } from './id3-chapters.ts';
import { readMp4Chapters } from './mp4-chapters.ts';

const LONGEST_TITLE = 200;

/** Reads only the parts of the file that hold chapters. @returns Sorted by time; empty when it names none. */
export async function readChapters(file: Blob, type: AudioType): Promise<RecordingChapter[]> {
  try {
    if (type === 'audio/mpeg') return tidy(await readId3Chapters(file));
    if (type === 'audio/mp4') return tidy(await readMp4Chapters(file));
  } catch {
    // A malformed table: the sound plays as well without it.
  }
  return [];
}

function tidy(chapters: readonly RecordingChapter[]): RecordingChapter[] {
  return chapters
    .filter(({ startTime }) => Number.isFinite(startTime) && startTime >= 0)
    .slice(0, MOST_CHAPTERS)
    .sort((a, b) => a.startTime - b.startTime)
    .map(({ title, startTime }, index) => ({
      title: [...title.trim()].slice(0, LONGEST_TITLE).join('') || `Hoofdstuk ${index + 1}`,
      startTime,
    }));
}

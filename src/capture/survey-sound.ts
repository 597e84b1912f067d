/** Reads a whole file once, a piece at a time: the hash of each piece, and what the file says of its sound. */
import { type AudioType, PIECE_SIZE } from '../model/learning-module.ts';
import type { RecordingChapter } from '../model/recording.ts';
import { sha256 } from '../model/sha256.ts';
import type { Bytes, Sha256 } from '../model/units.ts';
import { useBytes } from './file-bytes.ts';
import { type Mp3Facts, Mp3Scanner } from './mp3-scanner.ts';
import { readChapters } from './read-chapters.ts';

/** What a file is, once it was read through. */
export interface Survey {
  /** The name of the recording: see {@link Recording.audioHash}. */
  hash: Sha256;
  pieces: Sha256[];
  chapters: RecordingChapter[];
  /** Only for MP3. */
  mp3?: Mp3Facts;
}

/**
 * Reads the file.
 *
 * @param owner - `<route>/<module>`: the same file with another module is another recording.
 * @param onProgress - Told after each piece.
 */
export async function surveySound(
  file: Blob,
  type: AudioType,
  owner: string,
  onProgress: (bytes: Bytes) => void,
): Promise<Survey> {
  const scanner = type === 'audio/mpeg' ? new Mp3Scanner() : undefined;
  const pieces: Sha256[] = [];
  for (let start = 0; start < file.size; start += PIECE_SIZE) {
    const piece = file.slice(start, start + PIECE_SIZE);
    await useBytes(piece, async (bytes) => {
      pieces.push(await sha256(bytes));
      scanner?.push(bytes);
    });
    onProgress(start + piece.size);
  }
  const mp3 = scanner?.finish();
  return {
    hash: await sha256(new TextEncoder().encode([owner, ...pieces].join('\n'))),
    pieces,
    chapters: await readChapters(file, type),
    ...(mp3 ? { mp3 } : {}),
  };
}

/**
 * A recording of an episode that a listener added: what is kept of it, and the states that a person can
 * see. Reading and copying the file is the work of `capture/`.
 */
import { AUDIO_FOLDER } from './cache-names.ts';
import type { AudioFile, AudioType } from './learning-module.ts';
import type { Bytes, Fraction, Seconds, Sha256, Timestamp } from './units.ts';

/** A larger file is refused: it would crowd out everything else on a phone. */
export const LARGEST_RECORDING: Bytes = 500_000_000;

/** More chapters are of no use to a listener, and may be meant to do harm. */
export const MOST_CHAPTERS = 500;

/** Some words of a recording with the time in which they are said. Plain text, never HTML. */
export interface SpokenLine {
  startTime: Seconds;
  endTime: Seconds;
  text: string;
}

/** The text that somebody added to a recording. */
export interface RecordingTranscript {
  fileName: string;
  /** Sorted by `startTime`. */
  lines: SpokenLine[];
}

/** A chapter as the file names it. */
export interface RecordingChapter {
  title: string;
  startTime: Seconds;
}

/** What is remembered of one recording; its bytes are in Cache Storage. */
export interface Recording {
  /** The key: SHA-256 over the module's address and the hashes of the pieces, so that the file is its name. */
  audioHash: Sha256;
  routeId: string;
  moduleId: string;
  fileName: string;
  type: AudioType;
  size: Bytes;
  /** SHA-256 of each piece, in order. */
  pieces: Sha256[];
  duration: Seconds;
  chapters: RecordingChapter[];
  /** Loudness per equal slice; empty where it could not be read without decoding. */
  peaks: Fraction[];
  /** False for a changing bit rate without a table to find a second by. */
  isSeekExact: boolean;
  transcript?: RecordingTranscript;
  addedAt: Timestamp;
  /** When every piece was stored; absent in between, and after a copy that was cut off. */
  copiedAt?: Timestamp;
}

/**
 * Why a file did not become a recording.
 *
 * - `empty`, `too-large`, `not-audio`, `video`, `cut`: the file itself; `cut` misses its end.
 * - `unplayable`: sound of a kind that this browser does not play. `endless`: it does not tell its length.
 * - `unreadable`: the file went or changed while it was read.
 * - `quota`, `unavailable`: the device has no room, or the browser keeps nothing.
 * - `busy`: another tab is adding one. `interrupted`: the app was closed before the copy was whole.
 * - `lost`: pieces of a whole recording are gone.
 */
export type RecordingProblem =
  | 'empty'
  | 'too-large'
  | 'not-audio'
  | 'video'
  | 'cut'
  | 'unplayable'
  | 'endless'
  | 'unreadable'
  | 'quota'
  | 'unavailable'
  | 'busy'
  | 'interrupted'
  | 'lost';

/** How far the adding of a file is; reading it through comes before copying it. */
export interface AddingFile {
  fileName: string;
  phase: 'checking' | 'reading' | 'copying';
  bytes: Bytes;
  total: Bytes;
}

/** The key of the module that a recording belongs to. */
export function ownerOf({ routeId, moduleId }: Pick<Recording, 'routeId' | 'moduleId'>): string {
  return `${routeId}/${moduleId}`;
}

/** What the player needs to play it, in the form of any other sound. */
export function recordingAudio(recording: Recording): AudioFile {
  const { audioHash: hash, type, duration, size, pieces } = recording;
  return { url: `${AUDIO_FOLDER}${hash}`, type, duration, size, hash, pieces, synthetic: false };
}

/** Speech of a note: what is known of it without its bytes, which are stored apart in pieces. */
import type { Fraction, Seconds } from './units.ts';

/** What was recorded. The file itself tells no length, since it was written while somebody spoke. */
export interface VoiceNote {
  /** As the recorder named it: `audio/webm;codecs=opus`. */
  type: string;
  /** Up to the last piece that is kept. */
  duration: Seconds;
  /** Loudness per equal slice of the sound, 0 to 1; at most {@link VOICE_PEAKS}. */
  peaks: Fraction[];
  /** How many pieces are stored, from 0 on without a gap. */
  pieces: number;
}

/** A part of the recorded file; only all of them in order can be played. */
export interface VoicePiece {
  noteId: string;
  /** From 0. */
  index: number;
  bytes: ArrayBuffer;
}

/** The longest recording. */
export const VOICE_LIMIT: Seconds = 300;

/** As many bars as a card on a phone has room for. */
export const VOICE_PEAKS = 48;

/**
 * Brings measured levels down to a drawing.
 *
 * @param levels - 0 to 1, at equal distances.
 * @returns The loudest of each slice, so that a short word stays visible; never more than there are levels.
 */
export function summarizeLevels(levels: readonly Fraction[], count = VOICE_PEAKS): Fraction[] {
  const slices = Math.min(count, levels.length);
  return Array.from({ length: slices }, (_, slice) => {
    const from = Math.floor((slice * levels.length) / slices);
    const to = Math.floor(((slice + 1) * levels.length) / slices);
    const loudest = Math.max(...levels.slice(from, to));
    return Math.round(Math.min(1, Math.max(0, loudest)) * 100) / 100;
  });
}

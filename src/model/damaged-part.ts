/** Which seconds of a sound a damaged piece holds. */
import { addRange, type HeardRange } from './coverage.ts';
import type { AudioFile } from './learning-module.ts';
import { pieceRange } from './piece.ts';

/**
 * The seconds in these pieces, joined where they touch. Bytes and seconds keep step in sound of a steady
 * bit rate; otherwise it is a guess to within a few seconds.
 */
export function damagedSeconds(
  audio: Pick<AudioFile, 'size' | 'duration'>,
  pieces: readonly number[],
): HeardRange[] {
  const secondOf = (byte: number) => (byte / audio.size) * audio.duration;
  return pieces.reduce<HeardRange[]>((ranges, index) => {
    const { first, last } = pieceRange(audio.size, index);
    return addRange(ranges, { startTime: secondOf(first), endTime: secondOf(last + 1) });
  }, []);
}

/** Where playing goes on. */
import type { Progress } from './progress.ts';
import type { Seconds, Sha256 } from './units.ts';

/** So close to the end counts as the end: playing starts over. */
export const END_MARGIN: Seconds = 0.5;

/**
 * The place to start playing a sound from.
 *
 * @param duration - Of the sound as it is now.
 * @param audioHash - Of the sound as it is now; a position in another recording is kept in proportion,
 * because narration that was spoken anew tells the same at nearly the same pace.
 * @returns 0 for a sound that was never played, and after its end.
 */
export function resumePosition(
  progress: Progress | undefined,
  duration: Seconds,
  audioHash?: Sha256,
): Seconds {
  if (!progress || !Number.isFinite(progress.position)) return 0;
  const isOtherSound =
    audioHash !== undefined && progress.audioHash !== undefined && audioHash !== progress.audioHash;
  const scale = isOtherSound && progress.duration > 0 ? duration / progress.duration : 1;
  const position = Math.max(0, progress.position * scale);
  return position >= duration - END_MARGIN ? 0 : position;
}

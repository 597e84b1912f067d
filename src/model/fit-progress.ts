/** What is remembered of a sound, beside the sound as it is now. */
import type { AudioFile } from './learning-module.ts';
import type { Progress } from './progress.ts';
import { resumePosition } from './resume.ts';

/**
 * Makes what is remembered fit the sound.
 *
 * @param audio - Of another recording the place is kept as `resumePosition` tells, and nothing counts as heard.
 */
export function fitProgress(known: Progress, audio: AudioFile | undefined): Progress {
  if (!audio) return known;
  const isSameSound = known.audioHash === undefined || known.audioHash === audio.hash;
  return {
    ...known,
    duration: audio.duration,
    audioHash: audio.hash,
    heard: isSameSound ? known.heard : [],
    position: isSameSound ? known.position : resumePosition(known, audio.duration, audio.hash),
  };
}

/** Narrates one module into its folder: audio, captions, times and the script to print. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Utterance } from '../../model/narration.ts';
import type { Bytes, Seconds } from '../../model/units.ts';
import { narrateScript } from './narrate-script.ts';
import type { NarrationTarget } from './narration-targets.ts';
import { formatRecordingScript } from './recording-script.ts';
import { speakCached } from './speech-cache.ts';
import { formatTiming } from './timing-file.ts';

/** What was made, for the progress report. */
export interface WrittenNarration {
  duration: Seconds;
  size: Bytes;
  /** Number of pieces spoken anew, and taken from the cache. */
  spokenCount: number;
  reusedCount: number;
}

/** Narrates a module, whether or not what is there still fits. */
export async function writeNarration(
  { folder, job }: NarrationTarget,
  cacheFolder: string,
): Promise<WrittenNarration> {
  let spokenCount = 0;
  let reusedCount = 0;
  const { mp3, captions, timing } = await narrateScript(job, async (spokenText) => {
    const { speech, isNew } = await speakCached(cacheFolder, spokenText);
    if (isNew) spokenCount += 1;
    else reusedCount += 1;
    return speech;
  });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'narration.mp3'), mp3);
  await writeFile(path.join(folder, 'narration.vtt'), captions);
  // Last, because it says that the others are complete.
  await writeFile(path.join(folder, 'narration.json'), formatTiming(timing));
  return { duration: timing.duration, size: mp3.length, spokenCount, reusedCount };
}

/** Writes the printable script when it changed. */
export async function writeRecordingScript(
  folder: string,
  utterances: readonly Utterance[],
): Promise<void> {
  const file = path.join(folder, 'script.md');
  const script = formatRecordingScript(utterances);
  if (existsSync(file) && readFileSync(file, 'utf8') === script) return;
  await mkdir(folder, { recursive: true });
  await writeFile(file, script);
}

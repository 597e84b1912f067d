/** Tells whether the narration in a module's folder still fits its text and its voice. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { NarrationTiming } from '../../model/narration.ts';
import { readHashes } from './timing-file.ts';

/** The files that belong together; `narration.json` is written last, so it vouches for the others. */
const NARRATION_FILES = ['narration.mp3', 'narration.vtt', 'narration.json'] as const;

/** Why a narration must be made: it is not there, its text changed, or its voice did. */
export type Staleness = 'absent' | 'text' | 'voice';

/** Compares a folder with what it should hold; `undefined` when it is up to date. */
export function findStaleness(
  folder: string,
  wanted: Pick<NarrationTiming, 'textHash' | 'voiceHash'>,
): Staleness | undefined {
  const isComplete = NARRATION_FILES.every((name) => existsSync(path.join(folder, name)));
  if (!isComplete) return 'absent';
  const found = readHashes(readFileSync(path.join(folder, 'narration.json'), 'utf8'));
  if (!found) return 'absent';
  if (found.textHash !== wanted.textHash) return 'text';
  return found.voiceHash === wanted.voiceHash ? undefined : 'voice';
}

/** The hash of everything but the text on the screen that decides how a narration sounds. */
import { createHash } from 'node:crypto';
import type { Utterance } from '../../model/narration.ts';
import type { Sha256 } from '../../model/units.ts';
import { encoderVersion, speechVersion } from './package-versions.ts';
import * as settings from './settings.ts';
import { createCue } from './soft-sounds.ts';
import { toSpokenText } from './spoken-text.ts';

/**
 * Hashes settings, package versions, the soft sound and what the voice was asked to say.
 *
 * @remarks The spoken texts are in it, so that a new word in the lexicon makes only those modules
 * stale in which it is said.
 */
export function voiceHash(utterances: readonly Utterance[]): Sha256 {
  const spoken = utterances.map((utterance) => toSpokenText(utterance.text));
  const cue = [...createCue()].map((sample) => Math.round(sample * 32_767));
  const parts = [settings, speechVersion(), encoderVersion(), cue, spoken];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

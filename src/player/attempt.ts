/**
 * One try at playing a source, from its load until the next: what was asked for, and what the element told since.
 * Answers that come late are compared with the attempt of now, and dropped.
 */
import type { Seconds } from '../model/units.ts';
import type { EngineSource } from './audio-engine.ts';

/** Its state, which the engine alone changes. */
export interface Attempt {
  readonly source: EngineSource;
  hasMetadata: boolean;
  isLoadedTold: boolean;
  /** Where to be as soon as the element knows its length. */
  target: Seconds;
  /** The element's own way to the start position is no jump of the listener. */
  isStartSeek: boolean;
  isSeekAsked: boolean;
  /** The place to start from is not in the sound: it plays nothing, rather than something else. */
  isTooShort: boolean;
  /** The host sends no parts, so all of it is fetched; whether it is to play then. */
  whole: { isWanted: boolean } | undefined;
}

/** Before the element has told anything. */
export function startAttempt(source: EngineSource): Attempt {
  const target = Number.isFinite(source.startTime) ? Math.max(0, source.startTime) : 0;
  return {
    source,
    hasMetadata: false,
    isLoadedTold: false,
    target,
    isStartSeek: target > 0,
    isSeekAsked: false,
    isTooShort: false,
    whole: undefined,
  };
}

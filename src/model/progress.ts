/** How far a listener is with one sound, and how two memories of it are joined. */
import { addRange, type HeardRange } from './coverage.ts';
import type { Seconds, Sha256, Timestamp } from './units.ts';

/** `<route>/<module>`, with `#episode` behind it for the podcast episode of the module. */
export type AudioKey = string;

/** The name under which the progress of a sound is kept; from stable ids, so it survives a new recording. */
export function audioKey(routeId: string, moduleId: string, part?: 'episode'): AudioKey {
  return `${routeId}/${moduleId}${part === undefined ? '' : `#${part}`}`;
}

/** How it came to be finished: by ear, by saying so, or by reading. */
export type CompletionHow = 'heard' | 'marked' | 'read';

/** What is remembered of one sound. */
export interface Progress {
  key: AudioKey;
  /** Where to go on. */
  position: Seconds;
  /** 0 while it is unknown. */
  duration: Seconds;
  /** Sorted and disjoint, as `addRange` keeps them. */
  heard: HeardRange[];
  /** Once there, it stays, unless a person takes it back: see `start-over.ts`. */
  completed?: { at: Timestamp; how: CompletionHow };
  /** The sound that position and ranges belong to; another hash makes both void. */
  audioHash?: Sha256;
  lastPlayedAt?: Timestamp;
  /** When a person took back what was remembered; what was remembered before that no longer counts. */
  startedOverAt?: Timestamp;
  updatedAt: Timestamp;
}

/** The progress of a sound that was never played. */
export function emptyProgress(key: AudioKey, now: Timestamp): Progress {
  return { key, position: 0, duration: 0, heard: [], updatedAt: now };
}

/**
 * Joins what is stored with what is to be written: the newer position, everything heard by either,
 * and a completion that stays with its first date. Of two that are from before and after starting over,
 * only the later one counts.
 *
 * @param incoming - Wins on position and duration, whatever its clock says: the caller decides what is newer.
 */
export function mergeProgress(stored: Progress | undefined, incoming: Progress): Progress {
  if (!stored) return incoming;
  const age = (stored.startedOverAt ?? 0) - (incoming.startedOverAt ?? 0);
  if (age !== 0) return age > 0 ? stored : incoming;
  const merged: Progress = { ...incoming };
  const isSameSound =
    stored.audioHash === undefined ||
    incoming.audioHash === undefined ||
    stored.audioHash === incoming.audioHash;
  if (isSameSound) merged.heard = stored.heard.reduce(addRange, incoming.heard);
  const completed = stored.completed ?? incoming.completed;
  if (completed) merged.completed = completed;
  const lastPlayedAt = Math.max(stored.lastPlayedAt ?? 0, incoming.lastPlayedAt ?? 0);
  if (lastPlayedAt > 0) merged.lastPlayedAt = lastPlayedAt;
  const audioHash = incoming.audioHash ?? stored.audioHash;
  if (audioHash !== undefined) merged.audioHash = audioHash;
  return merged;
}

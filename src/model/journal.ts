/** The listener's own trail: where listening went, so that a place can be found again. */
import type { AudioKey } from './progress.ts';
import type { Seconds, Timestamp } from './units.ts';

/**
 * `session`: listened on from one place to another. `jump`: went there at once. `sleep`: the sleep timer
 * ended the listening; `from` is where it was set, maybe in an earlier sound than `to` is in.
 */
export const JOURNAL_KINDS = ['session', 'jump', 'sleep'] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** One line of the trail. */
export interface JournalEntry {
  id: string;
  kind: JournalKind;
  /** The sound that `from` is in, and for all but `sleep` also `to`. */
  audioKey: AudioKey;
  from: Seconds;
  to: Seconds;
  at: Timestamp;
}

/** So many lines are kept. */
export const JOURNAL_LENGTH = 200;

/** Oldest first; lines of the same moment stay in the order given. */
export function byTime(entries: readonly JournalEntry[]): JournalEntry[] {
  return entries.toSorted((a, b) => a.at - b.at);
}

/** A second in one of the sounds. */
export interface Place {
  audioKey: AudioKey;
  time: Seconds;
}

/** The place that a line leads back to: where a session stopped, where a jump or a timer began. */
export function placeOf(entry: JournalEntry): Place {
  return { audioKey: entry.audioKey, time: entry.kind === 'session' ? entry.to : entry.from };
}

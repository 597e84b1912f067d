/**
 * How what is stored and what a backup brings become one. Every rule gives the same for two values in
 * either order and for a value with itself, so that the order of backups and their number do not matter.
 */
import type { JournalEntry } from '../model/journal.ts';
import { type Draft, isEmptyContent, type Note } from '../model/note.ts';
import { mergeProgress, type Progress } from '../model/progress.ts';
import { hasPlace } from '../model/stray-words.ts';
import type { Setting } from '../storage/codec.ts';
import { stableJson } from './strict-json.ts';

/**
 * The envelope of one note from two places. Its words are in revisions, which are never joined. A note that
 * was deleted in one place only comes back; of a voice the one with more pieces counts.
 */
export function joinNotes(a: Note, b: Note): Note {
  const joined = joinEnvelopes(a, b);
  const { deletedAt: _, deletedWith: __, ...kept } = joined;
  const voices = [a.voice, b.voice].filter((voice) => voice !== undefined);
  const [voice] = voices.sort((one, other) => other.pieces - one.pieces || compare(one, other));
  return { ...kept, ...(voice ? { voice } : {}), ...joinDeletions(a, b) };
}

/** Each knew of its own words. One of an earlier version of the app tells of none: what only its clock knew comes back. */
function joinDeletions(a: Note, b: Note): Pick<Note, 'deletedAt' | 'deletedWith'> {
  if (a.deletedAt === undefined || b.deletedAt === undefined) return {};
  const known = new Set([...(a.deletedWith ?? []), ...(b.deletedWith ?? [])]);
  return {
    deletedAt: Math.max(a.deletedAt, b.deletedAt),
    ...(a.deletedWith || b.deletedWith ? { deletedWith: [...known].sort() } : {}),
  };
}

/** One that knows where it belongs goes before one that was made for words without an envelope. */
function joinEnvelopes(a: Note, b: Note): Note {
  if (hasPlace(a) === hasPlace(b)) return joinFields(a, b);
  return hasPlace(a) ? a : b;
}

/** The later state of what one tab had in its field; words go before no words. */
export function joinDrafts(a: Draft, b: Draft): Draft {
  const emptiness = Number(isEmptyContent(a)) - Number(isEmptyContent(b));
  return later(a, b, emptiness || b.sequence - a.sequence);
}

/** Everything heard in both, the place of the later one, and the first completion. */
export function joinProgress(a: Progress, b: Progress): Progress {
  // Of one moment the place further on counts. What is joined below must not decide: a second
  // time it is another one, and the place would go back.
  const newer = later(
    a,
    b,
    (b.startedOverAt ?? 0) - (a.startedOverAt ?? 0) ||
      b.updatedAt - a.updatedAt ||
      b.position - a.position ||
      b.duration - a.duration ||
      compare(b.audioHash ?? '', a.audioHash ?? ''),
  );
  const older = newer === a ? b : a;
  const merged = mergeProgress(older, newer);
  if ((a.startedOverAt ?? 0) !== (b.startedOverAt ?? 0)) return merged;
  const [completed] = [a.completed, b.completed]
    .filter((completion) => completion !== undefined)
    .sort((one, other) => one.at - other.at || compare(one, other));
  return completed ? { ...merged, completed } : merged;
}

/** A line that grew: the one that goes on longest. */
export function joinJournal(a: JournalEntry, b: JournalEntry): JournalEntry {
  return later(a, b, b.at - a.at || b.to - a.to);
}

/** The later choice; of two lists nothing is lost, and a list goes before anything else. */
export function joinSettings(a: Setting, b: Setting): Setting {
  const [one, other] = [a.value, b.value];
  if (Array.isArray(one) && Array.isArray(other)) return joinLists(a, one, b, other);
  return later(
    a,
    b,
    Number(Array.isArray(other)) - Number(Array.isArray(one)) ||
      (b.savedAt ?? 0) - (a.savedAt ?? 0),
  );
}

/** In an order of its own: whichever came first does not show. Two lists that say the same stay as they are. */
function joinLists(a: Setting, one: unknown[], b: Setting, other: unknown[]): Setting {
  const byName = new Map([...one, ...other].map((entry) => [stableJson(entry), entry]));
  const union = [...byName].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, entry]) => entry);
  const moments = [a.savedAt, b.savedAt].filter((moment) => moment !== undefined);
  return {
    key: a.key,
    value: compare(one, other) === 0 ? one : union,
    ...(moments.length === 0 ? {} : { savedAt: Math.max(...moments) }),
  };
}

/** Field by field; where both have one and they differ, the choice is the same in either order. */
function joinFields<T extends object>(a: T, b: T): T {
  const joined: Record<string, unknown> = Object.fromEntries(Object.entries(a));
  for (const [name, value] of Object.entries(b)) {
    const present = joined[name];
    if (present === undefined || compare(value, present) > 0) joined[name] = value;
  }
  return joined as T;
}

/** @param order - Negative for `a`, positive for `b`; 0 leaves it to what they say. */
function later<T>(a: T, b: T, order: number): T {
  return (order || compare(b, a)) > 0 ? b : a;
}

function compare(a: unknown, b: unknown): number {
  const [one, other] = [stableJson(a), stableJson(b)];
  return one === other ? 0 : one < other ? -1 : 1;
}

/**
 * What a person writes, and how its versions hang together. A note is an envelope; its words live in
 * immutable revisions, and in one mutable draft per tab while somebody types.
 */
import type { LearningModule, Question } from './learning-module.ts';
import { DAY, type Milliseconds, type Seconds, type Sha256, type Timestamp } from './units.ts';
import type { VoiceNote } from './voice-note.ts';

/** An answer to a question, a marked moment, a free note, or an "Als … dan …". */
export type NoteKind = 'answer' | 'mark' | 'free' | 'plan';

/** What a note is about, told in more than one way so that it is found again after a change of text or sound. */
export interface Anchor {
  audioHash?: Sha256;
  time?: Seconds;
  /** The words that were heard there. */
  sentence?: string;
  /** Of a mark: all that was said in the seconds that led to it, the sentence too. */
  passage?: string;
  questionId?: string;
  questionVersion?: string;
}

/** Where an answer to a question hangs. */
export function answerAnchor(module: LearningModule, question: Question): Anchor {
  return {
    ...(module.audio && question.times
      ? { audioHash: module.audio.hash, time: question.times.startTime }
      : {}),
    sentence: question.text,
    questionId: question.id,
    questionVersion: question.version,
  };
}

/** The envelope of some words. */
export interface Note {
  id: string;
  kind: NoteKind;
  routeId: string;
  moduleId: string;
  anchor: Anchor;
  createdAt: Timestamp;
  /** For a note that was spoken. */
  voice?: VoiceNote;
  /** Deleted, but to be had back for a while. */
  deletedAt?: Timestamp;
  /**
   * The names of the words that stood there when it was deleted: the ids of the newest versions, and
   * {@link draftName} of each draft. Absent where an earlier version of the app deleted it.
   */
  deletedWith?: string[];
}

/** A note that was spoken. */
export type SpokenNote = Note & { voice: VoiceNote };

/** Whether a note was spoken. */
export function isSpoken(note: Note): note is SpokenNote {
  return note.voice !== undefined;
}

/** The parts of a note with more than one field, by name; those of a plan are told in `plan.ts`. */
export type NoteFields = Record<string, string>;

/** What is in a field now: one record per note and tab, overwritten at every input. */
export interface Draft {
  noteId: string;
  tabId: string;
  text: string;
  fields?: NoteFields;
  /** The revisions that this text was made from. */
  parents: string[];
  /** Rises with every input in a tab. */
  sequence: number;
  updatedAt: Timestamp;
}

/** A version that never changes. More than one parent: versions that were joined. */
export interface Revision {
  id: string;
  noteId: string;
  parents: string[];
  text: string;
  fields?: NoteFields;
  createdAt: Timestamp;
  /** The draft it was cut from. */
  origin?: { tabId: string; sequence: number };
}

/** The words of a note as they are now. */
export interface NoteContent {
  text: string;
  fields?: NoteFields;
  updatedAt: Timestamp;
}

/** A note with its words as they are now, and all its earlier versions. */
export interface NoteWithText extends NoteContent {
  note: Note;
  /** Oldest first. */
  revisions: Revision[];
  /** See {@link isDeleted}; absent for one that is not. */
  isDeleted?: true;
}

/** Puts together what belongs to one note, by its id. */
export function groupByNote<Entry extends { noteId: string }>(
  entries: Iterable<Entry>,
): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.noteId);
    if (group) group.push(entry);
    else groups.set(entry.noteId, [entry]);
  }
  return groups;
}

/** The versions that no other version was made from; more than one after writing in two tabs. */
export function heads(revisions: readonly Revision[]): Revision[] {
  const parents = new Set(revisions.flatMap((revision) => revision.parents));
  return revisions.filter((revision) => !parents.has(revision.id));
}

/**
 * The head of which the words are shown, and so the parent of what is typed next. Naming all heads
 * would join what was written in two tabs before anybody saw both.
 */
export function newestHead(revisions: readonly Revision[]): Revision | undefined {
  return heads(revisions).toSorted(
    (a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1),
  )[0];
}

/**
 * The newest words: of the drafts and the heads that no draft was made from. Descent goes before the
 * clock, which a person can set back.
 *
 * @returns `undefined` for a note without words.
 */
export function currentContent(
  revisions: readonly Revision[],
  drafts: readonly Draft[],
): NoteContent | undefined {
  const continued = new Set(drafts.flatMap((draft) => draft.parents));
  const open = heads(revisions).filter((revision) => !continued.has(revision.id));
  const candidates = [
    ...open.map(({ id, text, fields, createdAt }) => ({ id, text, fields, updatedAt: createdAt })),
    ...drafts.map(({ tabId, text, fields, updatedAt }) => ({ id: tabId, text, fields, updatedAt })),
  ];
  // The id only makes the choice the same on every device when two were written in one millisecond.
  candidates.sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1));
  const newest = candidates[0];
  if (!newest) return undefined;
  const { text, fields, updatedAt } = newest;
  return { text, ...(fields === undefined ? {} : { fields }), updatedAt };
}

/** Whether two contents say the same, to the character. */
export function isSameContent(
  a: Pick<NoteContent, 'text' | 'fields'>,
  b: Pick<NoteContent, 'text' | 'fields'>,
): boolean {
  if (a.text !== b.text) return false;
  const names = new Set([...Object.keys(a.fields ?? {}), ...Object.keys(b.fields ?? {})]);
  return [...names].every((name) => (a.fields?.[name] ?? '') === (b.fields?.[name] ?? ''));
}

/** Whether nothing was written. */
export function isEmptyContent(content: Pick<NoteContent, 'text' | 'fields'>): boolean {
  return isSameContent(content, { text: '' });
}

/** Whether a version was made of what the draft says, or of what was typed after it. @param revisions - Of its note. */
export function isCut(revisions: readonly Revision[], draft: Draft): boolean {
  return revisions.some(
    ({ origin }) => origin?.tabId === draft.tabId && origin.sequence >= draft.sequence,
  );
}

/** How long a deleted note can be had back. */
export const BIN_TIME: Milliseconds = 30 * DAY;

/** What a draft says at one moment, by name; a version that was made of it is known by it. */
function draftName({ tabId, sequence }: { tabId: string; sequence: number }): string {
  return `${tabId} ${sequence}`;
}

/** What is known to who deletes a note now, for {@link Note.deletedWith}. */
export function presentWords(revisions: readonly Revision[], drafts: readonly Draft[]): string[] {
  return [...heads(revisions).map(({ id }) => id), ...drafts.map(draftName)].sort();
}

/**
 * Whether a note is deleted. Words that whoever deleted it did not know, from another tab or a restore, bring
 * it back, whatever the clock says of them.
 */
export function isDeleted(
  { deletedAt, deletedWith, createdAt }: Note,
  revisions: readonly Revision[],
  drafts: readonly Draft[],
): boolean {
  if (deletedAt === undefined) return false;
  if (deletedWith === undefined) {
    return (currentContent(revisions, drafts)?.updatedAt ?? createdAt) <= deletedAt;
  }
  const known = withAncestors(deletedWith, revisions);
  return (
    drafts.every((draft) => known.has(draftName(draft))) &&
    revisions.every(({ id, origin }) => known.has(id) || (origin && known.has(draftName(origin))))
  );
}

/** Names, and those of all versions that they were made from. */
function withAncestors(names: readonly string[], revisions: readonly Revision[]): Set<string> {
  const parents = new Map(revisions.map((revision) => [revision.id, revision.parents]));
  const found = new Set(names);
  // A set goes on with what is added while it is walked.
  for (const name of found) for (const parent of parents.get(name) ?? []) found.add(parent);
  return found;
}

/** Whole days until a deleted note is gone for good; 0 on the last day. */
export function daysLeft(deletedAt: Timestamp, now: Timestamp): number {
  return Math.max(0, Math.floor((deletedAt + BIN_TIME - now) / DAY));
}

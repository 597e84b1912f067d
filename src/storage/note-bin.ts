/**
 * What is done with whole notes after they were written: deleting with a way back, clearing away what was
 * deleted long ago, and joining versions. Its code comes when notes are first looked at.
 */
import {
  BIN_TIME,
  type Draft,
  heads,
  isSpoken,
  type Note,
  type NoteContent,
  type NoteWithText,
  presentWords,
  type Revision,
} from '../model/note.ts';
import type { Timestamp } from '../model/units.ts';
import { joinNote, NOTE_STORES } from './note-store.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore, RecordTransaction } from './record-store.ts';
import { removeOrphans, removeVoice } from './voice-store.ts';

/** All methods throw a `StorageError`, and then nothing was changed. */
export interface NoteBin {
  /** Deletes all of these, or none. */
  remove(noteIds: readonly string[], now: Timestamp): Promise<void>;
  /** Takes all of these back, or none. */
  putBack(noteIds: readonly string[]): Promise<void>;
  /** What can still be had back, the latest first. */
  list(): Promise<NoteWithText[]>;
  /**
   * Clears away what was deleted more than 30 days ago, with everything that belongs to it, and sound that
   * belongs to nothing. @returns How many notes.
   */
  purge(now: Timestamp): Promise<number>;
  /**
   * Makes one version of several: a revision with all of them as its parents.
   *
   * @returns `undefined` when another version came in between: the person must see that one too.
   */
  join(
    noteId: string,
    parentIds: readonly string[],
    content: Pick<NoteContent, 'text' | 'fields'>,
    now: Timestamp,
  ): Promise<Revision | undefined>;
}

/** @param createId - Makes the ids of revisions. */
export function createNoteBin(
  records: RecordStore,
  guard: RecordGuard,
  createId: () => string,
): NoteBin {
  async function wordsOf(tx: RecordTransaction, { id }: Note) {
    return {
      revisions: await guard.getAllBy(tx, 'revisions', 'byNote', id),
      drafts: await guard.getAllBy(tx, 'drafts', 'byNote', id),
    };
  }

  async function deletedNotes(tx: RecordTransaction): Promise<NoteWithText[]> {
    const marked = (await guard.getAll(tx, 'notes')).filter(
      ({ deletedAt }) => deletedAt !== undefined,
    );
    const entries: NoteWithText[] = [];
    for (const note of marked) {
      const { revisions, drafts } = await wordsOf(tx, note);
      entries.push(joinNote(note, revisions, drafts));
    }
    return entries.filter(({ isDeleted }) => isDeleted);
  }

  function changeEach(
    noteIds: readonly string[],
    change: (note: Note, words: { revisions: Revision[]; drafts: Draft[] }) => Note,
  ): Promise<void> {
    return records.write([...NOTE_STORES, ...GUARD_STORES], 'strict', async (tx) => {
      for (const id of noteIds) {
        const note = await guard.get(tx, 'notes', id);
        if (note) await guard.put(tx, 'notes', change(note, await wordsOf(tx, note)));
      }
    });
  }

  return {
    remove: (noteIds, now) =>
      // An earlier version of the app goes by the clock, and that can have been set back.
      changeEach(noteIds, (note, { revisions, drafts }) => ({
        ...note,
        deletedAt: Math.max(now, joinNote(note, revisions, drafts).updatedAt),
        deletedWith: presentWords(revisions, drafts),
      })),
    putBack: (noteIds) => changeEach(noteIds, ({ deletedAt: _, deletedWith: __, ...note }) => note),
    list: async () => {
      const entries = await records.read(NOTE_STORES, deletedNotes);
      return entries.toSorted((a, b) => (b.note.deletedAt ?? 0) - (a.note.deletedAt ?? 0));
    },
    purge: (now) =>
      records.write([...NOTE_STORES, 'voice', 'damaged'], 'strict', async (tx) => {
        const old = (await deletedNotes(tx)).filter(
          ({ note }) => (note.deletedAt ?? now) + BIN_TIME < now,
        );
        for (const { note, revisions } of old) {
          for (const { id } of revisions) await tx.remove('revisions', id);
          for (const { tabId } of await guard.getAllBy(tx, 'drafts', 'byNote', note.id)) {
            await tx.remove('drafts', [note.id, tabId]);
          }
          if (isSpoken(note)) await removeVoice(tx, note);
          await tx.remove('notes', note.id);
        }
        await removeOrphans(tx);
        return old.length;
      }),
    join: (noteId, parentIds, { text, fields }, now) =>
      records.write(['revisions', ...GUARD_STORES], 'strict', async (tx) => {
        const present = heads(await guard.getAllBy(tx, 'revisions', 'byNote', noteId));
        const isSeen = present.every(({ id }) => parentIds.includes(id));
        if (!isSeen || present.length !== parentIds.length) return undefined;
        const revision: Revision = {
          id: createId(),
          noteId,
          parents: [...parentIds],
          text,
          ...(fields === undefined ? {} : { fields }),
          createdAt: now,
        };
        await guard.put(tx, 'revisions', revision);
        return revision;
      }),
  };
}

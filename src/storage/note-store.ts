/**
 * Keeps notes: their envelopes, their drafts and their revisions. Every write is strict, and a text is
 * never in fewer places than before: the draft goes in the transaction that writes its revision.
 */
import {
  currentContent,
  type Draft,
  groupByNote,
  isCut,
  isDeleted,
  isEmptyContent,
  isSameContent,
  type Note,
  type NoteWithText,
  type Revision,
} from '../model/note.ts';
import { hasPlace, strayNotes } from '../model/stray-words.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore, RecordTransaction } from './record-store.ts';

/** All methods throw a `StorageError` when nothing could be read or written. */
export interface NoteStore {
  /** All notes that were not deleted, oldest first. */
  loadAll(): Promise<NoteWithText[]>;
  load(noteId: string): Promise<NoteWithText | undefined>;
  /** Does nothing when the note is there already: a try after a failure is safe. */
  create(note: Note): Promise<void>;
  /**
   * Takes the place of this tab's earlier draft of the note, never of a later one.
   *
   * @param note - Its envelope, stored with it when there is none: words without one are not to be seen.
   */
  saveDraft(draft: Draft, note?: Note): Promise<void>;
  /**
   * Makes a revision of a tab's draft, and removes the draft.
   *
   * @param kept - What the writer knows of it: stored first when the browser cleared it away meanwhile.
   * @returns `undefined` when there is no draft, or when it says what its only parent says.
   */
  cutRevision(noteId: string, tabId: string, kept?: KeptWords): Promise<Revision | undefined>;
}

/** A note as its writer has it. */
export interface KeptWords {
  note: Note;
  /** Absent when nothing was typed. */
  draft?: Draft | undefined;
}

/** So many notes get their words in one task. */
const PART = 1000;

/** Where a note and its words are; what was spoken lies apart. */
export const NOTE_STORES = ['notes', 'drafts', 'revisions'] as const;

/** @param createId - Makes the ids of revisions; each one unique. */
export function createNoteStore(
  records: RecordStore,
  guard: RecordGuard,
  createId: () => string,
): NoteStore {
  async function withText(tx: RecordTransaction, note: Note): Promise<NoteWithText> {
    const revisions = await guard.getAllBy(tx, 'revisions', 'byNote', note.id);
    const drafts = await guard.getAllBy(tx, 'drafts', 'byNote', note.id);
    return joinNote(note, revisions, drafts);
  }

  return {
    async loadAll() {
      const stored = await records.read(NOTE_STORES, async (tx) => ({
        notes: await guard.getAll(tx, 'notes'),
        revisions: await guard.getAll(tx, 'revisions'),
        drafts: await guard.getAll(tx, 'drafts'),
        keys: new Set<unknown>(await tx.getKeys('notes')),
      }));
      // An envelope that cannot be read keeps its place: a newer version may read it again.
      const strays = strayNotes(stored.revisions, stored.drafts, (id) => stored.keys.has(id));
      // Where nothing can be written they are shown all the same.
      if (strays.length > 0) await keepAll(strays).catch(() => undefined);
      const revisions = groupByNote(stored.revisions);
      const drafts = groupByNote(stored.drafts);
      const notes = [...stored.notes, ...strays].sort((a, b) => a.createdAt - b.createdAt);
      const entries: NoteWithText[] = [];
      for (const [index, note] of notes.entries()) {
        // Thousands of them at once would hold up the page.
        if (index % PART === PART - 1) await new Promise((resolve) => setTimeout(resolve, 0));
        const entry = joinNote(note, revisions.get(note.id) ?? [], drafts.get(note.id) ?? []);
        if (!entry.isDeleted) entries.push(entry);
      }
      return entries;
    },
    load: (noteId) =>
      records.read(NOTE_STORES, async (tx) => {
        const note = await guard.get(tx, 'notes', noteId);
        return note && withText(tx, note);
      }),
    create: (note) =>
      records.write(['notes', ...GUARD_STORES], 'strict', async (tx) => {
        if ((await guard.get(tx, 'notes', note.id)) === undefined) {
          await guard.put(tx, 'notes', note);
        }
      }),
    saveDraft: (draft, note) =>
      records.write(['notes', 'drafts', ...GUARD_STORES], 'strict', async (tx) => {
        if (note) await putEnvelope(tx, guard, note);
        // A page that starts can have taken in this tab's tail while an older write was on its way.
        const stored = await guard.get(tx, 'drafts', [draft.noteId, draft.tabId]);
        if (stored && stored.sequence > draft.sequence) return;
        await guard.put(tx, 'drafts', draft);
      }),
    cutRevision: (noteId, tabId, kept) =>
      records.write([...NOTE_STORES, ...GUARD_STORES], 'strict', async (tx) => {
        const stored = await guard.get(tx, 'drafts', [noteId, tabId]);
        const draft = stored ?? (kept?.draft && (await lostDraft(tx, kept.draft)));
        if (!draft) return undefined;
        const revision = await revise(tx, draft);
        if (revision && kept) await putEnvelope(tx, guard, kept.note);
        if (revision) await guard.put(tx, 'revisions', revision);
        await tx.remove('drafts', [noteId, tabId]);
        return revision;
      }),
  };

  /** The envelopes of words that had none. */
  function keepAll(notes: readonly Note[]): Promise<void> {
    return records.write(['notes', ...GUARD_STORES], 'strict', async (tx) => {
      for (const note of notes) {
        if ((await tx.get('notes', note.id)) === undefined) await guard.put(tx, 'notes', note);
      }
    });
  }

  /** A draft that is not stored is lost, unless a version was made of it. */
  async function lostDraft(tx: RecordTransaction, draft: Draft): Promise<Draft | undefined> {
    const revisions = await guard.getAllBy(tx, 'revisions', 'byNote', draft.noteId);
    return isCut(revisions, draft) ? undefined : draft;
  }

  async function revise(tx: RecordTransaction, draft: Draft): Promise<Revision | undefined> {
    const [parentId, ...others] = draft.parents;
    if (parentId === undefined && isEmptyContent(draft)) return undefined;
    if (parentId !== undefined && others.length === 0) {
      const parent = await guard.get(tx, 'revisions', parentId);
      if (parent && isSameContent(parent, draft)) return undefined;
    }
    const { noteId, tabId, text, fields, parents, sequence } = draft;
    return {
      id: createId(),
      noteId,
      parents,
      text,
      ...(fields === undefined ? {} : { fields }),
      // When it was written: a draft that a killed tab left behind is cut days later.
      createdAt: draft.updatedAt,
      origin: { tabId, sequence },
    };
  }
}

/**
 * Stores the envelope of words that are stored with it, when there is none or it does not know its place. The
 * transaction must include `notes` and `damaged`.
 */
export async function putEnvelope(
  tx: RecordTransaction,
  guard: RecordGuard,
  note: Note,
): Promise<void> {
  const stored = await guard.get(tx, 'notes', note.id);
  if (stored && (hasPlace(stored) || !hasPlace(note))) return;
  const { deletedAt: _, deletedWith: __, ...envelope } = note;
  await guard.put(tx, 'notes', { ...stored, ...envelope });
}

/** A note with the words that its versions and drafts make. */
export function joinNote(
  note: Note,
  revisions: readonly Revision[],
  drafts: readonly Draft[],
): NoteWithText {
  const content = currentContent(revisions, drafts) ?? { text: '', updatedAt: note.createdAt };
  return {
    note,
    ...content,
    revisions: revisions.toSorted((a, b) => a.createdAt - b.createdAt),
    ...(isDeleted(note, revisions, drafts) ? { isDeleted: true } : {}),
  };
}

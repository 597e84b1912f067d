/**
 * Keeps notes: their envelopes, their drafts and their revisions. Every write is strict, and a text is
 * never in fewer places than before: the draft goes in the transaction that writes its revision.
 */
import {
  currentContent,
  type Draft,
  groupByNote,
  isDeleted,
  isEmptyContent,
  isSameContent,
  type Note,
  type NoteWithText,
  type Revision,
} from '../model/note.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore, RecordTransaction } from './record-store.ts';

/** All methods throw a `StorageError` when nothing could be read or written. */
export interface NoteStore {
  /** All notes that were not deleted, oldest first. */
  loadAll(): Promise<NoteWithText[]>;
  load(noteId: string): Promise<NoteWithText | undefined>;
  /** Does nothing when the note is there already: a try after a failure is safe. */
  create(note: Note): Promise<void>;
  /** Takes the place of this tab's earlier draft of the note, never of a later one. */
  saveDraft(draft: Draft): Promise<void>;
  /**
   * Makes a revision of a tab's draft, and removes the draft.
   *
   * @returns `undefined` when there is no draft, or when it says what its only parent says.
   */
  cutRevision(noteId: string, tabId: string): Promise<Revision | undefined>;
}

/** So many notes get their words in one task. */
const PART = 1000;

const NOTE_STORES = ['notes', 'drafts', 'revisions'] as const;

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
      }));
      const revisions = groupByNote(stored.revisions);
      const drafts = groupByNote(stored.drafts);
      const notes = stored.notes.sort((a, b) => a.createdAt - b.createdAt);
      const entries: NoteWithText[] = [];
      for (const [index, note] of notes.entries()) {
        // Thousands of them at once would hold up the page.
        if (index % PART === PART - 1) await new Promise((resolve) => setTimeout(resolve, 0));
        const entry = joinNote(note, revisions.get(note.id) ?? [], drafts.get(note.id) ?? []);
        if (!isDeleted(note, entry.updatedAt)) entries.push(entry);
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
    saveDraft: (draft) =>
      records.write(['drafts', ...GUARD_STORES], 'strict', async (tx) => {
        // A page that starts can have taken in this tab's tail while an older write was on its way.
        const stored = await guard.get(tx, 'drafts', [draft.noteId, draft.tabId]);
        if (stored && stored.sequence > draft.sequence) return;
        await guard.put(tx, 'drafts', draft);
      }),
    cutRevision: (noteId, tabId) =>
      records.write(['drafts', 'revisions', ...GUARD_STORES], 'strict', async (tx) => {
        const draft = await guard.get(tx, 'drafts', [noteId, tabId]);
        if (!draft) return undefined;
        const revision = await revise(tx, draft);
        if (revision) await guard.put(tx, 'revisions', revision);
        await tx.remove('drafts', [noteId, tabId]);
        return revision;
      }),
  };

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

/** A note with the words that its versions and drafts make. */
export function joinNote(
  note: Note,
  revisions: readonly Revision[],
  drafts: readonly Draft[],
): NoteWithText {
  const content = currentContent(revisions, drafts) ?? { text: '', updatedAt: note.createdAt };
  return { note, ...content, revisions: revisions.toSorted((a, b) => a.createdAt - b.createdAt) };
}

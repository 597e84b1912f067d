/**
 * Keeps what a person types, letter by letter: one write under way, the newest text next, no waiting
 * for a pause. It says "saved" only of words that are in the database.
 */
import {
  type Draft,
  isSameContent,
  type Note,
  type NoteFields,
  type Revision,
} from '../model/note.ts';
import type { Milliseconds, Timestamp } from '../model/units.ts';
import type { NoteStore } from './note-store.ts';
import type { StorageError } from './storage-error.ts';
import type { Tail } from './tail.ts';

/**
 * `saved`: the newest words are in the database. `unsaved`: the oldest word that is not has waited for
 * more than {@link UNSAVED_AFTER_MS}. `failed`: writing failed; the words are kept here and tried again.
 * `full`: the same, because there is no room left on the device.
 */
export type WriteState = 'saved' | 'unsaved' | 'failed' | 'full';

/** What a writer writes, and with what. */
export interface DraftWriterOptions {
  notes: Pick<NoteStore, 'saveDraft' | 'cutRevision'>;
  /** Stored with the first input, not before, and again when the browser cleared it away. */
  note: Note;
  tabId: string;
  /** The ids of the revisions that the text in the field was made from. */
  parents: readonly string[];
  tail: Pick<Tail, 'saveDraft' | 'removeDraft'>;
  now: () => Timestamp;
  /** Asked when the device is full: lets something go that can be fetched again, and says whether it did. */
  makeRoom?: () => Promise<boolean>;
  /** Told at every change of state. */
  onState: (state: WriteState) => void;
}

/** One note in one tab has one writer at a time. */
export interface DraftWriter {
  /** Starts writing at once. @param fields - For notes with parts; see {@link NoteFields}. */
  input(text: string, fields?: NoteFields): void;
  /**
   * Makes an immutable revision of what was typed, once it is saved.
   *
   * @returns `undefined` when there is nothing new to keep.
   * @throws StorageError when it could not be written; the words stay here and are tried again.
   */
  cut(): Promise<Revision | undefined>;
  /** For when the page is put away: synchronous, and only what is not in the database yet. */
  flushTail(): void;
  /** Whether the newest words are in the database. */
  readonly isSaved: boolean;
  /** No more states are told; words that are not saved yet are still written. */
  dispose(): void;
}

/** How long a word may be on its way before the screen says so. */
const UNSAVED_AFTER_MS: Milliseconds = 250;

/** Waits between tries after a failure, the last one again and again. */
const RETRY_DELAYS_MS: readonly Milliseconds[] = [250, 500, 1000, 2000, 5000];

interface Cut {
  resolve(revision: Revision | undefined): void;
  reject(error: unknown): void;
}

/** Makes the writer of one note; nothing is stored before the first input. */
export function createDraftWriter(options: DraftWriterOptions): DraftWriter {
  const { notes, note, tabId, tail, now, onState, makeRoom } = options;
  let parents = [...options.parents];
  let newest: Draft | undefined;
  let saved: Draft | undefined;
  let cuts: Cut[] = [];
  let isRunning = false;
  let failures = 0;
  let lastSequence = 0;
  let state: WriteState | undefined;
  let isDisposed = false;
  let unsavedTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  function tell(next: WriteState): void {
    if (next === state || isDisposed) return;
    state = next;
    onState(next);
  }

  function isSaved(): boolean {
    return newest === saved;
  }

  /** One turn of the queue at a time: words first, then the cuts that wait for them. */
  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    clearTimeout(retryTimer);
    try {
      while (!isSaved() || cuts.length > 0) {
        try {
          if (isSaved()) await cutOnce();
          else await saveOnce();
        } catch (error) {
          const isFull = (error as StorageError).code === 'quota';
          if (!isFull || !(await makeRoom?.())) throw error;
        }
      }
    } catch (error) {
      onFailure(error as StorageError);
    } finally {
      isRunning = false;
    }
  }

  async function saveOnce(): Promise<void> {
    if (!newest) return;
    const draft: Draft = { ...newest, parents };
    const writing = newest;
    await notes.saveDraft(draft, note);
    saved = writing;
    failures = 0;
    if (!isSaved()) return;
    clearTimeout(unsavedTimer);
    unsavedTimer = undefined;
    tail.removeDraft(note.id);
    tell('saved');
  }

  async function cutOnce(): Promise<void> {
    // Asked even when nothing was typed here: an earlier writer of this tab can have failed to cut.
    const revision = await notes.cutRevision(note.id, tabId, {
      note,
      draft: saved && { ...saved, parents },
    });
    if (revision) parents = [revision.id];
    failures = 0;
    const waiting = cuts;
    cuts = [];
    for (const cut of waiting) cut.resolve(revision);
  }

  function onFailure(error: StorageError): void {
    const delay = RETRY_DELAYS_MS[Math.min(failures, RETRY_DELAYS_MS.length - 1)];
    failures += 1;
    const waiting = cuts;
    cuts = [];
    for (const cut of waiting) cut.reject(error);
    if (isSaved()) return;
    tell(error.code === 'quota' ? 'full' : 'failed');
    retryTimer = setTimeout(() => void run(), delay);
  }

  return {
    input(text, fields) {
      const content = { text, ...(fields === undefined ? {} : { fields }) };
      if (newest && isSameContent(newest, content)) return;
      // Above the clock too: a later writer of this tab goes on counting from a higher number.
      lastSequence = Math.max(lastSequence + 1, now());
      newest = {
        noteId: note.id,
        tabId,
        ...content,
        parents,
        sequence: lastSequence,
        updatedAt: now(),
      };
      unsavedTimer ??= setTimeout(() => {
        unsavedTimer = undefined;
        if (!isSaved() && state !== 'failed' && state !== 'full') tell('unsaved');
      }, UNSAVED_AFTER_MS);
      void run();
    },
    cut: () =>
      new Promise((resolve, reject) => {
        cuts.push({ resolve, reject });
        void run();
      }),
    flushTail() {
      if (newest && !isSaved()) tail.saveDraft({ note, draft: { ...newest, parents } });
    },
    get isSaved() {
      return isSaved();
    },
    dispose() {
      isDisposed = true;
      clearTimeout(unsavedTimer);
    },
  };
}

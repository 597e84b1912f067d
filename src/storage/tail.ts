/**
 * The synchronous safety net for the moment that the page is put away: the position, the words and the choices
 * that are still on their way to the database are written to localStorage as well. Merged once at the next
 * start, then removed; never the only copy of anything that counts as saved.
 */
import type { Draft, Note } from '../model/note.ts';
import type { AudioKey, Progress } from '../model/progress.ts';
import { decode, encode, isRecord, type Setting } from './codec.ts';

/** The part of `localStorage` that is used; may throw at any call. */
export interface StorageLike {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Words on their way, with their envelope, for when that was not stored either. */
export interface DraftTail {
  note: Note;
  draft: Draft;
}

/** Writes and forgets tails; never throws, and does nothing where the browser gives no localStorage. */
export interface Tail {
  savePosition(progress: Progress): void;
  removePosition(key: AudioKey): void;
  saveDraft(tail: DraftTail): void;
  removeDraft(noteId: string): void;
  saveSetting(setting: Setting): void;
  removeSetting(key: string): void;
}

/** One kept tail, read back. */
export type FoundTail =
  | { kind: 'position'; storageKey: string; progress: Progress }
  | ({ kind: 'draft'; storageKey: string } & DraftTail)
  | { kind: 'setting'; storageKey: string; setting: Setting }
  | { kind: 'unreadable'; storageKey: string; content: string };

const PREFIX = 'luisterroute-tail:';

/**
 * @param tabId - Two tabs that are put away together do not touch each other's tails.
 * @param isEnabled - Asked at every write: without a database nothing is kept, here neither.
 */
export function createTail(
  storage: StorageLike | undefined,
  tabId: string,
  isEnabled: () => boolean = () => true,
): Tail {
  const positionKey = (key: AudioKey) => `${PREFIX}${tabId}:position:${key}`;
  const draftKey = (noteId: string) => `${PREFIX}${tabId}:draft:${noteId}`;
  const settingKey = (key: string) => `${PREFIX}${tabId}:setting:${key}`;
  /** What this tab wrote, so that forgetting costs nothing when there is nothing. */
  const written = new Set<string>();

  function set(key: string, makeContent: () => object): void {
    if (!storage || !isEnabled()) return;
    try {
      storage.setItem(key, JSON.stringify(makeContent()));
      written.add(key);
    } catch {
      // Full or refused: the write to the database is under way all the same.
    }
  }

  function remove(key: string): void {
    if (!storage || !written.delete(key)) return;
    try {
      storage.removeItem(key);
    } catch {
      // An old tail is harmless: the merge at the next start sees that it is older.
    }
  }

  return {
    savePosition: (progress) =>
      set(positionKey(progress.key), () => ({ progress: encode('progress', progress) })),
    removePosition: (key) => remove(positionKey(key)),
    saveDraft: ({ note, draft }) =>
      set(draftKey(draft.noteId), () => ({
        note: encode('notes', note),
        draft: encode('drafts', draft),
      })),
    removeDraft: (noteId) => remove(draftKey(noteId)),
    saveSetting: (setting) =>
      set(settingKey(setting.key), () => ({ setting: encode('settings', setting) })),
    removeSetting: (key) => remove(settingKey(key)),
  };
}

/** Reads the tails of every tab. @returns An empty list where localStorage refuses. */
export function findTails(storage: StorageLike | undefined): FoundTail[] {
  if (!storage) return [];
  try {
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    return keys
      .filter((key) => key?.startsWith(PREFIX) === true)
      .map((key) => readTail(key ?? '', storage.getItem(key ?? '') ?? ''));
  } catch {
    return [];
  }
}

/** Forgets a tail that was merged. */
export function removeTail(storage: StorageLike | undefined, storageKey: string): void {
  try {
    storage?.removeItem(storageKey);
  } catch {
    // Merged again at the next start, which changes nothing.
  }
}

function readTail(storageKey: string, content: string): FoundTail {
  const data = parse(content);
  if (isRecord(data) && 'progress' in data) {
    const progress = decode('progress', data.progress);
    if (progress.ok) return { kind: 'position', storageKey, progress: progress.value };
  }
  if (isRecord(data) && 'draft' in data) {
    const draft = decode('drafts', data.draft);
    const note = decode('notes', data.note);
    if (draft.ok && note.ok && draft.value.noteId === note.value.id) {
      return { kind: 'draft', storageKey, note: note.value, draft: draft.value };
    }
  }
  if (isRecord(data) && 'setting' in data) {
    const setting = decode('settings', data.setting);
    if (setting.ok) return { kind: 'setting', storageKey, setting: setting.value };
  }
  return { kind: 'unreadable', storageKey, content };
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/**
 * Opens everything that is remembered. It never fails: where the browser keeps nothing, the same
 * functions work in memory, and `kind` says so.
 */
import type { DownloadRecords } from '../model/download.ts';
import type { BadRecord } from './codec.ts';
import { DATABASE_NAME } from './database-steps.ts';
import { createDownloadRecords } from './download-records.ts';
import { ifAllowed } from './if-allowed.ts';
import { mergeTails } from './merge-tails.ts';
import { createNoteStore, type NoteStore } from './note-store.ts';
import { type CopyBeforeUpgrade, openRecords } from './open-records.ts';
import { createProgressStore, type ProgressStore } from './progress-store.ts';
import { createRecordGuard, type RecordGuard } from './record-guard.ts';
import type { RecordStore } from './record-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { StorageError } from './storage-error.ts';
import { cutAbandonedDrafts, holdTabLock, type LockManagerLike } from './tab-lock.ts';
import { createTail, type StorageLike, type Tail } from './tail.ts';

/** Whether what is saved outlives the page; also `memory` when nothing can be saved any more. */
export type StorageKind = 'indexeddb' | 'memory';

/** Everything that is remembered, by subject. */
export interface AppStorage {
  readonly kind: StorageKind;
  /** Why `kind` is `memory`; `blocked` asks to close the other tabs, `newer` to renew the app. */
  readonly problem: StorageError | undefined;
  /**
   * The database can still open later; then what was kept in memory has moved into it. Or a newer version took
   * it over: then what is stored can be read, and nothing written. Or see `tellChange`.
   */
  onKindChange(listener: (kind: StorageKind) => void): () => void;
  /** This page among others; new at every load. */
  readonly tabId: string;
  readonly progress: ProgressStore;
  readonly notes: NoteStore;
  readonly settings: SettingsStore;
  readonly downloads: DownloadRecords;
  readonly tail: Tail;
  /** For stores of which the code comes later. */
  readonly records: RecordStore;
  /** The same, or the database of a newer version that this one may only read: what an export is made of. */
  readonly exportRecords: RecordStore;
  readonly guard: RecordGuard;
  /** How many records could not be read so far; they are kept, not used. */
  readonly badRecordCount: number;
  onBadRecord(listener: (bad: BadRecord) => void): () => void;
  /** Makes versions of the drafts of tabs that are gone, as those of another device that a backup brought. */
  cutAbandonedDrafts(): Promise<void>;
  /** Something was stored past the usual ways, as by bringing back a backup: everybody reads again. */
  tellChange(): void;
  /** A choice was stored here: the other tabs are to be told. */
  onSettingSaved(listener: () => void): () => void;
  /** Another tab stored a choice: gives all of them as they are now. */
  onSettings(listener: (stored: Record<string, unknown>) => void): () => void;
  tellSettings(): Promise<void>;
  /** Another tab deletes everything: from then on this page keeps nothing, in no place. */
  onErased(listener: () => void): () => void;
  /** Lets go of everything at once, for who deletes it. */
  letGo(): Promise<void>;
  /** Waits for what is being written. */
  close(): Promise<void>;
}

/** Each part is the browser's own unless given; `undefined` stands for a browser without it. */
export interface OpenStorageOptions {
  /** @defaultValue `'luisterroute'` */
  name?: string;
  indexedDB?: IDBFactory | undefined;
  localStorage?: StorageLike | undefined;
  locks?: LockManagerLike | undefined;
  createId?: () => string;
  /** How long the app waits before it starts without the database. @defaultValue 3000 */
  openLimitMs?: number;
  /** Called before a database of an earlier version is changed. @defaultValue no copy is made */
  copyBeforeUpgrade?: CopyBeforeUpgrade;
}

const OPEN_LIMIT_MS = 3000;

/** Never rejects. @returns After at most the opening limit, with the tails of an earlier page merged. */
export async function openStorage(options: OpenStorageOptions = {}): Promise<AppStorage> {
  const factory = pick(options, 'indexedDB', () => globalThis.indexedDB);
  const localStorage = pick(options, 'localStorage', () => globalThis.localStorage);
  const locks = pick(options, 'locks', () => globalThis.navigator.locks);
  const createId = options.createId ?? (() => crypto.randomUUID());
  const tabId = createId();
  const kindListeners = new Set<(kind: StorageKind) => void>();
  const badListeners = new Set<(bad: BadRecord) => void>();
  const erasedListeners = new Set<() => void>();
  const savedListeners = new Set<() => void>();
  const settingsListeners = new Set<(stored: Record<string, unknown>) => void>();
  const guard = createRecordGuard((bad) => {
    for (const listener of badListeners) listener(bad);
  });

  let isErased = false;
  const kept = await openRecords({
    name: options.name ?? DATABASE_NAME,
    factory,
    guard,
    limitMs: options.openLimitMs ?? OPEN_LIMIT_MS,
    copyBeforeUpgrade: options.copyBeforeUpgrade,
    onOvertaken: tellChange,
    onErased() {
      isErased = true;
      for (const listener of erasedListeners) listener();
    },
  });
  const records = writableUntil(kept.records, () => isErased);
  const notes = createNoteStore(records, guard, createId);
  const releaseTab = holdTabLock(locks, tabId);
  const tail = createTail(localStorage, tabId, () => kept.hasDatabase && !isErased);

  function kindNow(): StorageKind {
    return kept.problem === undefined ? 'indexeddb' : 'memory';
  }

  function tellChange(): void {
    for (const listener of kindListeners) listener(kindNow());
  }

  async function takeIn(): Promise<void> {
    try {
      await mergeTails({ records, guard, localStorage, isLasting: kept.problem === undefined });
      await cutAbandonedDrafts(records, guard, notes, locks, tabId);
    } catch {
      // The tails and drafts stay where they are and are tried again at the next start.
    }
  }

  async function moveToDatabase(): Promise<void> {
    await kept.moveToDatabase();
    await takeIn();
    tellChange();
  }

  await takeIn();
  if (kept.problem) {
    // Only an opening that is still under way can succeed; one that failed rejects here again.
    moveToDatabase().catch(() => undefined);
  }

  const settings = createSettingsStore({
    records,
    guard,
    tail,
    onSaved() {
      for (const listener of savedListeners) listener();
    },
  });

  return {
    get kind() {
      return kindNow();
    },
    get problem() {
      return kept.problem;
    },
    onKindChange: (listener) => subscribe(kindListeners, listener),
    tabId,
    progress: createProgressStore(records, guard),
    notes,
    settings,
    downloads: createDownloadRecords(records, guard),
    records,
    get exportRecords() {
      return kept.exportRecords === kept.records ? records : kept.exportRecords;
    },
    guard,
    tail,
    get badRecordCount() {
      return guard.badCount;
    },
    onBadRecord: (listener) => subscribe(badListeners, listener),
    cutAbandonedDrafts: () => cutAbandonedDrafts(records, guard, notes, locks, tabId),
    tellChange,
    onSettingSaved: (listener) => subscribe(savedListeners, listener),
    onSettings: (listener) => subscribe(settingsListeners, listener),
    async tellSettings() {
      const stored = await settings.load();
      for (const listener of settingsListeners) listener(stored);
    },
    onErased: (listener) => subscribe(erasedListeners, listener),
    async letGo() {
      isErased = true;
      releaseTab();
      await records.close();
    },
    async close() {
      releaseTab();
      await records.close();
    },
  };
}

/** What is being deleted takes nothing in any more, also not in the memory of the page. */
function writableUntil(records: RecordStore, isErased: () => boolean): RecordStore {
  return {
    ...records,
    async write(stores, durability, work) {
      if (isErased()) throw new StorageError('unavailable', 'Everything was wiped.');
      return records.write(stores, durability, work);
    },
  };
}

function pick<Name extends 'indexedDB' | 'localStorage' | 'locks'>(
  options: OpenStorageOptions,
  name: Name,
  readGlobal: () => OpenStorageOptions[Name],
): OpenStorageOptions[Name] {
  return name in options ? options[name] : ifAllowed(readGlobal);
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

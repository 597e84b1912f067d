/**
 * Opens everything that is remembered. It never fails: where the browser keeps nothing, the same
 * functions work in memory, and `kind` says so.
 */
import type { DownloadRecords } from '../model/download.ts';
import type { BadRecord } from './codec.ts';
import { createDatabase } from './database.ts';
import { createDownloadRecords } from './download-records.ts';
import { createMemoryStore } from './memory-store.ts';
import { mergeTails } from './merge-tails.ts';
import { createNoteStore, type NoteStore } from './note-store.ts';
import { createProgressStore, type ProgressStore } from './progress-store.ts';
import { createRecordGuard, type RecordGuard } from './record-guard.ts';
import type { RecordStore } from './record-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { StorageError, toStorageError } from './storage-error.ts';
import { createSwitchingStore } from './switching-store.ts';
import { cutAbandonedDrafts, holdTabLock, type LockManagerLike } from './tab-lock.ts';
import { createTail, type StorageLike, type Tail } from './tail.ts';

/** Whether what is saved outlives the page. */
export type StorageKind = 'indexeddb' | 'memory';

/** Everything that is remembered, by subject. */
export interface AppStorage {
  readonly kind: StorageKind;
  /** Why `kind` is `memory`; `blocked` asks to close the other tabs, `newer` to renew the app. */
  readonly problem: StorageError | undefined;
  /** The database can still open later; then what was kept in memory has moved into it. Or see `tellChange`. */
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
}

const OPEN_LIMIT_MS = 3000;

/** The name of the database with everything that the app remembers. */
export const DATABASE_NAME = 'luisterroute';

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
  const guard = createRecordGuard((bad) => {
    for (const listener of badListeners) listener(bad);
  });

  const name = options.name ?? DATABASE_NAME;
  let isBlocked = false;
  let isErased = false;
  const database =
    factory &&
    createDatabase({
      name,
      factory,
      onBlocked: () => {
        isBlocked = true;
      },
      onErased: () => {
        isErased = true;
        for (const listener of erasedListeners) listener();
      },
    });
  const opening = database
    ? // A read proves that it works; some browsers open a database that then refuses everything.
      database.read(['settings'], (tx) => tx.get('settings', 'none')).then(() => undefined)
    : Promise.reject(new StorageError('unavailable', 'This browser gives no IndexedDB.'));
  let problem = await settle(opening, options.openLimitMs ?? OPEN_LIMIT_MS, () =>
    isBlocked
      ? new StorageError('blocked', 'Another tab holds an older version of the storage open.')
      : new StorageError('unavailable', 'The storage does not answer.'),
  );
  const records = createSwitchingStore(
    database && problem === undefined ? database : createMemoryStore(),
  );
  const notes = createNoteStore(records, guard, createId);
  const releaseTab = holdTabLock(locks, tabId);

  async function takeIn(): Promise<void> {
    try {
      await mergeTails({ records, guard, localStorage, isLasting: problem === undefined });
      await cutAbandonedDrafts(records, guard, notes, locks, tabId);
    } catch {
      // The tails and drafts stay where they are and are tried again at the next start.
    }
  }

  async function moveToDatabase(): Promise<void> {
    if (!database) return;
    await opening;
    await records.moveTo(database, guard);
    problem = undefined;
    await takeIn();
    for (const listener of kindListeners) listener('indexeddb');
  }

  await takeIn();
  if (problem) {
    // Only an opening that is still under way can succeed; one that failed rejects here again.
    moveToDatabase().catch(() => undefined);
  }

  return {
    get kind() {
      return problem === undefined ? 'indexeddb' : 'memory';
    },
    get problem() {
      return problem;
    },
    onKindChange: (listener) => subscribe(kindListeners, listener),
    tabId,
    progress: createProgressStore(records, guard),
    notes,
    settings: createSettingsStore(records, guard),
    downloads: createDownloadRecords(records, guard),
    records,
    get exportRecords() {
      return problem?.code === 'newer' && factory
        ? createDatabase({ name, factory, steps: 'as-it-is' })
        : records;
    },
    guard,
    tail: createTail(localStorage, tabId, () => problem === undefined && !isErased),
    get badRecordCount() {
      return guard.badCount;
    },
    onBadRecord: (listener) => subscribe(badListeners, listener),
    cutAbandonedDrafts: () => cutAbandonedDrafts(records, guard, notes, locks, tabId),
    tellChange() {
      for (const listener of kindListeners)
        listener(problem === undefined ? 'indexeddb' : 'memory');
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

/** Waits for the opening, but not forever. @returns What stands in the way, if anything does. */
async function settle(
  opening: Promise<void>,
  limitMs: number,
  tooLate: () => StorageError,
): Promise<StorageError | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<StorageError>((resolve) => {
    timer = setTimeout(() => resolve(tooLate()), limitMs);
  });
  const opened = opening.then(
    () => undefined,
    (error: unknown) => toStorageError(error, 'open'),
  );
  const problem = await Promise.race([opened, late]);
  clearTimeout(timer);
  return problem;
}

/** Even reading these properties throws in a sandboxed frame and where cookies are refused. */
function pick<Name extends 'indexedDB' | 'localStorage' | 'locks'>(
  options: OpenStorageOptions,
  name: Name,
  readGlobal: () => OpenStorageOptions[Name],
): OpenStorageOptions[Name] {
  if (name in options) return options[name];
  try {
    return readGlobal();
  } catch {
    return undefined;
  }
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The one owner of the connection to IndexedDB, and the one file that knows `idb`. It opens late, gives
 * way to other tabs, and heals: a dead handle is dropped and the whole transaction done again on a new one.
 */
import { type IDBPDatabase, type IDBPTransaction, wrap } from 'idb';
import { DATABASE_STEPS, type DatabaseStep, upgradeDatabase } from './database-steps.ts';
import type {
  Durability,
  RecordKey,
  RecordStore,
  RecordTransaction,
  StoreName,
} from './record-store.ts';
import { isLostConnection, StorageError, toStorageError } from './storage-error.ts';

/** Waits before the tries after the first; in milliseconds. */
const RETRY_DELAYS_MS = [0, 50, 250];

/** How long an older tab may go on writing before the connection is given up for a newer version. */
const FLUSH_LIMIT_MS = 1000;

/** Which database, and where. */
export interface DatabaseOptions {
  name: string;
  factory: IDBFactory;
  /** Another tab holds an older version open; called at most once for each time it is opened. */
  onBlocked?: () => void;
  /** The database is being deleted: this connection lets go and makes no new one. */
  onErased?: () => void;
  /**
   * `as-it-is` opens whatever version is there, also a newer one: only to read, and never to make one.
   * @defaultValue the steps of this build
   */
  steps?: readonly DatabaseStep[] | 'as-it-is';
}

type Mode = 'readonly' | 'readwrite';

/** Opens the database on first use; nothing is asked of the browser before that. */
export function createDatabase(options: DatabaseOptions): RecordStore {
  let handle: Promise<IDBPDatabase> | undefined;
  let running = 0;
  let isClosed = false;
  let onQuiet: (() => void) | undefined;

  function connect(): Promise<IDBPDatabase> {
    if (isClosed) return Promise.reject(new StorageError('unavailable', 'The storage was closed.'));
    handle ??= openDatabase();
    return handle;
  }

  function openDatabase(): Promise<IDBPDatabase> {
    const opening = requestDatabase(options).then((database) => {
      const forget = () => {
        if (handle === opening) handle = undefined;
      };
      // The user cleared the site's data, or the browser's process for it died.
      database.addEventListener('close', forget);
      database.addEventListener('versionchange', ({ newVersion }) => {
        if (newVersion === null) {
          // Nobody waits for what is being written: it is to be gone.
          isClosed = true;
          database.close();
          options.onErased?.();
          return;
        }
        void whenQuiet().then(() => {
          forget();
          database.close();
        });
      });
      return database;
    });
    opening.catch(() => {
      if (handle === opening) handle = undefined;
    });
    return opening;
  }

  /** Waits until what is being written is written, and what was waiting behind it too. */
  function whenQuiet(): Promise<void> {
    if (running === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const limit = setTimeout(resolve, FLUSH_LIMIT_MS);
      onQuiet = () => {
        clearTimeout(limit);
        resolve();
      };
    });
  }

  function finished(): void {
    running -= 1;
    // One turn later: a writer whose record was just saved starts the next one at once.
    setTimeout(() => {
      if (running === 0) onQuiet?.();
    }, 0);
  }

  async function drop(dead: IDBPDatabase | undefined): Promise<void> {
    handle = undefined;
    try {
      dead?.close();
    } catch {
      // WebKit throws when the process behind the handle is gone; it is closed all the same.
    }
  }

  async function run<T>(
    stores: readonly StoreName[],
    mode: Mode,
    durability: Durability,
    work: (transaction: RecordTransaction) => Promise<T>,
  ): Promise<T> {
    running += 1;
    try {
      for (let attempt = 0; ; attempt += 1) {
        let database: IDBPDatabase | undefined;
        try {
          database = await connect();
          return await runOnce(database, stores, mode, durability, work);
        } catch (error) {
          const delay = RETRY_DELAYS_MS[attempt];
          if (isClosed || delay === undefined || !isLostConnection(error)) {
            throw toStorageError(error, `${mode} ${stores.join(', ')}`);
          }
          await drop(database);
          if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
        }
      }
    } finally {
      finished();
    }
  }

  return {
    write: (stores, durability, work) => run(stores, 'readwrite', durability, work),
    read: (stores, work) => run(stores, 'readonly', 'relaxed', work),
    async close() {
      await whenQuiet();
      isClosed = true;
      const open = handle;
      handle = undefined;
      (await open?.catch(() => undefined))?.close();
    },
  };
}

/** Rejects when the browser refuses; a late success is still used by whoever asks next. */
function requestDatabase({
  name,
  factory,
  onBlocked,
  steps = DATABASE_STEPS,
}: DatabaseOptions): Promise<IDBPDatabase> {
  return new Promise((resolve, reject) => {
    const isAsItIs = steps === 'as-it-is';
    const request = isAsItIs ? factory.open(name) : factory.open(name, steps.length);
    let failure: unknown;
    request.onupgradeneeded = ({ oldVersion }) => {
      const { transaction, result } = request;
      try {
        if (isAsItIs) throw new StorageError('unavailable', `There is no database ${name}.`);
        if (transaction) upgradeDatabase(steps, result, transaction, oldVersion);
      } catch (error) {
        // All or nothing: an earlier version stays as it was, and code of that version goes on with it.
        failure = error;
        transaction?.abort();
      }
    };
    request.onblocked = () => onBlocked?.();
    request.onsuccess = () => resolve(wrap(request.result));
    request.onerror = () => reject(failure ?? request.error);
  });
}

/** Rules: 1. rejects with the work's own error first; 2. resolves only after the transaction completed. */
async function runOnce<T>(
  database: IDBPDatabase,
  stores: readonly StoreName[],
  mode: Mode,
  durability: Durability,
  work: (transaction: RecordTransaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction([...stores], mode, { durability });
  // Told apart from the work's error below; without this an abort would count as unhandled.
  transaction.done.catch(() => undefined);
  let result: T;
  try {
    result = await work(recordTransaction(transaction));
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It ended by itself already, because of the same error.
    }
    throw transaction.error ?? error;
  }
  await transaction.done;
  return result;
}

function recordTransaction(
  transaction: IDBPTransaction<unknown, string[], Mode>,
): RecordTransaction {
  const storeOf = (name: StoreName) => transaction.objectStore(name);
  return {
    get: (store, key) => storeOf(store).get(toKey(key)),
    getAll: (store) => storeOf(store).getAll(),
    getKeys: (store) => storeOf(store).getAllKeys() as Promise<RecordKey[]>,
    getAllBy: (store, index, key) => storeOf(store).index(index).getAll(toKey(key)),
    put: async (store, record) => {
      await storeOf(store).put?.(record);
    },
    remove: async (store, key) => {
      await storeOf(store).delete?.(toKey(key));
    },
  };
}

function toKey(key: RecordKey): IDBValidKey {
  return typeof key === 'object' ? [...key] : key;
}

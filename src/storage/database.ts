/**
 * The one owner of the connection to IndexedDB. It opens late, gives way to other tabs, and heals: a dead
 * handle is dropped and the whole transaction done again on a new one.
 */
import { type OpenDatabaseOptions, openDatabase } from './open-database.ts';
import type { Durability, RecordStore, RecordTransaction, StoreName } from './record-store.ts';
import { type Mode, runTransaction } from './run-transaction.ts';
import { isLostConnection, StorageError, toStorageError } from './storage-error.ts';

/** Waits before the tries after the first; in milliseconds. */
const RETRY_DELAYS_MS = [0, 50, 250];

/** How long an older tab may go on writing before the connection is given up for a newer version. */
const FLUSH_LIMIT_MS = 1000;

/** Which database, and who hears of its end. */
export interface DatabaseOptions extends OpenDatabaseOptions {
  /** The database is being deleted: this connection lets go and makes no new one. */
  onErased?: () => void;
}

/** Opens the database on first use; nothing is asked of the browser before that. */
export function createDatabase(options: DatabaseOptions): RecordStore {
  const mayLack = options.steps === 'as-it-is';
  let handle: Promise<IDBDatabase> | undefined;
  let running = 0;
  let isClosed = false;
  let onQuiet: (() => void) | undefined;

  function connect(): Promise<IDBDatabase> {
    if (isClosed) return Promise.reject(new StorageError('unavailable', 'The storage was closed.'));
    handle ??= open();
    return handle;
  }

  function open(): Promise<IDBDatabase> {
    const opening = openDatabase(options).then((database) => {
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

  async function drop(dead: IDBDatabase | undefined): Promise<void> {
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
        let database: IDBDatabase | undefined;
        try {
          database = await connect();
          return await runTransaction(database, { stores, mode, durability, mayLack }, work);
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

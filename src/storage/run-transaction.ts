/** One transaction on the raw connection, and the one file that knows `idb`. */
import { type IDBPTransaction, wrap } from 'idb';
import type { Durability, RecordKey, RecordTransaction, StoreName } from './record-store.ts';

/** Whether anything may be written. */
export type Mode = 'readonly' | 'readwrite';

/** What a transaction is about. */
export interface TransactionOptions {
  stores: readonly StoreName[];
  mode: Mode;
  durability: Durability;
  /** Reads a store that an earlier version of the database does not have as empty. */
  mayLack: boolean;
}

/** Rules: 1. rejects with the work's own error first; 2. resolves only after the transaction completed. */
export async function runTransaction<T>(
  database: IDBDatabase,
  { stores, mode, durability, mayLack }: TransactionOptions,
  work: (transaction: RecordTransaction) => Promise<T>,
): Promise<T> {
  const names = database.objectStoreNames;
  const present = mayLack ? stores.filter((name) => names.contains(name)) : [...stores];
  const transaction = wrap(database.transaction(present, mode, { durability }));
  // Told apart from the work's error below; without this an abort would count as unhandled.
  transaction.done.catch(() => undefined);
  let result: T;
  try {
    result = await work(recordTransaction(transaction, present));
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
  present: readonly StoreName[],
): RecordTransaction {
  const storeOf = (name: StoreName) => transaction.objectStore(name);
  return {
    get: async (store, key) =>
      present.includes(store) ? storeOf(store).get(toKey(key)) : undefined,
    getAll: async (store) => (present.includes(store) ? storeOf(store).getAll() : []),
    async getPart(store, after, count) {
      if (!present.includes(store)) return [];
      const range = after === undefined ? undefined : IDBKeyRange.lowerBound(toKey(after), true);
      return storeOf(store).getAll(range, count);
    },
    getKeys: async (store) =>
      present.includes(store) ? ((await storeOf(store).getAllKeys()) as RecordKey[]) : [],
    getAllBy: async (store, index, key) =>
      present.includes(store) ? storeOf(store).index(index).getAll(toKey(key)) : [],
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

/**
 * Follows a page that a newer version of the app overtakes while it is open: from then on it reads what is
 * there as it is, and writes nothing.
 */
import type { RecordStore } from './record-store.ts';
import type { StorageError } from './storage-error.ts';

export interface OvertakenStoreOptions {
  database: RecordStore;
  /** The same database in whatever version it has. */
  asItIs: () => RecordStore;
  /** Told once. */
  onOvertaken: (error: StorageError) => void;
}

/** Makes the store. Its writes go on failing with `newer`, so that whoever has words keeps them. */
export function createOvertakenStore(options: OvertakenStoreOptions): RecordStore {
  const { database, asItIs, onOvertaken } = options;
  let isOvertaken = false;

  /** @returns Whether that is what stands in the way. */
  function notice(error: unknown): boolean {
    if ((error as StorageError).code !== 'newer') return false;
    if (!isOvertaken) {
      isOvertaken = true;
      onOvertaken(error as StorageError);
    }
    return true;
  }

  return {
    async write(stores, durability, work) {
      try {
        return await database.write(stores, durability, work);
      } catch (error) {
        notice(error);
        throw error;
      }
    },
    async read(stores, work) {
      if (isOvertaken) return asItIs().read(stores, work);
      try {
        return await database.read(stores, work);
      } catch (error) {
        if (!notice(error)) throw error;
        return asItIs().read(stores, work);
      }
    },
    async close() {
      await Promise.all([database.close(), isOvertaken ? asItIs().close() : undefined]);
    },
  };
}

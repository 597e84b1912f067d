/** Keeps what `offline/` knows of each download; the bytes themselves are in Cache Storage. */
import type { DownloadRecords } from '../model/download.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore } from './record-store.ts';

/** Strict: "downloaded" is a promise for a train without reception. All methods throw a `StorageError`. */
export function createDownloadRecords(records: RecordStore, guard: RecordGuard): DownloadRecords {
  return {
    loadAll: async () => {
      const found = await records.read(['downloads'], (tx) => guard.getAll(tx, 'downloads'));
      return found.map((record) => ({ schema: 1, ...record }));
    },
    save: ({ schema: _, ...record }) =>
      records.write(['downloads', ...GUARD_STORES], 'strict', (tx) =>
        guard.put(tx, 'downloads', record),
      ),
    remove: (audioHash) =>
      records.write(['downloads'], 'strict', (tx) => tx.remove('downloads', audioHash)),
  };
}

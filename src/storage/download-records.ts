/** Keeps what `offline/` knows of each download; the bytes themselves are in Cache Storage. */
import type { DownloadRecord, DownloadRecords } from '../model/download.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore } from './record-store.ts';

/** Strict: "downloaded" is a promise for a train without reception. All methods throw a `StorageError`. */
export function createDownloadRecords(records: RecordStore, guard: RecordGuard): DownloadRecords {
  return {
    loadAll: async () => {
      const found = await records.read(['downloads'], (tx) => guard.getAll(tx, 'downloads'));
      return found.map((record) => ({ schema: 1, ...record }));
    },
    load: async (audioHash) => {
      const found = await records.read(['downloads'], (tx) =>
        guard.get(tx, 'downloads', audioHash),
      );
      return found && { schema: 1, ...found };
    },
    change: (audioHash, next) =>
      records.write(['downloads', ...GUARD_STORES], 'strict', async (tx) => {
        const found = await guard.get(tx, 'downloads', audioHash);
        const stored: DownloadRecord | undefined = found && { schema: 1, ...found };
        const changed = next(stored);
        if (!changed) return stored;
        const { schema: _, ...record } = changed;
        await guard.put(tx, 'downloads', record);
        return changed;
      }),
    remove: (audioHash) =>
      records.write(['downloads'], 'strict', (tx) => tx.remove('downloads', audioHash)),
  };
}

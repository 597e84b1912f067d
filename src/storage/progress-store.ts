/** Keeps how far the listener is with each sound. */
import { type AudioKey, mergeProgress, type Progress } from '../model/progress.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore } from './record-store.ts';

/** All methods throw a `StorageError` when the storage cannot be reached. */
export interface ProgressStore {
  load(key: AudioKey): Promise<Progress | undefined>;
  loadAll(): Promise<Progress[]>;
  /** Joins with what is stored: what was heard adds up and a completion stays; see `mergeProgress`. */
  save(progress: Progress): Promise<void>;
}

/** Makes the store on any {@link RecordStore}. */
export function createProgressStore(records: RecordStore, guard: RecordGuard): ProgressStore {
  return {
    load: (key) => records.read(['progress'], (tx) => guard.get(tx, 'progress', key)),
    loadAll: () => records.read(['progress'], (tx) => guard.getAll(tx, 'progress')),
    save: (progress) =>
      records.write(['progress', ...GUARD_STORES], 'relaxed', async (tx) => {
        const stored = await guard.get(tx, 'progress', progress.key);
        await guard.put(tx, 'progress', mergeProgress(stored, progress));
      }),
  };
}

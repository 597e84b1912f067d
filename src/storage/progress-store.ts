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
  /**
   * Writes over what is stored, all or nothing: for what a person takes back; see `model/start-over.ts`.
   *
   * @param rule - Gives what takes the place of a record; `undefined` leaves it as it is.
   * @returns The records that were changed.
   */
  change(rule: (stored: Progress) => Progress | undefined): Promise<Progress[]>;
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
    change: (rule) =>
      records.write(['progress', ...GUARD_STORES], 'strict', async (tx) => {
        const stored = await guard.getAll(tx, 'progress');
        const changed = stored.map(rule).filter((record) => record !== undefined);
        for (const record of changed) await guard.put(tx, 'progress', record);
        return changed;
      }),
  };
}

/** Keeps the trail of the last sessions and jumps. Lines come in and the oldest go; none is ever rewritten but for where it ends. */
import { byTime, JOURNAL_LENGTH, type JournalEntry } from '../model/journal.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore } from './record-store.ts';

/** All methods throw a `StorageError` when the storage cannot be reached. */
export interface JournalStore {
  /** Oldest first. */
  loadAll(): Promise<JournalEntry[]>;
  /** Adds a line, or tells how far the line with this id has come. */
  save(entry: JournalEntry): Promise<void>;
}

/** Makes the store on any {@link RecordStore}. */
export function createJournalStore(records: RecordStore, guard: RecordGuard): JournalStore {
  return {
    loadAll: async () =>
      byTime(await records.read(['journal'], (tx) => guard.getAll(tx, 'journal'))),
    save: (entry) =>
      records.write(['journal', ...GUARD_STORES], 'relaxed', async (tx) => {
        await guard.put(tx, 'journal', entry);
        const entries = byTime(await guard.getAll(tx, 'journal'));
        for (const { id } of entries.slice(0, -JOURNAL_LENGTH)) await tx.remove('journal', id);
      }),
  };
}

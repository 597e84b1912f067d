/** Writes over what is remembered of sounds, where `ProgressStore.save` would join: for what a person takes back. */
import type { Progress } from '../model/progress.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore } from './record-store.ts';

/**
 * Changes all records that the rule is about, or none.
 *
 * @param rule - Gives what takes the place of a record; `undefined` leaves it as it is.
 * @returns The records as they are now, only those that changed.
 * @throws StorageError when nothing was written.
 */
export function changeProgress(
  { records, guard }: { records: RecordStore; guard: RecordGuard },
  rule: (stored: Progress) => Progress | undefined,
): Promise<Progress[]> {
  return records.write(['progress', ...GUARD_STORES], 'strict', async (tx) => {
    const stored = await guard.getAll(tx, 'progress');
    const changed = stored.map(rule).filter((record) => record !== undefined);
    for (const record of changed) await guard.put(tx, 'progress', record);
    return changed;
  });
}

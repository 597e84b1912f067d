/** What could not be read where a backup was made: it comes along, and what this app can read is read. */
import { decode } from '../storage/codec.ts';
import { keyOf, type RecordTransaction, STORES } from '../storage/record-store.ts';
import type { MergePlan } from './merge-plan.ts';
import { keyName } from './merge-tables.ts';
import type { Backup, BackupValues, DamagedRecord } from './read-backup.ts';
import { readDamaged, TRAVELLING_STORES } from './read-notebook.ts';
import { isPortable } from './strict-json.ts';
import { writeTagged } from './tagged-json.ts';

/** Plans to keep those that do not stand here yet, and counts them. */
export async function mergeDamaged(
  tx: RecordTransaction,
  damaged: readonly DamagedRecord[],
  plan: MergePlan,
): Promise<void> {
  const name = (store: string, record: string) => `${store} ${record}`;
  const present = new Set((await readDamaged(tx)).map((entry) => name(entry.store, entry.record)));
  for (const entry of damaged) {
    const key = name(entry.store, writeTagged(entry.record));
    if (present.has(key) || (await isDamagedPiece(tx, entry))) plan.summary.damaged.same += 1;
    else {
      present.add(key);
      plan.summary.damaged.added += 1;
      plan.damaged.push(entry);
    }
  }
}

/** Whether this is a piece of a voice that stands here just as unreadable: {@link readDamaged} reads no voices. */
async function isDamagedPiece(
  tx: RecordTransaction,
  { store, record }: DamagedRecord,
): Promise<boolean> {
  if (store !== 'voice' || typeof record !== 'object' || record === null) return false;
  const [noteId, index] = keyOf(record, STORES.voice.keyPath) as unknown[];
  if (typeof noteId !== 'string' || typeof index !== 'number') return false;
  const present = await tx.get('voice', [noteId, index]);
  return present !== undefined && writeTagged(present) === writeTagged(record);
}

/** What was unreadable where the backup was made can be readable here: this may be a newer app. */
export function rescue(backup: Backup): { values: BackupValues; damaged: DamagedRecord[] } {
  const values = { ...backup.values };
  const damaged = backup.damaged.filter(({ store, record }) => {
    const name = TRAVELLING_STORES.find((candidate) => candidate === store);
    const decoded = name && decode(name, record);
    if (!name || !decoded?.ok || !isPortable(record)) return true;
    const isThere = values[name].some(
      (value) => keyName(name, value) === keyName(name, decoded.value),
    );
    if (isThere) return true;
    Object.assign(values, { [name]: [...values[name], decoded.value] });
    return false;
  });
  return { values, damaged };
}

/**
 * Makes a safety copy of everything before the storage gets the form of a newer version. Its code comes only
 * when that is about to happen.
 */
import type { Timestamp } from '../../model/units.ts';
import { readBackup } from '../../notebook/read-backup.ts';
import { isEmptyNotebook } from '../../notebook/read-notebook.ts';
import { writeBackup } from '../../notebook/write-backup.ts';
import type { RecordStore } from '../../storage/record-store.ts';
import { createSafetyCopies } from '../../storage/safety-copies.ts';
import { StorageError } from '../../storage/storage-error.ts';

export interface CopyBeforeUpgradeDeps {
  indexedDB: IDBFactory;
  /** The build. */
  version: string;
  now: () => Timestamp;
}

/**
 * Writes a backup to the second database, and reads it back from there.
 *
 * @param stored - What is there, in the form of the earlier version.
 * @throws StorageError, BackupError when there is no whole copy
 */
export async function copyBeforeUpgrade(
  { indexedDB, version, now }: CopyBeforeUpgradeDeps,
  stored: RecordStore,
  oldVersion: number,
): Promise<void> {
  if (await isEmptyNotebook(stored)) return;
  // One for each version: an upgrade that fails and is tried again makes no second one.
  const createId = () => `versie-${oldVersion}`;
  const copies = createSafetyCopies({ factory: indexedDB, now, createId });
  const file = await writeBackup({ store: stored, version, now: now(), texts: [] });
  const { id } = await copies.save(file);
  const copy = await copies.load(id);
  if (!copy) throw new StorageError('corrupt', 'The copy is not whole.');
  await readBackup(copy);
}

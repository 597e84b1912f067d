/**
 * Brings a checked backup back. Voices go first, note by note: without its note nobody sees or hears one.
 * Then everything else arrives in one transaction, or nothing does and the voices go again.
 */
import type { RecordGuard } from '../storage/record-guard.ts';
import type { RecordStore, RecordTransaction } from '../storage/record-store.ts';
import { StorageError } from '../storage/storage-error.ts';
import { BackupError } from './backup-format.ts';
import type { Counts, MergePlan } from './merge-plan.ts';
import { type AddedPiece, addVoice, areThere, countVoices, takeBack } from './merge-voices.ts';
import { PLAN_STORES, planMerge } from './plan-merge.ts';
import type { Backup } from './read-backup.ts';

/** What the person is told. A note counts once, with all its versions. */
export type MergeSummary = MergePlan['summary'] & { voices: Counts };

/** What would come in, now. @throws BackupError `would-empty`, StorageError */
export async function previewMerge(store: RecordStore, backup: Backup): Promise<MergeSummary> {
  const { summary } = await readPlan(store, backup);
  return { ...summary, voices: await countVoices(store, backup) };
}

/**
 * Adds what is not there. Nothing that is stored and can be read is overwritten; a second time changes nothing.
 *
 * @throws BackupError `would-empty`, StorageError; then nothing was changed.
 */
export async function mergeBackup(
  store: RecordStore,
  guard: RecordGuard,
  backup: Backup,
): Promise<MergeSummary> {
  // What is refused is refused before any voice is written.
  await readPlan(store, backup);
  const voices: Counts = { added: 0, same: 0, differs: 0 };
  const added: AddedPiece[] = [];
  try {
    for (const voice of backup.voices) {
      const result = await addVoice(store, guard, await backup.loadVoice(voice));
      voices[result.outcome] += 1;
      added.push(...result.added);
    }
    const plan = await store.write(PLAN_STORES, 'strict', async (tx) => {
      if (!(await areThere(tx, added))) {
        throw new StorageError('unavailable', 'another tab cleared the voices away');
      }
      const made = await planMerge(tx, backup);
      await carryOut(tx, guard, made);
      return made;
    });
    return { ...plan.summary, voices };
  } catch (error) {
    await takeBack(store, added);
    throw reasonOf(error);
  }
}

async function readPlan(store: RecordStore, backup: Backup): Promise<MergePlan> {
  try {
    return await store.read(PLAN_STORES, (tx) => planMerge(tx, backup));
  } catch (error) {
    throw reasonOf(error);
  }
}

/** The database makes a failure of its own of whatever ends a transaction. */
function reasonOf(error: unknown): unknown {
  return error instanceof StorageError && error.cause instanceof BackupError ? error.cause : error;
}

async function carryOut(
  tx: RecordTransaction,
  guard: RecordGuard,
  { puts, removes, damaged }: MergePlan,
): Promise<void> {
  for (const { store, value } of puts) await guard.put(tx, store, value);
  for (const { store, key } of removes) await tx.remove(store, key);
  for (const { store, record } of damaged) await tx.put('damaged', { store, record });
}

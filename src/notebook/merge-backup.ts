/**
 * Brings a checked backup back. Voices go first, note by note: without its note nobody sees or hears one.
 * Then everything else arrives in one transaction, or nothing does and the voices go again.
 */
import type { VoicePiece } from '../model/voice-note.ts';
import type { RecordGuard } from '../storage/record-guard.ts';
import type { RecordStore, RecordTransaction } from '../storage/record-store.ts';
import { type MergePlan, type MergeSummary, PLAN_STORES, planMerge } from './plan-merge.ts';
import type { Backup } from './read-backup.ts';

/** What would come in, now. @throws BackupError `would-empty`, StorageError */
export async function previewMerge(store: RecordStore, backup: Backup): Promise<MergeSummary> {
  const plan = await store.read(PLAN_STORES, (tx) => planMerge(tx, backup));
  return plan.summary;
}

/**
 * Adds what is not there. Nothing that is stored is overwritten; a second time changes nothing.
 *
 * @throws BackupError `would-empty`, StorageError; then nothing was changed.
 */
export async function mergeBackup(
  store: RecordStore,
  guard: RecordGuard,
  backup: Backup,
): Promise<MergeSummary> {
  const { voices } = await previewMerge(store, backup);
  const added: [string, number][] = [];
  try {
    for (const voice of backup.voices) {
      const pieces = await backup.loadVoice(voice);
      added.push(...(await addVoice(store, guard, pieces)));
    }
    const plan = await store.write(PLAN_STORES, 'strict', async (tx) => {
      const made = await planMerge(tx, backup);
      await carryOut(tx, guard, made);
      return made;
    });
    return { ...plan.summary, voices };
  } catch (error) {
    await store.write(['voice'], 'strict', async (tx) => {
      for (const key of added) await tx.remove('voice', key);
    });
    throw error;
  }
}

/** @returns The keys of the pieces that were not there. */
function addVoice(
  store: RecordStore,
  guard: RecordGuard,
  pieces: readonly VoicePiece[],
): Promise<[string, number][]> {
  return store.write(['voice', 'damaged'], 'strict', async (tx) => {
    const added: [string, number][] = [];
    for (const piece of pieces) {
      const key: [string, number] = [piece.noteId, piece.index];
      if ((await tx.get('voice', key)) !== undefined) continue;
      await guard.put(tx, 'voice', piece);
      added.push(key);
    }
    return added;
  });
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

/**
 * Works out what a backup adds to what is stored, without changing anything. The same plan is shown to
 * the person first and carried out later, each made from what is stored at that moment.
 */
import { byTime, JOURNAL_LENGTH, type JournalEntry } from '../model/journal.ts';
import { CODED_STORES } from '../storage/codec.ts';
import type { RecordTransaction } from '../storage/record-store.ts';
import { joinJournal, joinProgress, joinSettings } from './join-values.ts';
import { mergeDamaged, rescue } from './merge-damaged.ts';
import { mergeNotes } from './merge-notes.ts';
import { type MergePlan, mergeAll, startPlan } from './merge-plan.ts';
import { isSame, readTables, type Tables } from './merge-tables.ts';
import type { Backup, BackupValues } from './read-backup.ts';
import { notesWithWords, refuseEmptying } from './refuse-emptying.ts';

/** @throws BackupError `would-empty` when most notes with words would be left without. */
export async function planMerge(tx: RecordTransaction, backup: Backup): Promise<MergePlan> {
  const stored = await readTables(tx);
  const { values, damaged } = rescue(backup);
  const plan = startPlan();
  const worded = notesWithWords(stored);
  const keys = new Set<unknown>(await tx.getKeys('notes'));
  mergeNotes(stored, values, keys, plan);
  refuseEmptying(worded, notesWithWords(stored));
  mergeAll('progress', joinProgress, stored, values, plan, plan.summary.progress);
  mergeSettings(stored, values, plan);
  mergeAll('journal', joinJournal, stored, values, plan, plan.summary.journal);
  trimJournal(stored, plan);
  await mergeDamaged(tx, damaged, plan);
  return plan;
}

/** The same choice made at another moment is no difference to a person. */
function mergeSettings(stored: Tables, values: BackupValues, plan: MergePlan): void {
  const { settings } = plan.summary;
  const ignore = () => undefined;
  mergeAll('settings', joinSettings, stored, values, plan, settings, ignore, (a, b) =>
    isSame(a.value, b.value),
  );
}

/** The trail keeps its length; see `storage/journal-store.ts`. */
function trimJournal(stored: Tables, plan: MergePlan): void {
  const order = (a: JournalEntry, b: JournalEntry) => (a.id < b.id ? -1 : 1);
  const entries = byTime([...stored.journal.values()].sort(order));
  for (const { id } of entries.slice(0, -JOURNAL_LENGTH)) {
    plan.removes.push({ store: 'journal', key: id });
  }
}

/** What a transaction that runs {@link planMerge} must be able to read. */
export const PLAN_STORES = [...CODED_STORES, 'damaged'] as const;

/** Takes the tails of an earlier page in, once at the start: only what is newer than what is stored. */
import { isCut } from '../model/note.ts';
import { mergeProgress } from '../model/progress.ts';
import { putEnvelope } from './note-store.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore, RecordTransaction } from './record-store.ts';
import { type FoundTail, findTails, removeTail, type StorageLike } from './tail.ts';

/** Where tails come from and go to. */
export interface MergeTailsOptions {
  records: RecordStore;
  guard: RecordGuard;
  localStorage: StorageLike | undefined;
  /** Removes each tail once it is stored; false for a memory that is gone with the page. */
  isLasting: boolean;
}

/** Merging the same tail twice changes nothing, so a page that dies in between loses nothing. */
export async function mergeTails(options: MergeTailsOptions): Promise<void> {
  const { records, guard, localStorage, isLasting } = options;
  for (const tail of findTails(localStorage)) {
    if (tail.kind === 'unreadable' && !isLasting) continue;
    await records.write(
      ['progress', 'notes', 'drafts', 'revisions', 'settings', ...GUARD_STORES],
      'strict',
      (tx) => merge(tx, guard, tail),
    );
    if (isLasting) removeTail(localStorage, tail.storageKey);
  }
}

async function merge(tx: RecordTransaction, guard: RecordGuard, tail: FoundTail): Promise<void> {
  if (tail.kind === 'unreadable') {
    const { storageKey, content } = tail;
    await tx.put('damaged', { store: 'tail', record: { storageKey, content } });
    return;
  }
  if (tail.kind === 'position') {
    const stored = await guard.get(tx, 'progress', tail.progress.key);
    if (stored && stored.updatedAt >= tail.progress.updatedAt) return;
    await guard.put(tx, 'progress', mergeProgress(stored, tail.progress));
    return;
  }
  if (tail.kind === 'setting') {
    const { setting } = tail;
    const stored = await guard.get(tx, 'settings', setting.key);
    if (!stored || (stored.savedAt ?? 0) < (setting.savedAt ?? 0)) {
      await guard.put(tx, 'settings', setting);
    }
    return;
  }
  const { note, draft } = tail;
  await putEnvelope(tx, guard, note);
  const stored = await guard.get(tx, 'drafts', [draft.noteId, draft.tabId]);
  if (stored && stored.sequence >= draft.sequence) return;
  const revisions = await guard.getAllBy(tx, 'revisions', 'byNote', note.id);
  if (!isCut(revisions, draft)) await guard.put(tx, 'drafts', draft);
}

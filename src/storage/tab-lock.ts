/**
 * Tells drafts of living tabs from those that a killed tab left behind: every page holds a lock with
 * its own name for as long as it lives, and the browser frees it even after a crash.
 */
import type { NoteStore } from './note-store.ts';
import type { RecordGuard } from './record-guard.ts';
import type { RecordStore } from './record-store.ts';

const PREFIX = 'luisterroute-tab:';

/** The part of the Web Locks API that is used. */
export interface LockManagerLike {
  request(name: string, callback: () => Promise<unknown>): Promise<unknown>;
  query(): Promise<{ held?: { name?: string }[] }>;
}

/** Holds this page's lock until the returned function is called, or the page is gone. */
export function holdTabLock(locks: LockManagerLike | undefined, tabId: string): () => void {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  locks?.request(`${PREFIX}${tabId}`, () => released).catch(() => undefined);
  return release;
}

/**
 * Makes revisions of what tabs that are gone left in a draft, so that a new draft descends from it.
 * Without Web Locks nobody can say who lives, and the drafts stay what they are: read, never overwritten.
 */
export async function cutAbandonedDrafts(
  records: RecordStore,
  guard: RecordGuard,
  notes: NoteStore,
  locks: LockManagerLike | undefined,
  ownTabId: string,
): Promise<void> {
  const state = await locks?.query().catch(() => undefined);
  if (!state?.held) return;
  const living = new Set(state.held.map(({ name }) => name));
  const drafts = await records.read(['drafts'], (tx) => guard.getAll(tx, 'drafts'));
  for (const { noteId, tabId } of drafts) {
    if (tabId !== ownTabId && !living.has(`${PREFIX}${tabId}`)) {
      await notes.cutRevision(noteId, tabId);
    }
  }
}

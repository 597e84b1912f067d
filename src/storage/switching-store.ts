/**
 * Starts on the memory or on the database, and can move from the first to the second while the app runs:
 * what was kept in memory moves along, and writes wait for the move.
 */
import { mergeProgress } from '../model/progress.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import { keyOf, type RecordKey, type RecordStore, STORES, type StoreName } from './record-store.ts';

/** A store that the stores above need not know has moved. */
export interface SwitchingStore extends RecordStore {
  /** Copies everything over and goes on there. Rejects, and stays where it is, when the copy fails. */
  moveTo(next: RecordStore, guard: RecordGuard): Promise<void>;
}

/** What the app itself can have written to memory. */
const MOVED: readonly StoreName[] = [
  'notes',
  'revisions',
  'drafts',
  'voice',
  'recordings',
  'settings',
  'downloads',
  'journal',
];

/** Makes the store; it is on `initial` until it is moved. */
export function createSwitchingStore(initial: RecordStore): SwitchingStore {
  let current = initial;
  let gate: Promise<unknown> = Promise.resolve();

  /** A move can begin while one waits for the gate: what was asked before it must not be left behind. */
  async function settled(): Promise<void> {
    for (let passed: unknown; passed !== gate; ) {
      passed = gate;
      await gate;
    }
  }

  return {
    write: async (stores, durability, work) => {
      await settled();
      return current.write(stores, durability, work);
    },
    read: async (stores, work) => {
      await settled();
      return current.read(stores, work);
    },
    close: () => current.close(),
    moveTo(next, guard) {
      const moving = copyAll(current, next, guard).then(() => {
        current = next;
      });
      gate = moving.catch(() => undefined);
      return moving;
    },
  };
}

/** One transaction: all of it arrives, or nothing. */
async function copyAll(from: RecordStore, to: RecordStore, guard: RecordGuard): Promise<void> {
  const { moved, progress } = await from.read([...MOVED, 'progress'], async (tx) => {
    const found: { store: StoreName; record: object }[] = [];
    for (const store of MOVED) {
      for (const record of await tx.getAll(store)) {
        if (typeof record === 'object' && record !== null) found.push({ store, record });
      }
    }
    return { moved: found, progress: await guard.getAll(tx, 'progress') };
  });
  await to.write([...MOVED, 'progress', ...GUARD_STORES], 'strict', async (tx) => {
    for (const { store, record } of moved) {
      const present = await tx.get(store, keyOf(record, STORES[store].keyPath) as RecordKey);
      if (present === undefined || store === 'settings') await tx.put(store, record);
    }
    for (const entry of progress) {
      const stored = await guard.get(tx, 'progress', entry.key);
      await guard.put(tx, 'progress', mergeProgress(stored, entry));
    }
  });
}

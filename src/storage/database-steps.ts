/**
 * The numbered steps from any earlier version of the database to this one. A step is never changed once
 * it was released, and only adds: code of an earlier version still finds everything where it was.
 */
import type { StoreShape } from './record-store.ts';

/** The name of the database with everything that the app remembers. */
export const DATABASE_NAME = 'luisterroute';

/** One version: what it adds to the one before. Runs inside the upgrade, so a failure undoes all steps. */
export type DatabaseStep = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** Step 1 makes version 1 of an empty database, and so on. */
export const DATABASE_STEPS: readonly DatabaseStep[] = [
  (database) =>
    addStores(database, {
      progress: { keyPath: 'key' },
      journal: { keyPath: 'id', autoIncrement: true },
      drafts: { keyPath: ['noteId', 'tabId'], indexes: { byNote: 'noteId' } },
      notes: { keyPath: 'id', indexes: { byModule: ['routeId', 'moduleId'] } },
      revisions: { keyPath: 'id', indexes: { byNote: 'noteId' } },
      voice: { keyPath: ['noteId', 'index'] },
      recordings: { keyPath: 'audioHash' },
      downloads: { keyPath: 'audioHash' },
      settings: { keyPath: 'key' },
      damaged: { keyPath: 'id', autoIncrement: true },
    }),
];

/** Runs the steps after `oldVersion`, in order. */
export function upgradeDatabase(
  steps: readonly DatabaseStep[],
  database: IDBDatabase,
  transaction: IDBTransaction,
  oldVersion: number,
): void {
  for (const step of steps.slice(oldVersion)) step(database, transaction);
}

/** Makes stores that were not there. */
export function addStores(
  database: IDBDatabase,
  shapes: Readonly<Record<string, StoreShape>>,
): void {
  for (const [name, { keyPath, autoIncrement, indexes }] of Object.entries(shapes)) {
    const store = database.createObjectStore(name, {
      keyPath: toKeyPath(keyPath),
      ...(autoIncrement === undefined ? {} : { autoIncrement }),
    });
    for (const [index, path] of Object.entries(indexes ?? {})) {
      store.createIndex(index, toKeyPath(path));
    }
  }
}

function toKeyPath(path: string | readonly string[]): string | string[] {
  return typeof path === 'string' ? path : [...path];
}

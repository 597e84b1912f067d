/**
 * The stores by name, and the few things that are done with a record. Both the database and the
 * memory that stands in for it speak this, so that all rules above are written once.
 */

/** A store's primary key and its indexes, as property paths. */
export interface StoreShape {
  keyPath: string | readonly string[];
  autoIncrement?: boolean;
  indexes?: Readonly<Record<string, string | readonly string[]>>;
}

/** The stores of the database `luisterroute` as its steps make them (`database-steps.ts`). Later versions only add. */
export const STORES = {
  progress: { keyPath: 'key' },
  journal: { keyPath: 'id', autoIncrement: true },
  drafts: { keyPath: ['noteId', 'tabId'], indexes: { byNote: 'noteId' } },
  notes: { keyPath: 'id', indexes: { byModule: ['routeId', 'moduleId'] } },
  revisions: { keyPath: 'id', indexes: { byNote: 'noteId' } },
  voice: { keyPath: ['noteId', 'index'] },
  recordings: { keyPath: 'audioHash' },
  downloads: { keyPath: 'audioHash' },
  settings: { keyPath: 'key' },
  /** Records that could not be read, as they were found; kept for a rescue, never used. */
  damaged: { keyPath: 'id', autoIncrement: true },
} as const satisfies Record<string, StoreShape>;

/** The name of a store in the database. */
export type StoreName = keyof typeof STORES;

/** The same shapes without their literal types, for code that walks over all stores. */
export const STORE_SHAPES: Readonly<Record<StoreName, StoreShape>> = STORES;

/** What a record is found by: the values at its store's or index's key path. */
export type RecordKey = string | number | readonly (string | number)[];

/** What may be done inside one transaction; nothing else may be awaited there. */
export interface RecordTransaction {
  get(store: StoreName, key: RecordKey): Promise<unknown>;
  /** Every record, in the order of the keys. */
  getAll(store: StoreName): Promise<unknown[]>;
  /** The next records, at most so many, in the order of the keys. @param after - The key before them; absent for the first. */
  getPart(store: StoreName, after: RecordKey | undefined, count: number): Promise<unknown[]>;
  /** The keys alone, in order: for records that are too large to read all at once. */
  getKeys(store: StoreName): Promise<RecordKey[]>;
  /** Every record of which the index has this key. */
  getAllBy(store: StoreName, index: string, key: RecordKey): Promise<unknown[]>;
  put(store: StoreName, record: object): Promise<void>;
  remove(store: StoreName, key: RecordKey): Promise<void>;
}

/** How hard a write is pressed onto the disk before it counts: notes strict, positions relaxed. */
export type Durability = 'strict' | 'relaxed';

/** One connection to what is kept. */
export interface RecordStore {
  /** Resolves once the transaction has completed; rejects with a `StorageError` when nothing was written. */
  write<T>(
    stores: readonly StoreName[],
    durability: Durability,
    work: (transaction: RecordTransaction) => Promise<T>,
  ): Promise<T>;
  /** @throws StorageError when it cannot be read. */
  read<T>(
    stores: readonly StoreName[],
    work: (transaction: RecordTransaction) => Promise<T>,
  ): Promise<T>;
  close(): Promise<void>;
}

/** Reads the value of a key path from a record. */
export function keyOf(record: object, keyPath: string | readonly string[]): unknown {
  const values = record as Readonly<Record<string, unknown>>;
  return typeof keyPath === 'string' ? values[keyPath] : keyPath.map((name) => values[name]);
}

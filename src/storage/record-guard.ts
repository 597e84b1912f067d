/**
 * Reads and writes records through the codec. A record that cannot be read is left where it is, told
 * once, and copied to `damaged` before a new one takes its place: it is never lost and never in the way.
 */
import { type BadRecord, type CodedStore, decode, encode, type StoredValues } from './codec.ts';
import {
  keyOf,
  type RecordKey,
  type RecordTransaction,
  STORES,
  type StoreName,
} from './record-store.ts';

/** Checks what goes in and out of one storage, and counts what was set aside. */
export interface RecordGuard {
  get<Store extends CodedStore>(
    transaction: RecordTransaction,
    store: Store,
    key: RecordKey,
  ): Promise<StoredValues[Store] | undefined>;
  getAll<Store extends CodedStore>(
    transaction: RecordTransaction,
    store: Store,
  ): Promise<StoredValues[Store][]>;
  getAllBy<Store extends CodedStore>(
    transaction: RecordTransaction,
    store: Store,
    index: string,
    key: RecordKey,
  ): Promise<StoredValues[Store][]>;
  /** The transaction must include the store `damaged`. */
  put<Store extends CodedStore>(
    transaction: RecordTransaction,
    store: Store,
    value: StoredValues[Store],
  ): Promise<void>;
  /** How many records could not be read so far and stand where they are; those in `damaged` are not among them. */
  readonly badCount: number;
  /** Where those stand. */
  readonly badKeys: readonly (readonly [CodedStore, RecordKey])[];
}

/** The stores that a write needs besides its own. */
export const GUARD_STORES: readonly StoreName[] = ['damaged'];

/** So many are read and checked in a task: between two of them the page does what waits. */
const PART = 500;

/** @param onBadRecord - Told once for every record. */
export function createRecordGuard(onBadRecord: (bad: BadRecord) => void): RecordGuard {
  const seen = new Set<string>();

  function check<Store extends CodedStore>(
    store: Store,
    record: unknown,
  ): StoredValues[Store] | undefined {
    if (record === undefined) return undefined;
    const decoded = decode(store, record);
    if (decoded.ok) return decoded.value;
    const name = nameOf(store, record);
    if (!seen.has(name)) {
      seen.add(name);
      onBadRecord(decoded.bad);
    }
    return undefined;
  }

  function checkAll<Store extends CodedStore>(
    store: Store,
    records: readonly unknown[],
  ): StoredValues[Store][] {
    return records.map((record) => check(store, record)).filter((value) => value !== undefined);
  }

  return {
    get: async (transaction, store, key) => check(store, await transaction.get(store, key)),
    async getAll(transaction, store) {
      const values = [];
      for (let after: RecordKey | undefined; ; ) {
        const part = await transaction.getPart(store, after, PART);
        values.push(...checkAll(store, part));
        if (part.length < PART) return values;
        after = primaryKey(store, part.at(-1)) as RecordKey;
      }
    },
    getAllBy: async (transaction, store, index, key) =>
      checkAll(store, await transaction.getAllBy(store, index, key)),
    async put(transaction, store, value) {
      const record = encode(store, value);
      const present = await transaction.get(store, primaryKey(store, record) as RecordKey);
      if (present !== undefined && check(store, present) === undefined) {
        await transaction.put('damaged', { store, record: present });
        seen.delete(nameOf(store, present));
      }
      await transaction.put(store, record);
    },
    get badCount() {
      return seen.size;
    },
    get badKeys() {
      return [...seen].map((name) => JSON.parse(name) as [CodedStore, RecordKey]);
    },
  };
}

function nameOf(store: CodedStore, record: unknown): string {
  return JSON.stringify([store, primaryKey(store, record)]);
}

function primaryKey(store: CodedStore, record: unknown): unknown {
  return typeof record === 'object' && record !== null
    ? keyOf(record, STORES[store].keyPath)
    : undefined;
}

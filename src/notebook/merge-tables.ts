/** What is stored, as a merge works with it: whole tables that can be looked up by key. */
import { decode, type StoredValues } from '../storage/codec.ts';
import { keyOf, type RecordTransaction, STORES } from '../storage/record-store.ts';
import type { TravellingStore } from './backup-format.ts';
import { TRAVELLING_STORES } from './read-notebook.ts';
import { stableJson } from './strict-json.ts';

/** By {@link keyName}. */
export type Tables = { [Store in TravellingStore]: Map<string, StoredValues[Store]> };

/** What cannot be read is left out: it stays where it is. */
export async function readTables(tx: RecordTransaction): Promise<Tables> {
  const tables = {} as Tables;
  for (const store of TRAVELLING_STORES) await readTable(tx, store, tables);
  return tables;
}

async function readTable<Store extends TravellingStore>(
  tx: RecordTransaction,
  store: Store,
  tables: Tables,
): Promise<void> {
  const table = new Map<string, StoredValues[Store]>();
  for (const record of await tx.getAll(store)) {
    const decoded = decode(store, record);
    if (decoded.ok) table.set(keyName(store, decoded.value), decoded.value);
  }
  Object.assign(tables, { [store]: table });
}

/** The key of a record, as a name. */
export function keyName(store: TravellingStore, value: object): string {
  return JSON.stringify(keyOf(value, STORES[store].keyPath));
}

/** Whether two values say the same, whatever the order of their names. */
export function isSame(a: unknown, b: unknown): boolean {
  return stableJson(a) === stableJson(b);
}

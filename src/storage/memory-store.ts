/**
 * Stands in for the database where the browser gives none: same rules, kept until the page closes.
 * A transaction that fails leaves nothing behind, and records are copies, as in the database.
 */
import {
  type Durability,
  keyOf,
  type RecordKey,
  type RecordStore,
  type RecordTransaction,
  STORE_SHAPES,
  type StoreName,
} from './record-store.ts';

type Tables = Map<StoreName, Map<string, object>>;

/** Opens an empty memory. */
export function createMemoryStore(): RecordStore {
  const tables: Tables = new Map();
  for (const name of Object.keys(STORE_SHAPES) as StoreName[]) tables.set(name, new Map());
  let lastId = 0;
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  function transactionOn(draft: Tables): RecordTransaction {
    const table = (store: StoreName): Map<string, object> => draft.get(store) ?? new Map();
    const inOrder = (store: StoreName) => [...table(store)].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      get: async (store, key) => structuredClone(table(store).get(nameOf(key))),
      getAll: async (store) => inOrder(store).map(([, record]) => structuredClone(record)),
      getPart: async (store, after, count) => {
        const entries = inOrder(store);
        const start =
          after === undefined ? 0 : entries.findIndex(([name]) => name === nameOf(after)) + 1;
        return entries.slice(start, start + count).map(([, record]) => structuredClone(record));
      },
      getKeys: async (store) =>
        [...table(store).keys()].sort().map((name) => JSON.parse(name) as RecordKey),
      getAllBy: async (store, index, key) => {
        const path = STORE_SHAPES[store].indexes?.[index];
        if (path === undefined) throw new Error(`${store} has no index ${index}`);
        return [...table(store).values()]
          .filter((record) => nameOf(keyOf(record, path)) === nameOf(key))
          .map((record) => structuredClone(record));
      },
      put: async (store, record) => {
        const { keyPath, autoIncrement } = STORE_SHAPES[store];
        const copy = structuredClone(record);
        if (autoIncrement && keyOf(copy, keyPath) === undefined) {
          lastId += 1;
          Object.assign(copy, { id: lastId });
        }
        table(store).set(nameOf(keyOf(copy, keyPath)), copy);
      },
      remove: async (store, key) => {
        table(store).delete(nameOf(key));
      },
    };
  }

  return {
    write: <T>(
      stores: readonly StoreName[],
      _durability: Durability,
      work: (transaction: RecordTransaction) => Promise<T>,
    ) =>
      inTurn(async () => {
        const draft: Tables = new Map(
          stores.map((store) => [store, new Map(tables.get(store) ?? [])]),
        );
        const result = await work(transactionOn(draft));
        for (const [store, table] of draft) tables.set(store, table);
        return result;
      }),
    read: (_stores, work) => inTurn(() => work(transactionOn(tables))),
    close: () => inTurn(async () => undefined),
  };
}

function nameOf(key: RecordKey | unknown): string {
  return JSON.stringify(key);
}

import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createDatabase } from '../../../src/storage/database.ts';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import { createRecordGuard } from '../../../src/storage/record-guard.ts';
import { type RecordStore, STORE_SHAPES } from '../../../src/storage/record-store.ts';
import { LOST_CONNECTIONS } from '../../fixtures/lost-connections.ts';
import { FakeFactory } from './fake-browser.ts';

const opened: RecordStore[] = [];

function openDatabase(fake = new FakeFactory(), onBlocked?: () => void) {
  const database = createDatabase({
    name: 'luisterroute',
    factory: fake.asFactory(),
    ...(onBlocked ? { onBlocked } : {}),
  });
  opened.push(database);
  const put = (key: string, value: unknown) =>
    database.write(['settings'], 'relaxed', (tx) => tx.put('settings', { schema: 1, key, value }));
  const get = (key: string) => database.read(['settings'], (tx) => tx.get('settings', key));
  return { fake, database, put, get };
}

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

/** Makes the next transactions fail as browsers do when the connection is gone. */
function failTransactions(times: number, error: () => unknown) {
  const original = IDBDatabase.prototype.transaction;
  let left = times;
  return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args
  ) {
    if (left > 0) {
      left -= 1;
      throw error();
    }
    return original.apply(this, args);
  });
}

describe('version 1', () => {
  test('has all stores, and the indexes that are read', async () => {
    const { fake, put } = openDatabase();
    await put('rate', 1);
    const names = fake.databases[0]?.objectStoreNames ?? [];
    expect([...names].sort()).toEqual([
      'damaged',
      'downloads',
      'drafts',
      'journal',
      'notes',
      'progress',
      'recordings',
      'revisions',
      'settings',
      'voice',
    ]);
    expect(Object.keys(STORE_SHAPES).sort()).toEqual([...names].sort());
  });
});

describe('a write', () => {
  test('resolves only after the transaction completed', async () => {
    const order: string[] = [];
    const { fake, put, get } = openDatabase();
    await get('rate');
    const database = fake.databases[0];
    const original = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...args
    ) {
      const transaction = original.apply(this, args);
      transaction.addEventListener('complete', () => order.push('complete'));
      return transaction;
    });
    expect(database).toBeDefined();
    await put('rate', 1).then(() => order.push('resolved'));
    expect(order).toEqual(['complete', 'resolved']);
  });

  test('that fails halfway leaves nothing', async () => {
    const { database, get } = openDatabase();
    const failing = database.write(['settings'], 'strict', async (tx) => {
      await tx.put('settings', { schema: 1, key: 'a', value: 1 });
      throw new Error('halfway');
    });
    await expect(failing).rejects.toMatchObject({ name: 'StorageError', code: 'unavailable' });
    expect(await get('a')).toBeUndefined();
  });

  test('that finds no room says so', async () => {
    const { put, get } = openDatabase();
    await get('a');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(put('a', 1)).rejects.toMatchObject({ name: 'StorageError', code: 'quota' });
    vi.restoreAllMocks();
    expect(await get('a')).toBeUndefined();
  });

  test('of something that cannot be copied says corrupt', async () => {
    const { put } = openDatabase();
    await expect(put('a', () => undefined)).rejects.toMatchObject({ code: 'corrupt' });
  });
});

const LOST = LOST_CONNECTIONS.map((error) => new DOMException(...error));

describe('a lost connection', () => {
  test.each(LOST)('heals on a new handle: $message', async (error) => {
    const { fake, put, get } = openDatabase();
    await put('before', 1);
    failTransactions(1, () => error);
    await put('after', 2);
    expect(await get('before')).toMatchObject({ value: 1 });
    expect(await get('after')).toMatchObject({ value: 2 });
    expect(fake.databases).toHaveLength(2);
  });

  test.each(LOST)('halfway a transaction does all of it again: $message', async (error) => {
    const { fake, database, put, get } = openDatabase();
    await put('before', 1);
    const original = IDBObjectStore.prototype.put;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      puts += 1;
      if (puts === 2) throw error;
      return original.apply(this, args);
    });
    let turns = 0;
    await database.write(['settings'], 'strict', async (tx) => {
      turns += 1;
      await tx.put('settings', { schema: 1, key: 'one', value: turns });
      await tx.put('settings', { schema: 1, key: 'two', value: turns });
    });
    expect(await get('one')).toMatchObject({ value: 2 });
    expect(await get('two')).toMatchObject({ value: 2 });
    expect(fake.databases).toHaveLength(2);
  });

  test.each(LOST)('at the end of a transaction does all of it again: $message', async (error) => {
    const { fake, database, put, get } = openDatabase();
    await put('before', 1);
    const original = IDBObjectStore.prototype.put;
    let isAborted = false;
    // Every request succeeds, and then the transaction does not.
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      const request = original.apply(this, args);
      if (isAborted) return request;
      isAborted = true;
      request.addEventListener('success', () => {
        Object.defineProperty(this.transaction, 'error', { value: error });
        this.transaction.abort();
      });
      return request;
    });
    await database.write(['settings'], 'strict', (tx) =>
      tx.put('settings', { schema: 1, key: 'one', value: 5 }),
    );
    expect(await get('one')).toMatchObject({ value: 5 });
    expect(fake.databases).toHaveLength(2);
  });

  test.each(LOST)('at opening heals too: $message', async (error) => {
    const { fake, put, get } = openDatabase();
    fake.refusals = [error];
    await put('a', 1);
    expect(await get('a')).toMatchObject({ value: 1 });
  });

  test('is tried three times more, and never called a success after that', async () => {
    const { fake, put, get } = openDatabase();
    await get('a');
    const spy = failTransactions(99, () => new DOMException('gone', 'InvalidStateError'));
    await expect(put('a', 1)).rejects.toMatchObject({ name: 'StorageError', code: 'unavailable' });
    expect(spy).toHaveBeenCalledTimes(4);
    vi.restoreAllMocks();
    expect(await get('a')).toBeUndefined();
    await put('a', 2);
    expect(await get('a')).toMatchObject({ value: 2 });
    expect(fake.databases.length).toBeGreaterThan(1);
  });

  test('another failure is not tried again', async () => {
    const { put, get } = openDatabase();
    await get('a');
    const spy = failTransactions(1, () => new DOMException('no such store', 'NotFoundError'));
    await expect(put('a', 1)).rejects.toMatchObject({ code: 'unavailable' });
    expect(spy).toHaveBeenCalledTimes(1);
  });

  test('that the browser ended is opened anew', async () => {
    const { fake, put, get } = openDatabase();
    await put('a', 1);
    const first = fake.databases[0];
    if (!first) throw new Error('no connection was made');
    // Its type asks for the class where it means a connection.
    forceCloseDatabase(first as unknown as typeof IDBDatabase);
    await new Promise((resolve) => setTimeout(resolve, 10));
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    expect(await get('a')).toMatchObject({ value: 1 });
    expect(fake.databases).toHaveLength(2);
    // The dead handle was forgotten by its `close` event, not found out by a failure.
    expect(spy).toHaveBeenCalledTimes(1);
  });
});

describe('other tabs', () => {
  test('a newer version gets its turn, after what is being written', async () => {
    const { fake, put } = openDatabase();
    await put('a', 1);
    const writing = put('b', 2);
    const upgraded = new Promise<unknown[]>((resolve, reject) => {
      const request = fake.factory.open('luisterroute', 2);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const all = request.result.transaction('settings').objectStore('settings').getAllKeys();
        all.onsuccess = () => {
          request.result.close();
          resolve(all.result);
        };
      };
    });
    await writing;
    expect(await upgraded).toEqual(['a', 'b']);
  });

  test('after that, a page of the older version says that it must be renewed', async () => {
    const { fake, put } = openDatabase();
    await put('a', 1);
    await new Promise<void>((resolve) => {
      const request = fake.factory.open('luisterroute', 2);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    await expect(put('b', 2)).rejects.toMatchObject({ name: 'StorageError', code: 'newer' });
  });

  test('a deletion gets its turn at once, and nothing is made anew after it', async () => {
    const fake = new FakeFactory();
    const erased = vi.fn();
    const database = createDatabase({
      name: 'luisterroute',
      factory: fake.asFactory(),
      onErased: erased,
    });
    opened.push(database);
    await database.write(['settings'], 'strict', (tx) => tx.put('settings', { key: 'a' }));
    await new Promise<void>((resolve, reject) => {
      const request = fake.factory.deleteDatabase('luisterroute');
      request.onsuccess = () => resolve();
      request.onblocked = () => reject(new Error('blocked'));
    });
    expect(erased).toHaveBeenCalledTimes(1);
    const writing = database.write(['settings'], 'strict', (tx) =>
      tx.put('settings', { key: 'b' }),
    );
    await expect(writing).rejects.toMatchObject({ code: 'unavailable' });
    expect(await fake.factory.databases()).toEqual([]);
  });

  test('waits its turn behind a tab that stays open, and hears of it', async () => {
    const fake = new FakeFactory();
    // What the first request does when an older version is held open: `blocked`, then `success`.
    const blocked = vi.fn();
    const request = new EventTarget() as IDBOpenDBRequest;
    const stalled = Object.assign(Object.create(IDBFactory.prototype) as IDBFactory, {
      open: () => request,
    });
    const database = createDatabase({ name: 'luisterroute', factory: stalled, onBlocked: blocked });
    opened.push(database);
    const reading = database.read(['settings'], (tx) => tx.get('settings', 'a'));
    request.onblocked?.(new IDBVersionChangeEvent('blocked'));
    expect(blocked).toHaveBeenCalledTimes(1);
    const { put } = openDatabase(fake);
    await put('a', 1);
    const real = fake.factory.open('luisterroute');
    real.onsuccess = () => {
      Object.defineProperty(request, 'result', { value: real.result });
      request.onsuccess?.(new Event('success'));
    };
    expect(await reading).toMatchObject({ value: 1 });
  });
});

describe('closing', () => {
  test('waits for what is being written, and refuses what comes after', async () => {
    const { fake, database, put } = openDatabase();
    await put('a', 1);
    const writing = put('b', 2);
    await database.close();
    await writing;
    await expect(put('c', 3)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await fake.rawGetAll('settings')).toHaveLength(2);
  });
});

test('many records are read in parts, in the order of their keys, the bad ones among them counted', async () => {
  const keys = Array.from({ length: 1100 }, (_, index) => String(index).padStart(4, '0'));
  for (const store of [openDatabase().database, createMemoryStore()]) {
    await store.write(['settings'], 'relaxed', async (tx) => {
      for (const key of keys) {
        const isBad = key === '0700';
        await tx.put('settings', { schema: isBad ? 0 : 1, key, value: key });
      }
    });
    const guard = createRecordGuard(() => undefined);
    const read = await store.read(['settings'], (tx) => guard.getAll(tx, 'settings'));
    expect(read.map(({ key }) => key)).toEqual(keys.filter((key) => key !== '0700'));
    expect(guard.badCount).toBe(1);
  }
});

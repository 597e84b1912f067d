/** The parts of a browser that keep things, for tests in node: written fakes, one fresh set for each test. */
import 'fake-indexeddb/auto';
import type { LockManagerLike } from '../../../src/storage/tab-lock.ts';
import type { StorageLike } from '../../../src/storage/tail.ts';

/** A database factory of its own that shows which connections it gave. */
export class FakeFactory {
  readonly databases: IDBDatabase[] = [];
  readonly factory = new IDBFactory();
  /** How many times to refuse to open, and with what. */
  refusals: unknown[] = [];

  asFactory(): IDBFactory {
    const open = (name: string, version?: number): IDBOpenDBRequest => {
      const refusal = this.refusals.shift();
      if (refusal !== undefined) throw refusal;
      const request = this.factory.open(name, version);
      request.addEventListener('success', () => this.databases.push(request.result));
      return request;
    };
    return Object.assign(Object.create(IDBFactory.prototype) as IDBFactory, { open });
  }

  /** Opens the database past the app, to look at what is really there or to damage it. */
  async raw<T>(work: (database: IDBDatabase) => IDBRequest<T>): Promise<T> {
    const database = await done(this.factory.open('luisterroute'));
    const result = await done(work(database));
    database.close();
    return result;
  }

  rawGetAll(store: string): Promise<unknown[]> {
    return this.raw((database) => database.transaction(store).objectStore(store).getAll());
  }

  async rawPut(store: string, record: unknown): Promise<void> {
    await this.raw((database) =>
      database.transaction(store, 'readwrite').objectStore(store).put(record),
    );
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** localStorage in memory that can be full. */
export class FakeLocalStorage implements StorageLike {
  readonly entries = new Map<string, string>();
  isFull = false;

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

/** Web Locks of one browser; `kill` does what the browser does for a tab that died. */
export class FakeLocks implements LockManagerLike {
  readonly held = new Set<string>();

  async request(name: string, callback: () => Promise<unknown>): Promise<unknown> {
    this.held.add(name);
    const result = await callback();
    this.held.delete(name);
    return result;
  }

  query(): Promise<{ held: { name: string }[] }> {
    return Promise.resolve({ held: [...this.held].map((name) => ({ name })) });
  }

  kill(): void {
    this.held.clear();
  }
}

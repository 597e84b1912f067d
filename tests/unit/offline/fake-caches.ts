/** Cache Storage in memory, with a limit on its bytes: enough of it for what the app asks. */

interface Kept {
  bytes: Uint8Array<ArrayBuffer>;
  headers: [string, string][];
}

/** One cache. Keys are absolute addresses. */
export class FakeCache {
  readonly kept = new Map<string, Kept>();
  readonly #storage: FakeCaches;

  constructor(storage: FakeCaches) {
    this.#storage = storage;
  }

  async match(key: string | { url: string }): Promise<Response | undefined> {
    const found = this.kept.get(urlOf(key));
    return found && new Response(found.bytes.slice(), { headers: found.headers });
  }

  async put(key: string | { url: string }, response: Response): Promise<void> {
    if (response.status === 206) throw new TypeError('a partial response cannot be stored');
    const bytes = new Uint8Array(await response.arrayBuffer());
    this.#storage.makeRoom(bytes.length);
    this.kept.set(urlOf(key), { bytes, headers: [...response.headers] });
    this.#storage.puts.push(urlOf(key));
  }

  async delete(key: string | { url: string }): Promise<boolean> {
    await this.#storage.beforeDelete?.();
    return this.kept.delete(urlOf(key));
  }

  async keys(): Promise<{ url: string }[]> {
    const listed = [...this.kept.keys()].map((url) => ({ url }));
    await this.#storage.afterList?.();
    return listed;
  }

  /** Changes one byte, as a bad disk does. */
  flip(url: string, at = 0): void {
    const kept = this.kept.get(url);
    if (!kept) throw new Error(`${url} is not in the cache`);
    kept.bytes[at] = (kept.bytes[at] ?? 0) ^ 1;
  }
}

/** All caches of one origin. */
export class FakeCaches {
  readonly #caches = new Map<string, FakeCache>();
  /** How many bytes fit in all. */
  quota = Number.POSITIVE_INFINITY;
  /** What a slow device makes a deletion wait for. */
  beforeDelete: (() => Promise<void>) | undefined;
  /** Waited for once the keys of a cache are listed. */
  afterList: (() => Promise<void>) | undefined;
  /** Every address that was stored, in order. */
  readonly puts: string[] = [];

  cache(name: string): FakeCache {
    const cache = this.#caches.get(name) ?? new FakeCache(this);
    this.#caches.set(name, cache);
    return cache;
  }

  async keys(): Promise<string[]> {
    return [...this.#caches.keys()];
  }

  async has(name: string): Promise<boolean> {
    return this.#caches.has(name);
  }

  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name);
  }

  async open(name: string): Promise<FakeCache> {
    return this.cache(name);
  }

  makeRoom(length: number): void {
    let used = length;
    for (const cache of this.#caches.values()) {
      for (const { bytes } of cache.kept.values()) used += bytes.length;
    }
    if (used > this.quota) throw new DOMException('full', 'QuotaExceededError');
  }

  /** For what asks for the browser's own type. */
  asCacheStorage(): CacheStorage {
    return this as unknown as CacheStorage;
  }
}

function urlOf(key: string | { url: string }): string {
  return typeof key === 'string' ? key : key.url;
}

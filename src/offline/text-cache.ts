/** Texts and figures in Cache Storage: fetched ahead, checked by their names, and tidied up. */
import { TEXT_CACHE } from '../model/cache-names.ts';
import { isNamedContent } from '../model/content-name.ts';
import type { Catalog, ModuleSummary } from '../model/learning-route.ts';
import { sha256 } from '../model/sha256.ts';
import { DAY, type Milliseconds, type Timestamp } from '../model/units.ts';
import { DownloadError, storageFailure } from './download-error.ts';
import { SILENCE, WatchedConnection } from './watched-connection.ts';

/** What came of keeping a route's texts; counts are addresses. */
export interface KeptTexts {
  kept: number;
  failed: number;
}

/** The parts of the browser that texts are kept with. */
export interface TextCacheDeps {
  fetch: typeof fetch;
  caches: CacheStorage;
  /** The absolute address of the app's folder, ending with a slash. */
  baseUrl: string;
  /** @defaultValue `Date.now` */
  now?: () => Timestamp;
  /** How long a connection may be silent. @defaultValue 30 s */
  patience?: Milliseconds;
}

/** When a text was first found to be of an earlier build, in milliseconds. */
const RETIRED_HEADER = 'X-Retired-At';

/** So long a tab of an earlier build finds its texts, and a place in an earlier text can be carried over. */
const RETIREMENT: Milliseconds = 30 * DAY;

/** The kept texts of one app. Addresses are relative to the base. */
export class TextCache {
  readonly #deps: TextCacheDeps;

  constructor(deps: TextCacheDeps) {
    this.#deps = deps;
  }

  /**
   * Keeps all texts of the visited route. Texts that the catalog no longer names go thirty days after
   * every new one came in: a tab of an earlier build still reads them.
   *
   * @throws the signal's reason after an abort; a text that cannot be fetched is only counted.
   */
  async keepTexts(
    catalog: Catalog,
    routeId: string,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<KeptTexts> {
    const route = catalog.routes.find((candidate) => candidate.id === routeId);
    const result: KeptTexts = { kept: 0, failed: 0 };
    for (const url of (route?.modules ?? []).flatMap(textUrls)) {
      signal?.throwIfAborted();
      try {
        await this.keep(url, signal);
        result.kept += 1;
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof DownloadError)) throw error;
        result.failed += 1;
      }
    }
    if (route && result.failed === 0) await this.#tidy(catalog);
    return result;
  }

  /** Makes sure that one text is there. @throws {@link DownloadError} */
  async keep(url: string, signal?: AbortSignal): Promise<void> {
    const cache = await this.#open();
    if (!(await cache.match(this.#key(url)))) await this.#bring(url, 'default', signal);
  }

  /** Fetches one text anew; what is there stays until the new one is proven to be right. @throws {@link DownloadError} */
  async renew(url: string, signal?: AbortSignal): Promise<void> {
    await this.#bring(url, 'reload', signal);
  }

  async #bring(url: string, mode: RequestCache, signal: AbortSignal | undefined): Promise<void> {
    const cache = await this.#open();
    const key = this.#key(url);
    const { bytes, type } = await this.#fetch(key, mode, signal);
    if (!isNamedContent(url, await sha256(bytes))) {
      throw new DownloadError('damaged', `${url} is not what its name says`, { isLasting: true });
    }
    await cache
      .put(key, new Response(bytes, { headers: { 'Content-Type': type } }))
      .catch((cause: unknown) => {
        throw storageFailure(cause);
      });
  }

  /** The addresses of which nothing is there. */
  async findMissing(urls: readonly string[]): Promise<string[]> {
    const cache = await this.#open();
    const present = new Set((await cache.keys()).map((request) => request.url));
    return urls.filter((url) => !present.has(this.#key(url)));
  }

  /** Reads the texts back. @returns The addresses of those that are missing, or not what their names say */
  async findDamaged(urls: readonly string[]): Promise<string[]> {
    const cache = await this.#open();
    const damaged: string[] = [];
    for (const url of urls) {
      const kept = await cache.match(this.#key(url));
      const bytes = await kept?.arrayBuffer().catch(() => undefined);
      if (!bytes || !isNamedContent(url, await sha256(bytes))) damaged.push(url);
    }
    return damaged;
  }

  async #fetch(
    key: string,
    mode: RequestCache,
    signal: AbortSignal | undefined,
  ): Promise<{ bytes: ArrayBuffer; type: string }> {
    // Called as a plain function: the browser's own refuses to be a method of another object.
    const { fetch, patience = SILENCE } = this.#deps;
    const connection = new WatchedConnection({ signal, patience });
    try {
      const response = await fetch(key, { signal: connection.signal, cache: mode });
      const { status, headers } = response;
      if (status !== 200) {
        throw new DownloadError('server', `${key}: status ${status}`, { isLasting: status < 500 });
      }
      const type = headers.get('Content-Type') ?? 'application/octet-stream';
      if (type.startsWith('text/html')) {
        throw new DownloadError('server', `${key}: a page in its place`, { isLasting: true });
      }
      return { bytes: await connection.readAll(response), type };
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof DownloadError) throw cause;
      throw new DownloadError('network', `${key} was not reached, or cut off`, { cause });
    } finally {
      connection.end();
    }
  }

  async #tidy(catalog: Catalog): Promise<void> {
    const wanted = new Set(
      catalog.routes
        .flatMap((route) => route.modules.flatMap(textUrls))
        .map((url) => this.#key(url)),
    );
    const cache = await this.#open();
    const now = (this.#deps.now ?? Date.now)();
    for (const request of await cache.keys()) {
      const kept = wanted.has(request.url) ? undefined : await cache.match(request);
      if (!kept) continue;
      const retiredAt = Number(kept.headers.get(RETIRED_HEADER) ?? Number.NaN);
      if (now - retiredAt > RETIREMENT) await cache.delete(request);
      else if (Number.isNaN(retiredAt)) await cache.put(request, retired(kept, now));
    }
  }

  #key(url: string): string {
    return new URL(url, this.#deps.baseUrl).href;
  }

  #open(): Promise<Cache> {
    return this.#deps.caches.open(TEXT_CACHE).catch((cause: unknown) => {
      throw storageFailure(cause);
    });
  }
}

function textUrls(summary: ModuleSummary): string[] {
  return [summary.contentUrl, ...summary.assetUrls];
}

function retired(kept: Response, at: Timestamp): Response {
  const headers = new Headers(kept.headers);
  headers.set(RETIRED_HEADER, String(at));
  return new Response(kept.body, { headers });
}

/** Texts and figures in Cache Storage: fetched ahead, checked by their names, and tidied up. */
import { TEXT_CACHE } from '../model/cache-names.ts';
import { isNamedContent } from '../model/content-name.ts';
import type { Catalog, ModuleSummary } from '../model/learning-route.ts';
import { sha256 } from '../model/sha256.ts';
import { DownloadError, storageFailure } from './download-error.ts';

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
}

/** The kept texts of one app. Addresses are relative to the base. */
export class TextCache {
  readonly #deps: TextCacheDeps;

  constructor(deps: TextCacheDeps) {
    this.#deps = deps;
  }

  /**
   * Keeps all texts of the visited route. Texts that the catalog no longer names go only after every
   * new one is in, so that a visit that is cut off never leaves less than there was.
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
    const key = this.#key(url);
    if (await cache.match(key)) return;
    const response = await this.#fetch(key, signal);
    const bytes = await response.arrayBuffer().catch((cause: unknown) => {
      throw new DownloadError('network', `${url} was cut off`, { cause });
    });
    if (!isNamedContent(url, await sha256(bytes))) {
      throw new DownloadError('damaged', `${url} is not what its name says`, { isLasting: true });
    }
    const type = response.headers.get('Content-Type') ?? 'application/octet-stream';
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

  /** Reads the texts back and takes away those that are not what their names say. @returns what is now missing */
  async removeDamaged(urls: readonly string[]): Promise<string[]> {
    const cache = await this.#open();
    const missing: string[] = [];
    for (const url of urls) {
      const kept = await cache.match(this.#key(url));
      const bytes = await kept?.arrayBuffer().catch(() => undefined);
      if (bytes && isNamedContent(url, await sha256(bytes))) continue;
      await cache.delete(this.#key(url));
      missing.push(url);
    }
    return missing;
  }

  async #fetch(key: string, signal: AbortSignal | undefined): Promise<Response> {
    // Called as a plain function: the browser's own refuses to be a method of another object.
    const { fetch } = this.#deps;
    let response: Response;
    try {
      response = await fetch(key, signal ? { signal } : {});
    } catch (cause) {
      signal?.throwIfAborted();
      throw new DownloadError('network', `${key} was not reached`, { cause });
    }
    if (response.status === 200) return response;
    const isLasting = response.status < 500;
    throw new DownloadError('server', `${key}: status ${response.status}`, { isLasting });
  }

  async #tidy(catalog: Catalog): Promise<void> {
    const wanted = new Set(
      catalog.routes
        .flatMap((route) => route.modules.flatMap(textUrls))
        .map((url) => this.#key(url)),
    );
    const cache = await this.#open();
    for (const request of await cache.keys()) {
      if (!wanted.has(request.url)) await cache.delete(request);
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

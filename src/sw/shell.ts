/**
 * The app itself: installed as a whole, answered from the cache, and kept for open tabs of earlier builds.
 * Which files belong to it is computed by the build.
 */
import { PrecacheController, type PrecacheEntry } from 'workbox-precaching';
import { EARLIER_CODE_CACHE_PREFIX, SHELL_CACHE, SHELL_PATH } from '../model/cache-names.ts';
import { answerRange } from './range-response.ts';

/** How many earlier builds an open tab can still load code of. */
const EARLIER_BUILDS = 2;

/** Shown instead of the browser's own error when the app was evicted and there is no connection. */
const NO_SHELL_PAGE = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport"
content="width=device-width"><title>Luisterroute</title><h1>Luisterroute kan nu niet openen</h1>
<p>De app staat niet meer op dit toestel en er is geen verbinding. Maak verbinding met internet en open
deze pagina opnieuw.</p></html>`;

/** The installed app below one base address. */
export class Shell {
  readonly #base: string;
  readonly #files = new PrecacheController({ cacheName: SHELL_CACHE });

  /** @param base - The absolute address of the app's folder, ending with a slash. */
  constructor(base: string, entries: (PrecacheEntry | string)[]) {
    this.#base = base;
    this.#files.addToCacheList(entries);
  }

  /** Fetches every file; one that fails leaves the earlier version in charge. */
  install(event: ExtendableEvent): void {
    void this.#files.install(event);
  }

  /** Drops files of earlier builds, except the code that an open tab may still ask for. */
  async activate(event: ExtendableEvent): Promise<void> {
    await this.#keepEarlierCode();
    await this.#files.activate(event);
  }

  /** Whether {@link answerFile} has an answer, or may have one. */
  has(url: string): boolean {
    return (
      this.#files.getCacheKeyForURL(url) !== undefined || url.startsWith(`${this.#base}assets/`)
    );
  }

  /** The page that every navigation gets; it renders from the texts that are there. */
  async answerNavigation(request: Request): Promise<Response> {
    const shell = await this.#match(`${this.#base}${SHELL_PATH}`);
    if (shell) return shell;
    return fetch(request).catch(
      () =>
        new Response(NO_SHELL_PAGE, {
          status: 503,
          headers: { 'Content-Type': 'text/html; charset=utf-8' },
        }),
    );
  }

  /** A file of this build, or code of an earlier one, else what the network has. */
  async answerFile(request: Request): Promise<Response> {
    const kept = (await this.#match(request.url)) ?? (await matchEarlier(request.url));
    if (!kept) return fetch(request);
    const type = kept.headers.get('Content-Type') ?? '';
    // A media element takes a 200 for a part of a sound as "cannot seek".
    if (!type.startsWith('audio/')) return kept;
    return answerRange(request.headers.get('Range'), await kept.blob(), type);
  }

  async #match(url: string): Promise<Response | undefined> {
    // A browser that refuses its storage must not take the app down with it.
    const key = this.#files.getCacheKeyForURL(url);
    // Not by opening it: that would make the cache anew after everything was wiped.
    return key === undefined
      ? undefined
      : caches.match(key, { cacheName: SHELL_CACHE }).catch(() => undefined);
  }

  async #keepEarlierCode(): Promise<void> {
    const cache = await caches.open(SHELL_CACHE);
    const present = this.#files.getURLsToCacheKeys();
    const current = new Set(present.values());
    const outdated = (await cache.keys()).filter(
      ({ url }) => !current.has(url) && url.startsWith(`${this.#base}assets/`),
    );
    if (outdated.length > 0) {
      const earlier = await caches.open(`${EARLIER_CODE_CACHE_PREFIX}${Date.now()}`);
      for (const request of outdated) {
        const response = await cache.match(request);
        if (response) await earlier.put(request.url.replace(/\?.*$/, ''), response);
      }
    }
    const names = await earlierNames();
    await Promise.all(names.slice(EARLIER_BUILDS).map((name) => caches.delete(name)));
  }
}

async function matchEarlier(url: string): Promise<Response | undefined> {
  for (const cacheName of await earlierNames()) {
    const found = await caches.match(url, { cacheName });
    if (found) return found;
  }
  return undefined;
}

/** Newest first. */
async function earlierNames(): Promise<string[]> {
  const names = await caches.keys();
  return names
    .filter((name) => name.startsWith(EARLIER_CODE_CACHE_PREFIX))
    .sort()
    .reverse();
}

/** Texts and figures: from the cache, else from the network and then kept. */
import { SHELL_CACHE, TEXT_CACHE } from '../model/cache-names.ts';
import { isNamedContent } from '../model/content-name.ts';
import { sha256 } from '../model/sha256.ts';

/**
 * Answers a request for a text or figure. One to `reload` goes past what is kept: that was found to be damaged.
 *
 * @param keepAlive - Keeps the worker running until the text is stored; the answer does not wait for it.
 */
export async function answerText(
  caches: CacheStorage,
  request: Request,
  keepAlive: (work: Promise<void>) => void,
): Promise<Response> {
  // Where the app itself is gone everything was wiped: an open page has its answer, and nothing is kept.
  const isKeeping = await caches.has(SHELL_CACHE).catch(() => false);
  const cache = isKeeping ? await caches.open(TEXT_CACHE).catch(() => undefined) : undefined;
  const kept = request.cache === 'reload' ? undefined : await cache?.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (cache && response.status === 200) {
    // The page has its answer; a full disk only means that this text is not kept.
    keepAlive(keep(cache, request.url, response.clone()).catch(() => undefined));
  }
  return response;
}

/** A login page of a public network also answers with 200: only bytes that match the name are kept. */
async function keep(cache: Cache, url: string, response: Response): Promise<void> {
  const bytes = await response.arrayBuffer();
  if (!isNamedContent(new URL(url).pathname, await sha256(bytes))) return;
  const type = response.headers.get('Content-Type') ?? 'application/octet-stream';
  await cache.put(url, new Response(bytes, { headers: { 'Content-Type': type } }));
}

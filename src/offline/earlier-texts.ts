/** Texts of modules as they were in an earlier build, as far as they are still kept; see `text-cache.ts`. */
import { TEXT_CACHE } from '../model/cache-names.ts';
import type { LearningModule } from '../model/learning-module.ts';
import type { Sha256 } from '../model/units.ts';

/**
 * Finds the text that went with a sound.
 *
 * @param baseUrl - The absolute address of the app's folder, ending with a slash.
 * @param ids - The names that the module had.
 * @returns `undefined` when it is no longer kept, or cannot be read.
 */
export async function findEarlierText(
  caches: CacheStorage,
  baseUrl: string,
  ids: readonly string[],
  audioHash: Sha256,
): Promise<LearningModule | undefined> {
  try {
    const cache = await caches.open(TEXT_CACHE);
    for (const request of await cache.keys()) {
      const path = request.url.slice(baseUrl.length);
      if (!ids.some((id) => path.includes(`/${id}.`))) continue;
      const found: LearningModule | undefined = await (await cache.match(request))?.json();
      if (found?.audio?.hash === audioHash) return found;
    }
  } catch {
    // What cannot be read is as good as gone.
  }
  return undefined;
}

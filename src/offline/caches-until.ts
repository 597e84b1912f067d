/** The browser's caches for as long as the app may keep anything. */

/** @param hasEnded - From then on no cache is opened, since opening one makes it. */
export function cachesUntil(caches: CacheStorage, hasEnded: () => boolean): CacheStorage {
  return {
    async open(name) {
      if (hasEnded()) throw new DOMException('Everything was wiped.', 'InvalidStateError');
      return caches.open(name);
    },
    has: (name) => caches.has(name),
    keys: () => caches.keys(),
    match: (request, options) => caches.match(request, options),
    delete: (name) => caches.delete(name),
  };
}

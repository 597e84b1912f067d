/** Makes what takes long outside of everything that a person waits for. */
import type { Milliseconds } from '../../model/units.ts';

/** By then the page has come, and nothing has been started yet. */
const QUIET_AFTER: Milliseconds = 3000;

/**
 * Makes something once: when the page has nothing else to do, or when it is asked for before that. For the browser's
 * formatters: the first one reads its data of the language, which takes a slow phone a tenth of a second.
 */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  const get = () => {
    made ??= make();
    return made;
  };
  // Not in node, and not in Safari, where it is made when it is asked for.
  if ('requestIdleCallback' in globalThis) {
    setTimeout(() => requestIdleCallback(get), QUIET_AFTER);
  }
  return get;
}

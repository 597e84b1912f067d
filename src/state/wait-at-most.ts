import type { Milliseconds } from '../model/units.ts';

/** Waits until it is fulfilled or rejected, but not longer than this; a tap on play cannot wait for ever. */
export function waitAtMost(limit: Milliseconds, awaited: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limit);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    awaited.then(done, done);
  });
}

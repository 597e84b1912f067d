/**
 * A first visit has nothing stored and nothing kept: all that is not the first view waits until that is
 * done with the connection, or until the person touches something.
 */
import { DATA_COOKIE } from '../model/cache-names.ts';
import type { Milliseconds } from '../model/units.ts';
import { ifAllowed } from '../storage/if-allowed.ts';

/** The first view is measured until 2 s after it was loaded. */
const AFTER_FIRST_VIEW: Milliseconds = 2600;

/** Set once the storage was opened: a worker can be gone while the data are still there. */
const MARKER = 'luisterroute-was-here';

/** Whether nothing of an earlier visit can be there, not even the sign that there was something. */
export function isFirstVisit(): boolean {
  return (
    !navigator.serviceWorker?.controller &&
    !ifAllowed(() => localStorage.getItem(MARKER)) &&
    !document.cookie.includes(`${DATA_COOKIE}=`)
  );
}

/** The next visit is not the first. Where this is refused nothing else was kept either. */
export function noteVisit(): void {
  ifAllowed(() => localStorage.setItem(MARKER, '1'));
}

/** Runs it at once for who was here before, else after the first view or at the first touch; once. */
export function afterFirstView(run: () => void): void {
  if (!isFirstVisit()) {
    run();
    return;
  }
  const scope = new AbortController();
  const runOnce = () => {
    if (scope.signal.aborted) return;
    scope.abort();
    run();
  };
  setTimeout(runOnce, AFTER_FIRST_VIEW);
  addEventListener('pointerdown', runOnce, { passive: true, signal: scope.signal });
  addEventListener('keydown', runOnce, { signal: scope.signal });
}

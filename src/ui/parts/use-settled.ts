/** The second press of a double click lands on what came in the place of the first: it must not count there. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Slower than a double click. */
const SETTLE_MS = 500;

/**
 * Whether a press on this spot counts: it has stood there for a while. To be told with `aria-disabled`, which
 * keeps the focus, and to be heeded by the press.
 *
 * @param what - Stands on the spot now; another value starts the wait anew.
 * @param isNew - Whether the first one has to wait too: it came in the place of something else.
 */
export function useSettled(what: unknown, isNew: boolean): boolean {
  const settled = useSignal<unknown>(isNew ? undefined : what);
  useEffect(() => {
    if (settled.peek() === what) return undefined;
    const timer = setTimeout(() => {
      settled.value = what;
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [what, settled]);
  return settled.value === what;
}

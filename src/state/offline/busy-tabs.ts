/**
 * Whether any tab of this browser plays, records or holds words that are not stored. A busy tab holds a
 * shared lock, which the browser takes back also when the tab crashes.
 */

/** The part of the Web Locks API that is used. */
export interface BusyLocks {
  request<T>(
    name: string,
    options: { mode?: LockMode; signal?: AbortSignal },
    callback: () => Promise<T> | T,
  ): Promise<T>;
  query(): Promise<{ pending?: { name?: string; mode?: LockMode }[] }>;
}

export interface BusyTabs {
  /** What this tab is. */
  setBusy(isBusy: boolean): void;
  /** Runs it as soon as no tab is busy. Without Web Locks only this tab is known. Returns the way to give up. */
  whenIdle(act: () => void): () => void;
}

const NAME = 'luisterroute-busy';

/** @param locks - Absent in a browser without Web Locks. */
export function createBusyTabs(locks: BusyLocks | undefined): BusyTabs {
  let release: (() => void) | undefined;
  let isBusy = false;
  const waiting = new Set<() => void>();

  function hold(): void {
    let giveBack: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      giveBack = resolve;
    });
    release = giveBack;
    locks?.request(NAME, { mode: 'shared' }, () => held).catch(() => undefined);
  }

  async function waitForLock(act: () => void, signal: AbortSignal): Promise<void> {
    for (let isDone = false; !isDone && !signal.aborted; ) {
      isDone =
        (await locks?.request(NAME, { signal }, async () => {
          // A tab that became busy while this waited stands behind it in the row.
          const { pending = [] } = (await locks.query()) ?? {};
          if (pending.some((lock) => lock.name === NAME && lock.mode === 'shared')) return false;
          if (!signal.aborted) act();
          return true;
        })) ?? true;
    }
  }

  return {
    setBusy(next) {
      if (next === isBusy) return;
      isBusy = next;
      if (next) {
        hold();
        return;
      }
      release?.();
      release = undefined;
      for (const act of waiting) act();
    },
    whenIdle(act) {
      const controller = new AbortController();
      if (locks) {
        waitForLock(act, controller.signal).catch(() => undefined);
        return () => controller.abort();
      }
      const once = () => {
        waiting.delete(once);
        act();
      };
      if (isBusy) waiting.add(once);
      else act();
      return () => waiting.delete(once);
    },
  };
}

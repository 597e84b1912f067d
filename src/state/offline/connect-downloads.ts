/** Joins the screens with all that works without a connection; its code comes after the first view. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Milliseconds } from '../../model/units.ts';
import { afterFirstView } from '../first-visit.ts';
import { waitAtMost } from '../wait-at-most.ts';
import { DownloadsModel, type DownloadsState } from './downloads.ts';
import type { OfflineParts, OfflineTools } from './offline-tools.ts';

/** So long the first sound waits at most to hear whether it is on the device. */
const KNOWN_LIMIT: Milliseconds = 1500;

/** So long after a try to fetch the code that failed, another follows. */
const RETRY_AFTER: Milliseconds = 5000;

/** Makes the downloads' state; `begin` fetches the rest once the first view is done. */
export function connectDownloads({ onReady }: { onReady: () => void }): {
  state: DownloadsState;
  tools: ReadonlySignal<OfflineTools | undefined>;
  /** Waits until it is known what is on the device, where anything can be; not for long. */
  whenKnown(): Promise<void>;
  /** @param getParts - Asked when the code is there. */
  begin(getParts: () => Promise<Omit<OfflineParts, 'downloads'>>): void;
} {
  const state = new DownloadsModel();
  const tools = signal<OfflineTools | undefined>(undefined);
  let isFetching = false;

  return {
    state,
    tools,
    async whenKnown() {
      // Without a worker nothing plays from the device, whatever is there.
      if (state.isKnown.peek() || !navigator.serviceWorker?.controller) return;
      await waitAtMost(KNOWN_LIMIT, whenTrue(state.isKnown));
    },
    begin(getParts) {
      async function fetchTools(): Promise<void> {
        const [{ startOffline }, parts] = await Promise.all([
          import('./offline-tools.ts'),
          getParts(),
        ]);
        await startOffline({ ...parts, downloads: state }, (started) => {
          tools.value = started;
        });
      }
      const fetchOnce = () => {
        if (isFetching) return;
        isFetching = true;
        fetchTools().catch(() => {
          // The line was gone before the code was kept. Of a public network nobody says when it is back.
          isFetching = false;
          setTimeout(fetchOnce, RETRY_AFTER);
        });
      };
      afterFirstView(fetchOnce);
      addEventListener('online', fetchOnce);
      const hasReady = computed(() => state.totals.value.ready > 0);
      effect(() => {
        if (hasReady.value) onReady();
      });
    },
  };
}

function whenTrue(fact: ReadonlySignal<boolean>): Promise<void> {
  return new Promise((resolve) => {
    const stop = fact.subscribe((isTrue) => {
      if (!isTrue) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}

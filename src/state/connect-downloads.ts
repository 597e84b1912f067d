/** Joins the screens with the download queue and the kept texts. */
import { computed, effect } from '@preact/signals-core';
import type { Catalog } from '../model/learning-route.ts';
import type { Milliseconds } from '../model/units.ts';
import type { WorkerMessage } from '../model/worker-message.ts';
import { createDownloads } from '../offline/downloads.ts';
import { TextCache } from '../offline/text-cache.ts';
import type { AppStorage } from '../storage/open-storage.ts';
import { DownloadsModel, type DownloadsState } from './downloads.ts';

export interface ConnectDownloadsOptions {
  base: string;
  catalog: Catalog;
  storage: AppStorage;
  send: (message: WorkerMessage) => void;
  /** Called when a module is on the device. */
  onReady: () => void;
}

/** The texts of the route wait until the first view is done with the connection. */
const TEXTS_AFTER: Milliseconds = 2600;

/** Makes the downloads' state; `begin` finds out what is there and fetches the texts of the route. */
export function connectDownloads(options: ConnectDownloadsOptions): {
  state: DownloadsState;
  begin(): void;
} {
  const { base, catalog, storage, send, onReady } = options;
  if (!('caches' in globalThis)) return { state: new DownloadsModel({}), begin: () => undefined };

  const baseUrl = new URL(base, location.href).href;
  const deps = { fetch: globalThis.fetch.bind(globalThis), caches: globalThis.caches, baseUrl };
  const queue = createDownloads({
    ...deps,
    records: storage.downloads,
    now: Date.now,
    forgetAudio: (hash) => send({ kind: 'forget-audio', hash }),
    ...(navigator.locks ? { locks: navigator.locks } : {}),
  });
  const texts = new TextCache(deps);
  const state = new DownloadsModel({ queue });
  const modules = catalog.routes.flatMap((route) => route.modules);

  async function keepTexts(): Promise<void> {
    for (const route of catalog.routes) await texts.keepTexts(catalog, route.id);
    const urls = modules.flatMap((summary) => [summary.contentUrl, ...summary.assetUrls]);
    state.setTextsKept((await texts.findMissing(urls)).length === 0);
  }

  return {
    state,
    begin() {
      queue.onChange((states) => state.setStates(states));
      void queue.start(modules);
      // Texts that cannot be kept now are tried again at the next visit, or when there is a connection.
      const keep = () => void keepTexts().catch(() => undefined);
      setTimeout(keep, TEXTS_AFTER);
      addEventListener('online', () => {
        keep();
        queue.retry();
      });
      const hasReady = computed(() => state.totals.value.ready > 0);
      effect(() => {
        if (hasReady.value) onReady();
      });
    },
  };
}

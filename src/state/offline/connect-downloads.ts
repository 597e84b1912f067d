/** Joins the screens with the download queue and the kept texts, whose code comes after the first view. */
import { computed, effect } from '@preact/signals-core';
import type { Catalog } from '../../model/learning-route.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { WorkerMessage } from '../../model/worker-message.ts';
import type { AppStorage } from '../../storage/open-storage.ts';
import { DownloadsModel, type DownloadsState } from './downloads.ts';

export interface ConnectDownloadsOptions {
  base: string;
  catalog: Catalog;
  storage: AppStorage;
  send: (message: WorkerMessage) => void;
  /** Called when a module is on the device. */
  onReady: () => void;
}

/** On a first visit everything else waits until the first view is done with the connection. */
const AFTER_FIRST_VIEW: Milliseconds = 2600;

/** Makes the downloads' state; `begin` finds out what is there and fetches the texts of the route. */
export function connectDownloads(options: ConnectDownloadsOptions): {
  state: DownloadsState;
  begin(): void;
} {
  const { base, catalog, storage, send, onReady } = options;
  const state = new DownloadsModel();
  const modules = catalog.routes.flatMap((route) => route.modules);
  let isStarted = false;

  async function start(): Promise<void> {
    if (isStarted || !('caches' in globalThis)) return;
    isStarted = true;
    const { createDownloads, TextCache } = await import('./offline-parts.ts');
    const baseUrl = new URL(base, location.href).href;
    const deps = { fetch: globalThis.fetch.bind(globalThis), caches: globalThis.caches, baseUrl };
    const queue = createDownloads({
      ...deps,
      records: storage.downloads,
      now: Date.now,
      onKnown: () => state.setKnown(),
      forgetAudio: (hash) => send({ kind: 'forget-audio', hash }),
      ...(navigator.locks ? { locks: navigator.locks } : {}),
    });
    const texts = new TextCache(deps);
    state.attach(queue);

    async function keepTexts(): Promise<void> {
      for (const route of catalog.routes) await texts.keepTexts(catalog, route.id);
      const urls = modules.flatMap((summary) => [summary.contentUrl, ...summary.assetUrls]);
      state.setTextsKept((await texts.findMissing(urls)).length === 0);
    }

    // Texts that cannot be kept now are tried again at the next visit, or when there is a connection.
    const keep = () => void keepTexts().catch(() => undefined);
    addEventListener('online', () => {
      keep();
      queue.retry();
    });
    await queue.start(modules);
    keep();
  }

  return {
    state,
    begin() {
      // A page that the worker answers has all code at hand, and may be offline: it must know at once.
      const isFirstVisit = !navigator.serviceWorker?.controller;
      const startNow = () => void start().catch(() => undefined);
      if (isFirstVisit) {
        setTimeout(startNow, AFTER_FIRST_VIEW);
        addEventListener('pointerdown', startNow, { once: true, passive: true });
        addEventListener('keydown', startNow, { once: true });
      } else {
        startNow();
      }
      const hasReady = computed(() => state.totals.value.ready > 0);
      effect(() => {
        if (hasReady.value) onReady();
      });
    },
  };
}

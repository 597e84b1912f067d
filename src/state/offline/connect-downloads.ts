/** Joins the screens with the download queue and the kept texts, whose code comes after the first view. */
import { computed, effect } from '@preact/signals-core';
import type { Catalog } from '../../model/learning-route.ts';
import type { WorkerMessage } from '../../model/worker-message.ts';
import type { LateStorage } from '../../storage/late-storage.ts';
import { afterFirstView } from '../first-visit.ts';
import { DownloadsModel, type DownloadsState } from './downloads.ts';

export interface ConnectDownloadsOptions {
  base: string;
  catalog: Catalog;
  storage: LateStorage;
  send: (message: WorkerMessage) => void;
  /** Called when a module is on the device. */
  onReady: () => void;
}

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
    const [{ createDownloads, TextCache }, opened] = await Promise.all([
      import('./offline-parts.ts'),
      storage.open(),
    ]);
    const baseUrl = new URL(base, location.href).href;
    const deps = { fetch: globalThis.fetch.bind(globalThis), caches: globalThis.caches, baseUrl };
    const queue = createDownloads({
      ...deps,
      records: opened.downloads,
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
      afterFirstView(() => void start().catch(() => undefined));
      const hasReady = computed(() => state.totals.value.ready > 0);
      effect(() => {
        if (hasReady.value) onReady();
      });
    },
  };
}

/** Keeps the texts of every route on the device, and tells when all of them are there. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { TextCache } from '../../offline/text-cache.ts';
import type { ContentState } from '../content.ts';
import type { DownloadsState } from './downloads.ts';

interface TextKeepingParts {
  content: ContentState;
  downloads: DownloadsState;
}

/** The texts, and the app that shows them. */
export interface TextKeeping {
  /** Looks and fetches; what is asked while it runs is left out, and what fails is to be asked again. */
  keep: () => void;
  /** The texts are there, but no worker that opens the app without a connection. */
  isAppMissing: ReadonlySignal<boolean>;
}

export function createTextKeeping(parts: TextKeepingParts, texts: TextCache): TextKeeping {
  let isRunning = false;
  const isAppMissing = signal(false);
  return {
    isAppMissing,
    keep() {
      if (isRunning) return;
      isRunning = true;
      keepAllTexts(parts, texts, isAppMissing)
        .catch(() => undefined)
        .finally(() => {
          isRunning = false;
        });
    },
  };
}

async function keepAllTexts(
  { content, downloads }: TextKeepingParts,
  texts: TextCache,
  isAppMissing: Signal<boolean>,
): Promise<void> {
  const catalog = content.catalog.peek();
  for (const route of catalog.routes) await texts.keepTexts(catalog, route.id);
  const urls = catalog.routes.flatMap((route) =>
    route.modules.flatMap((summary) => [summary.contentUrl, ...summary.assetUrls]),
  );
  const isWhole = (await texts.findMissing(urls)).length === 0;
  // Texts alone open nothing: the app is on the device once its worker is, and a browser may refuse that for good.
  if (isWhole) {
    isAppMissing.value = true;
    await navigator.serviceWorker.ready;
    isAppMissing.value = false;
  }
  downloads.setTextsKept(isWhole);
}

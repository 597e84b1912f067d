/** What is on the device, for the screens: mirrors the download queue and the kept texts. */
import { computed, signal } from '@preact/signals-core';
import type { DownloadState } from '../../model/download.ts';
import type { ModuleSummary } from '../../model/learning-route.ts';
import type { Bytes, Sha256, Timestamp } from '../../model/units.ts';
import type { Downloads } from '../../offline/downloads.ts';
import { createModel } from '../create-model.ts';

export const DownloadsModel = createModel(() => {
  /** Comes once it is needed; absent where the browser cannot keep files, and while prerendering. */
  let queue: Downloads | undefined;
  let ask: ((modules: readonly ModuleSummary[]) => void) | undefined;
  /** Wished for before the code was there. */
  let early: readonly ModuleSummary[] | undefined;
  const states = signal<ReadonlyMap<string, DownloadState>>(new Map());
  const isKnown = signal(false);
  const areTextsKept = signal(false);
  const isVerifying = signal(false);
  const hasKind = (kind: DownloadState['kind']) =>
    [...states.value.values()].some((state) => state.kind === kind);

  return {
    /** By module id. */
    states,
    /** Whether the storage was asked what is there; before that an absent state says nothing. */
    isKnown,
    areTextsKept,
    isVerifying,
    /**
     * Modules that open and play without a connection: proven to be whole, with the app beside them. In a
     * browser that refused the worker there are none, whatever is stored.
     */
    opensOffline: computed(() => (areTextsKept.value ? countReady(states.value) : 0)),
    isRunning: computed(() => hasKind('downloading') || hasKind('queued')),
    isPaused: computed(() => hasKind('paused')),
    /** Something stopped because the connection was lost. */
    hasLostLine: computed(() =>
      [...states.value.values()].some(
        (state) => state.kind === 'failed' && state.code === 'network',
      ),
    ),
    /** Modules that are proven to be whole, their size, and when the oldest proof was. */
    totals: computed(() => {
      const ready = countReady(states.value);
      let bytes: Bytes = 0;
      let verifiedAt: Timestamp | undefined;
      for (const state of states.value.values()) {
        if (state.kind !== 'ready') continue;
        bytes += state.size;
        verifiedAt = Math.min(verifiedAt ?? state.verifiedAt, state.verifiedAt);
      }
      return { ready, bytes, verifiedAt };
    }),
    setTextsKept(value: boolean): void {
      areTextsKept.value = value;
    },
    setKnown(): void {
      isKnown.value = true;
    },
    /** Follows the queue from now on. */
    attach(created: Downloads): void {
      queue = created;
      created.onChange((value) => {
        states.value = value;
      });
    },
    /** Takes wishes from now on, the one that came too early first. */
    takeWishes(take: (modules: readonly ModuleSummary[]) => void): void {
      ask = take;
      if (early) take(early);
      early = undefined;
    },
    /** Wishes for modules; something may have to be answered first, see `download-wishes.ts`. */
    download(modules: readonly ModuleSummary[]): void {
      if (ask) ask(modules);
      else early = modules;
    },
    pause: (): void => queue?.pause(),
    resume: (): void => queue?.resume(),
    cancel: (moduleId: string): void => queue?.cancel(moduleId),
    async remove(moduleId: string): Promise<void> {
      await queue?.remove(moduleId);
    },
    /** Reads every piece again and repairs what is damaged. */
    async verify(): Promise<void> {
      isVerifying.value = true;
      try {
        await queue?.verify();
      } finally {
        isVerifying.value = false;
      }
    },
  };
});

export type DownloadsState = InstanceType<typeof DownloadsModel>;

/** The address that the service worker answers from the device. */
export function downloadedAudioUrl(base: string, hash: Sha256): string {
  return `${base}_audio/${hash}`;
}

function countReady(states: ReadonlyMap<string, DownloadState>): number {
  return [...states.values()].filter(({ kind }) => kind === 'ready').length;
}

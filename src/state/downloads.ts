/** What is on the device, for the screens: mirrors the download queue and the kept texts. */
import { computed, createModel, signal } from '@preact/signals-core';
import type { DownloadState } from '../model/download.ts';
import type { ModuleSummary } from '../model/learning-route.ts';
import type { Bytes, Sha256, Timestamp } from '../model/units.ts';
import type { Downloads } from '../offline/downloads.ts';

export interface DownloadsDeps {
  /** Absent where the browser cannot keep files, and while prerendering. */
  queue?: Downloads;
}

export const DownloadsModel = createModel((deps: DownloadsDeps) => {
  const states = signal<ReadonlyMap<string, DownloadState>>(new Map());
  const areTextsKept = signal(false);
  const isVerifying = signal(false);
  const hasKind = (kind: DownloadState['kind']) =>
    [...states.value.values()].some((state) => state.kind === kind);

  return {
    /** By module id. */
    states,
    areTextsKept,
    isVerifying,
    isRunning: computed(() => hasKind('downloading') || hasKind('queued')),
    isPaused: computed(() => hasKind('paused')),
    /** Modules that are proven to be whole, their size, and when the oldest proof was. */
    totals: computed(() => {
      let ready = 0;
      let bytes: Bytes = 0;
      let verifiedAt: Timestamp | undefined;
      for (const state of states.value.values()) {
        if (state.kind !== 'ready') continue;
        ready += 1;
        bytes += state.size;
        verifiedAt = Math.min(verifiedAt ?? state.verifiedAt, state.verifiedAt);
      }
      return { ready, bytes, verifiedAt };
    }),
    setTextsKept(value: boolean): void {
      areTextsKept.value = value;
    },
    setStates(value: ReadonlyMap<string, DownloadState>): void {
      states.value = value;
    },
    downloadAll(modules: readonly ModuleSummary[]): void {
      deps.queue?.download(modules);
    },
    pause: (): void => deps.queue?.pause(),
    resume: (): void => deps.queue?.resume(),
    cancel: (moduleId: string): void => deps.queue?.cancel(moduleId),
    async remove(moduleId: string): Promise<void> {
      await deps.queue?.remove(moduleId);
    },
    /** Reads every piece again and repairs what is damaged. */
    async verify(): Promise<void> {
      isVerifying.value = true;
      try {
        await deps.queue?.verify();
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

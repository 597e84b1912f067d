/** Notices that the browser took data away, and sets the signs by which the next visit would see it. */
import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import { findDataLoss, type MarkerPlaces, markData } from '../../offline/data-marker.ts';
import type { AppStorage } from '../../storage/open-storage.ts';
import { createRecordingRecords } from '../../storage/recording-records.ts';
import type { AppTools } from '../app-tools.ts';
import type { DeviceState } from '../device.ts';
import type { ProgressState } from '../listening/progress.ts';
import type { NotebookState } from '../notebook/notebook.ts';
import type { DownloadsState } from './downloads.ts';

export interface DataLossDeps {
  storage: AppStorage;
  device: DeviceState;
  progress: ProgressState;
  notebook: NotebookState;
  downloads: DownloadsState;
  /** Know the recordings that were added since the start. */
  tools: ReadonlySignal<AppTools | undefined>;
  caches: CacheStorage;
  baseUrl: string;
  /** Fetches the code of the notice. */
  prepareNotices(): Promise<void>;
}

const SETTING = 'hadData';

/** Looks once, then follows whether there is anything that could be lost. */
export async function watchDataLoss(deps: DataLossDeps): Promise<void> {
  const { storage, device, progress, notebook, downloads, tools } = deps;
  const places: MarkerPlaces = {
    document,
    caches: deps.caches,
    baseUrl: deps.baseUrl,
    readRecord: async () => (await storage.settings.load())[SETTING] === true,
    writeRecord: () => storage.settings.save(SETTING, true),
  };
  const [loss, records, recordings] = await Promise.all([
    findDataLoss(places),
    storage.downloads.loadAll(),
    createRecordingRecords(storage.records, storage.guard).loadAll(),
  ]);
  // A cache that is gone matters to who had sound in it.
  const hadSound = records.length + recordings.length > 0;
  if (loss === 'everything' || (loss === 'downloads' && hadSound)) {
    await deps.prepareNotices().catch(() => undefined);
    device.setLoss(loss);
  }

  const hasData = computed(
    () =>
      progress.all.value.size > 0 ||
      notebook.notes.value.size > 0 ||
      recordings.length > 0 ||
      [...(tools.value?.recordings.slots.value.values() ?? [])].some((slot) => slot.recording) ||
      [...downloads.states.value.values()].some(({ kind }) => kind === 'ready'),
  );
  effect(() => {
    // While it is told the signs stay as they were found: a reload tells it again.
    const isToldOrEnded = device.loss.value !== undefined || device.hasEnded.value;
    if (hasData.value && !isToldOrEnded) void markData(places);
  });
}

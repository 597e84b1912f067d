/** The state of an app that does not move: for prerendering pages in node. */
import { signal } from '@preact/signals-core';
import type { Page } from '../model/address.ts';
import type { LearningModule } from '../model/learning-module.ts';
import type { Catalog } from '../model/learning-route.ts';
import type { AppState } from './app-state.ts';
import { AppearanceModel } from './appearance.ts';
import { ContentModel } from './content.ts';
import { DeviceModel } from './device.ts';
import { PlaybackModel } from './listening/playback.ts';
import { ProgressModel } from './listening/progress.ts';
import { LocationModel } from './location.ts';
import { NotebookModel } from './notebook/notebook.ts';
import { DownloadsModel } from './offline/downloads.ts';
import { SettingsModel } from './settings.ts';

export interface StillAppOptions {
  base: string;
  catalog: Catalog;
  page: Page;
  modules: readonly LearningModule[];
  version: string;
}

/** Nothing is stored, nothing plays; a module page has its module in the player, as at a first visit. */
export function createStillApp({
  base,
  catalog,
  page,
  modules,
  version,
}: StillAppOptions): AppState {
  const nothing = () => undefined;
  const content = new ContentModel({ base, catalog, modules });
  const progress = new ProgressModel({ save: async () => undefined, now: () => 0 });
  const playback = new PlaybackModel({
    content,
    progress,
    chooseUrl: (summary) => ({ url: summary.audio?.url ?? '' }),
    rateOf: () => 1,
    saveRate: nothing,
  });
  if (page.kind === 'module') playback.open(page.routeId, page.moduleId, page.time);
  return {
    base,
    content,
    progress,
    playback,
    location: new LocationModel({
      base,
      initial: page,
      knownIds: () => catalog,
      preparePage: async () => undefined,
    }),
    notebook: new NotebookModel({
      pause: () => false,
      play: nothing,
      createId: () => '',
      now: () => 0,
    }),
    downloads: new DownloadsModel(),
    appearance: new AppearanceModel({
      read: nothing,
      write: nothing,
      show: nothing,
      keep: nothing,
    }),
    tools: signal(undefined),
    offline: signal(undefined),
    settings: new SettingsModel({ save: nothing }),
    device: new DeviceModel({
      version,
      isStandalone: false,
      needsSteps: false,
      install: nothing,
      applyUpdate: nothing,
    }),
  };
}

/** Everything that is true now, in one object that the screens read. */
import type { ReadonlySignal } from '@preact/signals-core';
import type { AppTools } from './app-tools.ts';
import type { AppearanceState } from './appearance.ts';
import type { ContentState } from './content.ts';
import type { DeviceState } from './device.ts';
import type { PlaybackState } from './listening/playback.ts';
import type { ProgressState } from './listening/progress.ts';
import type { LocationState } from './location.ts';
import type { NotebookState } from './notebook/notebook.ts';
import type { DownloadsState } from './offline/downloads.ts';
import type { OfflineTools } from './offline/offline-tools.ts';
import type { SettingsState } from './settings.ts';

export interface AppState {
  /** The folder of the app on the host, with both slashes. */
  base: string;
  location: LocationState;
  content: ContentState;
  playback: PlaybackState;
  progress: ProgressState;
  notebook: NotebookState;
  downloads: DownloadsState;
  appearance: AppearanceState;
  settings: SettingsState;
  /** What the page about being offline works with; absent until its code is there, after the first view. */
  offline: ReadonlySignal<OfflineTools | undefined>;
  /** Absent until their code is there: with the first page after the route page or the first touch of a play control. */
  tools: ReadonlySignal<AppTools | undefined>;
  device: DeviceState;
}

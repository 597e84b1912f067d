/** The models that are there from the first view on: what screens read first, and what all later code builds on. */
import type { ContentState } from './content.ts';
import type { DeviceState } from './device.ts';
import type { PlaybackState } from './listening/playback.ts';
import type { ProgressState } from './listening/progress.ts';
import type { LocationState } from './location.ts';
import type { NotebookState } from './notebook/notebook.ts';
import type { DownloadsState } from './offline/downloads.ts';
import type { SettingsState } from './settings.ts';

export interface AppParts {
  /** The folder of the app on the host, with both slashes. */
  base: string;
  location: LocationState;
  content: ContentState;
  playback: PlaybackState;
  progress: ProgressState;
  notebook: NotebookState;
  settings: SettingsState;
  device: DeviceState;
  downloads: DownloadsState;
}

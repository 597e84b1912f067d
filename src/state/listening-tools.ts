/**
 * What makes listening pleasant beyond play and pause. The code comes with the first module page or the
 * first touch of a play control, not with the first view; each tool hangs on the player's facts.
 */
import type { AppStorage } from '../storage/open-storage.ts';
import type { ContentState } from './content.ts';
import type { NotebookState } from './notebook.ts';
import type { PlaybackState } from './playback.ts';
import type { ProgressState } from './progress.ts';
import type { SettingsState } from './settings.ts';

/** The parts of the app that tools may build on. */
export interface ToolParts {
  base: string;
  storage: AppStorage;
  content: ContentState;
  playback: PlaybackState;
  progress: ProgressState;
  notebook: NotebookState;
  settings: SettingsState;
}

/** All tools; one member each. */
export type ListeningTools = ReturnType<typeof createListeningTools>;

/** Makes the tools, once. */
export function createListeningTools(_parts: ToolParts) {
  return {};
}

/**
 * What makes listening pleasant beyond play and pause. The code comes with the first page after the
 * route page or the first touch of a play control, not with the first view; each tool hangs on the player's facts.
 */
import { storedRate } from '../../model/playback-rate.ts';
import type { HeardRange } from '../../model/progress.ts';
import type { Sound } from '../../model/sound.ts';
import type { WorkerMessage } from '../../model/worker-message.ts';
import { createJournalStore } from '../../storage/journal-store.ts';
import type { AppStorage } from '../../storage/open-storage.ts';
import type { ContentState } from '../content.ts';
import type { DeviceState } from '../device.ts';
import type { LocationState } from '../location.ts';
import { createBackupTools } from '../notebook/connect-backup.ts';
import { connectSearch } from '../notebook/connect-search.ts';
import { createNoteTools } from '../notebook/note-tools.ts';
import type { NotebookState } from '../notebook/notebook.ts';
import type { DownloadsState } from '../offline/downloads.ts';
import { createQuestionTools } from '../questions/question-tools.ts';
import { createReadingTools } from '../reading/reading-tools.ts';
import { connectRecordings } from '../recordings/connect-recordings.ts';
import type { SettingsState } from '../settings.ts';
import { createListeningTime } from './listening-time.ts';
import type { PlaybackState } from './playback.ts';
import type { ProgressState } from './progress.ts';
import { createRouteTools } from './route-tools.ts';
import { listenToShortcuts } from './shortcuts.ts';
import { SoundNoticesModel } from './sound-notices.ts';

/** The parts of the app that tools may build on. */
export interface ToolParts {
  base: string;
  storage: AppStorage;
  content: ContentState;
  location: LocationState;
  playback: PlaybackState;
  progress: ProgressState;
  notebook: NotebookState;
  settings: SettingsState;
  device: DeviceState;
  downloads: DownloadsState;
  /** Where the sound of a module is: on the device when it is proven to be there. */
  chooseUrl: (summary: Sound) => { url: string; fallback?: string };
  /** Counts a passage of what is loaded as heard. */
  addHeard: (range: HeardRange) => void;
  /** Lets the address of a script of our own through, as the page's policy asks. */
  scriptUrl: (url: string) => string;
  /** Tells the service worker something. */
  send: (message: WorkerMessage) => void;
  /** To be called after something was kept for the first time. */
  onKept: () => void;
  /** Fetches the code of the pages after the route page. @throws when it cannot be loaded */
  fetchScreens: () => Promise<void>;
}

/** All tools; one member each. */
export type ListeningTools = ReturnType<typeof createListeningTools>;

/** Makes the tools, once. */
export function createListeningTools(parts: ToolParts) {
  const notes = createNoteTools(parts);
  const tools = {
    ...createQuestionTools(parts),
    ...createBackupTools(parts, notes.safety),
    notes,
    search: connectSearch(parts),
    reading: createReadingTools(parts),
    time: createListeningTime({
      ...parts,
      journalStore: createJournalStore(parts.storage.records, parts.storage.guard),
    }),
    route: createRouteTools(parts),
    recordings: connectRecordings(parts),
    notices: new SoundNoticesModel({
      playback: parts.playback,
      loadStored: async (key, routeId) => {
        const { records } = parts.storage;
        const [progress, settings] = await Promise.all([
          records.read(['progress'], (tx) => tx.get('progress', key)),
          parts.storage.settings.load(),
        ]);
        return { progress, rate: storedRate(settings, routeId) };
      },
    }),
  };
  listenToShortcuts(parts, tools);
  return tools;
}

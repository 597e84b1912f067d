/**
 * All that the app does beyond showing the route and playing it: time, questions, notes, search, recordings. The
 * code comes with the first page after the route page or the first touch of a play control, not with the first view.
 */
import { storedRate } from '../model/playback-rate.ts';
import { createJournalStore } from '../storage/journal-store.ts';
import { createListeningTime } from './listening/listening-time.ts';
import { createRouteTools } from './listening/route-tools.ts';
import { listenToShortcuts } from './listening/shortcuts.ts';
import { SoundNoticesModel } from './listening/sound-notices.ts';
import { createBackupTools } from './notebook/connect-backup.ts';
import { connectSearch } from './notebook/connect-search.ts';
import { createNoteTools } from './notebook/note-tools.ts';
import { warnBeforeLeaving } from './notebook/warn-leaving.ts';
import { showPresentAddress } from './present-address.ts';
import { createQuestionTools } from './questions/question-tools.ts';
import { createReadingTools } from './reading/reading-tools.ts';
import { connectRecordings } from './recordings/connect-recordings.ts';
import type { ToolParts } from './tool-parts.ts';

/** All tools; one member each. */
export type AppTools = ReturnType<typeof createAppTools>;

/** Makes the tools, once. */
export function createAppTools(parts: ToolParts) {
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
      settingsStore: parts.storage.settings,
    }),
    route: createRouteTools(parts),
    recordings: connectRecordings(parts),
    notices: new SoundNoticesModel({
      playback: parts.playback,
      location: parts.location,
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
  showPresentAddress(parts, window);
  warnBeforeLeaving({ ...parts, voice: tools.voice, target: window });
  return tools;
}

/**
 * What makes listening pleasant beyond play and pause. The code comes with the first page after the
 * route page or the first touch of a play control, not with the first view; each tool hangs on the player's facts.
 */

import { storedRate } from '../../model/playback-rate.ts';
import { createJournalStore } from '../../storage/journal-store.ts';
import { createBackupTools } from '../notebook/connect-backup.ts';
import { connectSearch } from '../notebook/connect-search.ts';
import { createNoteTools } from '../notebook/note-tools.ts';
import { warnBeforeLeaving } from '../notebook/warn-leaving.ts';
import { createQuestionTools } from '../questions/question-tools.ts';
import { createReadingTools } from '../reading/reading-tools.ts';
import { connectRecordings } from '../recordings/connect-recordings.ts';
import { createListeningTime } from './listening-time.ts';
import { createRouteTools } from './route-tools.ts';
import { listenToShortcuts } from './shortcuts.ts';
import { SoundNoticesModel } from './sound-notices.ts';
import type { ToolParts } from './tool-parts.ts';

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
  warnBeforeLeaving({ ...parts, voice: tools.voice, target: window });
  return tools;
}

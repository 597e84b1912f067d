/** What is done with notes besides writing them: deleting, joining versions, coming back to plans. */
import type { Revision } from '../../model/note.ts';
import { createNoteBin } from '../../storage/note-bin.ts';
import type { ToolParts } from '../listening/tool-parts.ts';
import { BinModel } from './bin.ts';
import { PlansModel } from './plans.ts';
import { SafetyModel } from './safety.ts';
import { saveFile } from './save-file.ts';
import { type JoinOutcome, joinNoteVersions } from './versions.ts';

/** Makes the tools; what was deleted long ago is cleared away. */
export function createNoteTools(parts: ToolParts) {
  const { storage, notebook, device } = parts;
  const bin = createNoteBin(storage.records, storage.guard, () => crypto.randomUUID());
  const model = new BinModel({ bin, notebook, now: Date.now });
  const plans = new PlansModel({
    notebook,
    fetchScreens: parts.fetchScreens,
    saveFile,
    appUrl: new URL(parts.base, document.baseURI).href,
    now: Date.now,
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') plans.lookAgain();
  });
  // What cannot be cleared away now is cleared away at a later start.
  const purge = () => void bin.purge(Date.now()).catch(() => undefined);
  purge();
  storage.onKindChange(purge);
  return {
    bin: model,
    plans,
    safety: new SafetyModel({ notebook, device, settings: storage.settings, now: Date.now }),
    versions: {
      join: (noteId: string, choice: Revision | 'all'): Promise<JoinOutcome> =>
        joinNoteVersions({ bin, notebook, noteId, choice, now: Date.now }),
    },
  };
}

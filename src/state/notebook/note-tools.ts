/** What is done with notes besides writing them: deleting, joining versions, coming back to plans. */
import type { Revision } from '../../model/note.ts';
import type { Milliseconds } from '../../model/units.ts';
import { createNoteBin } from '../../storage/note-bin.ts';
import { scanRecords } from '../../storage/scan-records.ts';
import type { ToolParts } from '../tool-parts.ts';
import { BinModel } from './bin.ts';
import { PlansModel } from './plans.ts';
import { SafetyModel } from './safety.ts';
import { saveFile } from './save-file.ts';
import { type JoinOutcome, joinNoteVersions } from './versions.ts';

/** Long after the first view, and after what somebody does who comes for one thing. */
const SCAN_DELAY: Milliseconds = 10_000;

/** Makes the tools; what was deleted long ago is cleared away. */
export function createNoteTools(parts: ToolParts) {
  const { storage, notebook, device } = parts;
  const { records, guard, settings } = storage;
  const bin = createNoteBin(records, guard, () => crypto.randomUUID());
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
  if (storage.kind === 'indexeddb') setTimeout(scan, SCAN_DELAY);

  function scan(): void {
    // What cannot be read now is read at a later start.
    scanRecords({ records, guard, settings, rest: whenIdle, now: Date.now }).catch(() => undefined);
  }

  return {
    bin: model,
    plans,
    safety: new SafetyModel({ notebook, device, settings, now: Date.now }),
    versions: {
      join: (noteId: string, choice: Revision | 'all'): Promise<JoinOutcome> =>
        joinNoteVersions({ bin, notebook, noteId, choice, now: Date.now }),
    },
  };
}

/** Safari has no idle callback: there it waits a moment. */
function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 5000 });
    else setTimeout(resolve, 200);
  });
}

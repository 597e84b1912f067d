/** What is of use once something plays: the lock screen, and a worker for the place in the sound. */
import type { Progress } from '../../model/progress.ts';
import type { ScriptUrls } from '../../offline/script-urls.ts';
import type { AppStorage } from '../../storage/open-storage.ts';
import workerUrl from '../../storage/position-worker.ts?worker&url';
import { createPositionWriter } from '../../storage/position-writer.ts';
import { createLockScreen, type LockScreen, type LockScreenParts } from './lock-screen.ts';

export interface PlayingParts {
  lockScreen: LockScreen;
  /** Resolves when it is stored. */
  savePosition(progress: Progress): Promise<void>;
}

/** Makes them; their code comes with the engine. */
export function createPlayingParts(
  parts: LockScreenParts & { storage: AppStorage; scriptUrl: ScriptUrls },
): PlayingParts {
  const { storage, scriptUrl } = parts;
  const write = createPositionWriter({
    start: () => new Worker(scriptUrl(workerUrl)),
    save: (progress) => storage.progress.save(progress),
  });
  return {
    lockScreen: createLockScreen(parts),
    // Where the page itself has no database, a worker has none either.
    savePosition: (progress) =>
      storage.kind === 'indexeddb' ? write(progress) : storage.progress.save(progress),
  };
}

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
  /** Everything was wiped: nothing is shown or written any more. */
  end(): void;
}

/** Makes them; their code comes with the engine. */
export function createPlayingParts(
  parts: LockScreenParts & { storage: AppStorage; scriptUrl: ScriptUrls },
): PlayingParts {
  const { storage, scriptUrl } = parts;
  const lockScreen = createLockScreen(parts);
  let worker: Worker | undefined;
  let hasEnded = false;
  const write = createPositionWriter({
    start() {
      worker = new Worker(scriptUrl(workerUrl));
      return worker;
    },
    save: (progress) => storage.progress.save(progress),
  });
  return {
    lockScreen,
    // Where the page itself has no database, a worker has none either.
    savePosition: (progress) =>
      storage.kind === 'indexeddb' && !hasEnded ? write(progress) : storage.progress.save(progress),
    end() {
      hasEnded = true;
      worker?.terminate();
      lockScreen.clear();
    },
  };
}

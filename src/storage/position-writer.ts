/** The page's side of the worker that writes places in the sound; what that cannot do, the page does itself. */
import type { Progress } from '../model/progress.ts';
import type { WriteAnswer, WriteRequest } from './position-worker.ts';

/** The part of a `Worker` that is used. */
export interface PositionWorker {
  postMessage(request: WriteRequest): void;
  onmessage: ((event: MessageEvent<WriteAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface PositionWriterOptions {
  /** Called at the first write. @throws where no worker may be started */
  start: () => PositionWorker;
  /** Writes from the page. */
  save: (progress: Progress) => Promise<void>;
}

/** Makes the writer. @returns A function that resolves when it is stored, as `ProgressStore.save` does. */
export function createPositionWriter({
  start,
  save,
}: PositionWriterOptions): (progress: Progress) => Promise<void> {
  const waiting = new Map<number, (isWritten: boolean) => void>();
  let worker: PositionWorker | undefined;
  let isBroken = false;
  let lastNumber = 0;

  function giveUp(): void {
    isBroken = true;
    for (const answer of waiting.values()) answer(false);
    waiting.clear();
  }

  function prepare(): PositionWorker {
    if (worker) return worker;
    worker = start();
    worker.onerror = giveUp;
    worker.onmessage = ({ data: { number, isWritten } }) => {
      waiting.get(number)?.(isWritten);
      waiting.delete(number);
    };
    return worker;
  }

  function ask(progress: Progress): Promise<boolean> {
    return new Promise((resolve) => {
      lastNumber += 1;
      waiting.set(lastNumber, resolve);
      try {
        prepare().postMessage({ number: lastNumber, progress });
      } catch {
        // No workers here, or none from this address: the page writes from now on.
        giveUp();
      }
    });
  }

  return async (progress) => {
    if (isBroken || !(await ask(progress))) await save(progress);
  };
}

/**
 * The worker that writes places in the sound while it plays, so that the page is not woken for it. It keeps a
 * connection of its own, which gives way to other tabs and heals as that of the page does.
 */
import type { Progress } from '../model/progress.ts';
import { createDatabase } from './database.ts';
import { DATABASE_NAME } from './database-steps.ts';
import { createProgressStore } from './progress-store.ts';
import { createRecordGuard } from './record-guard.ts';
import { StorageError } from './storage-error.ts';

/** What the page asks: to write this. */
export interface WriteRequest {
  number: number;
  progress: Progress;
}

/** The answer: it was written, or could not be. */
export interface WriteAnswer {
  number: number;
  isWritten: boolean;
}

/** The part of the worker's own scope that is used; the types of the page do not have it. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { data: WriteRequest }) => void): void;
  postMessage(answer: WriteAnswer): void;
}

const scope = self as unknown as WorkerScope;
const store = createProgressStore(
  createDatabase({
    name: DATABASE_NAME,
    factory: indexedDB,
    async beforeUpgrade() {
      throw new StorageError('unavailable', 'The page makes a copy first, and writes until then.');
    },
  }),
  // The page tells of records that cannot be read; here they are only kept.
  createRecordGuard(() => undefined),
);

scope.addEventListener('message', ({ data: { number, progress } }) => {
  store.save(progress).then(
    () => scope.postMessage({ number, isWritten: true }),
    () => scope.postMessage({ number, isWritten: false }),
  );
});

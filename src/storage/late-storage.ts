/**
 * Opens the storage when it is first needed. Its code is a fifth of the first view, and a first visit has
 * nothing to read: there it comes with the first touch, or once the first view is done.
 */
import type { AppStorage } from './open-storage.ts';

/** The storage, there or still to come. */
export interface LateStorage {
  /**
   * Opens it now, unless that was done before.
   *
   * @throws the error of the import when its code cannot be fetched; a later call can succeed.
   */
  open(): Promise<AppStorage>;
  /** Fulfilled once something opened it; never rejects, and opens nothing by itself. */
  readonly whenOpened: Promise<AppStorage>;
  /** The storage at this moment, for what cannot wait. */
  readonly opened: AppStorage | undefined;
  /** Everything is being deleted: lets go, and opens nothing from now on. */
  end(): Promise<void>;
}

/** @param load - Fetches the code and opens the storage. */
export function createLateStorage(load: () => Promise<AppStorage>): LateStorage {
  let opening: Promise<AppStorage> | undefined;
  let opened: AppStorage | undefined;
  let hasEnded = false;
  let tell: (storage: AppStorage) => void = () => undefined;
  const whenOpened = new Promise<AppStorage>((resolve) => {
    tell = resolve;
  });

  async function start(): Promise<AppStorage> {
    try {
      if (hasEnded) throw new Error('Everything was wiped.');
      opened = await load();
      if (hasEnded) await opened.letGo();
    } catch (error) {
      opening = undefined;
      throw error;
    }
    tell(opened);
    return opened;
  }

  return {
    open() {
      opening ??= start();
      return opening;
    },
    whenOpened,
    get opened() {
      return opened;
    },
    async end() {
      hasEnded = true;
      await opened?.letGo();
    },
  };
}

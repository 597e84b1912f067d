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
}

/** @param load - Fetches the code and opens the storage. */
export function createLateStorage(load: () => Promise<AppStorage>): LateStorage {
  let opening: Promise<AppStorage> | undefined;
  let opened: AppStorage | undefined;
  let tell: (storage: AppStorage) => void = () => undefined;
  const whenOpened = new Promise<AppStorage>((resolve) => {
    tell = resolve;
  });

  async function start(): Promise<AppStorage> {
    try {
      opened = await load();
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
  };
}

/**
 * Opens the records where they can be kept: in the database, or in memory when that does not open, fast
 * enough or at all. Follows what becomes of it: a database that opens late, or that a newer version took over.
 */
import { createDatabase } from './database.ts';
import { createMemoryStore } from './memory-store.ts';
import { createOvertakenStore } from './overtaken-store.ts';
import type { RecordGuard } from './record-guard.ts';
import type { RecordStore } from './record-store.ts';
import { StorageError, toStorageError } from './storage-error.ts';
import { createSwitchingStore } from './switching-store.ts';

/** Makes a copy of what is stored, in the form of an earlier version, before that is changed. */
export type CopyBeforeUpgrade = (stored: RecordStore, oldVersion: number) => Promise<void>;

export interface OpenRecordsOptions {
  name: string;
  factory: IDBFactory | undefined;
  guard: RecordGuard;
  /** How long is waited for the database. */
  limitMs: number;
  copyBeforeUpgrade: CopyBeforeUpgrade | undefined;
  /** The database let a newer version go first, and can be read only from now on. */
  onOvertaken: () => void;
  onErased: () => void;
}

/** The records, and what stands in the way of keeping them. */
export interface OpenedRecords {
  readonly records: RecordStore;
  /** The same, or the database of a newer version that this one may only read. */
  readonly exportRecords: RecordStore;
  readonly problem: StorageError | undefined;
  /** Whether a later start finds what is left in localStorage now. */
  readonly hasDatabase: boolean;
  /** Waits for a database that is still opening, and goes on there. Rejects when it does not open. */
  moveToDatabase(): Promise<void>;
}

/** Never rejects. @returns After at most the limit. */
export async function openRecords(options: OpenRecordsOptions): Promise<OpenedRecords> {
  const { name, factory, guard } = options;
  let isBlocked = false;
  let isOvertaken = false;
  let asItIs: RecordStore | undefined;
  const readAsItIs = (found: IDBFactory) => {
    asItIs ??= createDatabase({ name, factory: found, steps: 'as-it-is' });
    return asItIs;
  };
  const database = factory && openWith(factory);
  const opening = database
    ? // A read proves that it works; some browsers open a database that then refuses everything.
      database.read(['settings'], (tx) => tx.get('settings', 'none')).then(() => undefined)
    : Promise.reject(new StorageError('unavailable', 'This browser gives no IndexedDB.'));
  let problem = await settle(opening, options.limitMs, () =>
    isBlocked
      ? new StorageError('blocked', 'Another tab holds an older version of the storage open.')
      : new StorageError('unavailable', 'The storage does not answer.'),
  );
  const records = createSwitchingStore(
    database && problem === undefined ? follow(database) : createMemoryStore(),
  );

  function openWith(found: IDBFactory): RecordStore {
    const { copyBeforeUpgrade } = options;
    return createDatabase({
      name,
      factory: found,
      onBlocked: () => {
        isBlocked = true;
      },
      onErased: options.onErased,
      ...(copyBeforeUpgrade && {
        async beforeUpgrade(oldVersion) {
          const stored = createDatabase({ name, factory: found, steps: 'as-it-is' });
          try {
            await copyBeforeUpgrade(stored, oldVersion);
          } catch {
            // No room for it: a step only adds, and does all of it or nothing. Not keeping anything is worse.
          } finally {
            await stored.close();
          }
        },
      }),
    });
  }

  function follow(opened: RecordStore): RecordStore {
    return createOvertakenStore({
      database: opened,
      asItIs: () => (factory ? readAsItIs(factory) : opened),
      onOvertaken(error) {
        isOvertaken = true;
        problem = error;
        options.onOvertaken();
      },
    });
  }

  return {
    records,
    get exportRecords() {
      return problem?.code === 'newer' && factory ? readAsItIs(factory) : records;
    },
    get problem() {
      return problem;
    },
    get hasDatabase() {
      return problem === undefined || isOvertaken;
    },
    async moveToDatabase() {
      await opening;
      if (!database) return;
      await records.moveTo(follow(database), guard);
      problem = undefined;
    },
  };
}

/** Waits for the opening, but not forever. @returns What stands in the way, if anything does. */
async function settle(
  opening: Promise<void>,
  limitMs: number,
  tooLate: () => StorageError,
): Promise<StorageError | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<StorageError>((resolve) => {
    timer = setTimeout(() => resolve(tooLate()), limitMs);
  });
  const opened = opening.then(
    () => undefined,
    (error: unknown) => toStorageError(error, 'open'),
  );
  const problem = await Promise.race([opened, late]);
  clearTimeout(timer);
  return problem;
}

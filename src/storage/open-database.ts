/**
 * Asks the browser for the database in the version of this build: makes it, brings an earlier one up to date
 * after a copy was made of what is in it, or waits for a tab that holds an older version open.
 */
import { DATABASE_STEPS, type DatabaseStep, upgradeDatabase } from './database-steps.ts';
import { StorageError } from './storage-error.ts';

/** Which database, and where. */
export interface OpenDatabaseOptions {
  name: string;
  factory: IDBFactory;
  /** Another tab holds an older version open; called at most once for each time it is opened. */
  onBlocked?: () => void;
  /**
   * Called before a database of an earlier version is changed, which is not done when it rejects. The
   * connection is closed meanwhile, so that what is there can be read.
   */
  beforeUpgrade?: (oldVersion: number) => Promise<void>;
  /**
   * `as-it-is` opens whatever version is there, also a newer one: only to read, and never to make one.
   * @defaultValue the steps of this build
   */
  steps?: readonly DatabaseStep[] | 'as-it-is';
}

/** What an opening came to. */
type Opening = { kind: 'open'; database: IDBDatabase } | { kind: 'older'; version: number };

/** Rejects when the browser refuses; a late success is still used by whoever asks next. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<IDBDatabase> {
  const { beforeUpgrade } = options;
  let opening = await request(options, beforeUpgrade === undefined);
  if (opening.kind === 'older') {
    await beforeUpgrade?.(opening.version);
    opening = await request(options, true);
  }
  if (opening.kind === 'open') return opening.database;
  throw new StorageError('unavailable', 'The storage could not be brought up to date.');
}

function request(
  { name, factory, onBlocked, steps = DATABASE_STEPS }: OpenDatabaseOptions,
  mayUpgrade: boolean,
): Promise<Opening> {
  return new Promise((resolve, reject) => {
    const isAsItIs = steps === 'as-it-is';
    const asked = isAsItIs ? factory.open(name) : factory.open(name, steps.length);
    let older: number | undefined;
    let failure: unknown;
    asked.onupgradeneeded = ({ oldVersion }) => {
      const { transaction, result } = asked;
      try {
        if (isAsItIs) throw new StorageError('unavailable', `There is no database ${name}.`);
        if (oldVersion > 0 && !mayUpgrade) {
          older = oldVersion;
          transaction?.abort();
        } else if (transaction) upgradeDatabase(steps, result, transaction, oldVersion);
      } catch (error) {
        // All or nothing: an earlier version stays as it was, and code of that version goes on with it.
        failure = error;
        transaction?.abort();
      }
    };
    asked.onblocked = () => onBlocked?.();
    asked.onsuccess = () => resolve({ kind: 'open', database: asked.result });
    asked.onerror = () => {
      if (older === undefined) reject(failure ?? asked.error);
      else resolve({ kind: 'older', version: older });
    };
  });
}

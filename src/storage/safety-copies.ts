/**
 * Copies of the notebook from before something was brought back or changed, in a database of their own: what goes
 * wrong with the first cannot touch them. Bytes are kept in pieces, and a copy counts once all are there.
 */
import { type Bytes, DAY, type Milliseconds, type Timestamp } from '../model/units.ts';
import { StorageError, toStorageError } from './storage-error.ts';

/** The name of the second database. */
export const SAFETY_DATABASE = 'luisterroute-veiligheidskopieen';

/** How long a copy is kept. */
export const SAFETY_COPY_LIFE: Milliseconds = 30 * DAY;

const PIECE_SIZE: Bytes = 1_048_576;

/** What is known of a copy without its bytes. */
export interface SafetyCopy {
  id: string;
  createdAt: Timestamp;
  size: Bytes;
}

/** All methods throw a `StorageError`. */
export interface SafetyCopies {
  /** Newest first; what is too old is removed. */
  list(): Promise<SafetyCopy[]>;
  /** Resolves once all of it is on the device; takes the place of an earlier one with this id. */
  save(file: Blob): Promise<SafetyCopy>;
  /** @returns `undefined` when it is not there, or not whole. */
  load(id: string): Promise<Blob | undefined>;
}

export interface SafetyCopiesOptions {
  /** Absent where the browser gives none. */
  factory: IDBFactory | undefined;
  now: () => Timestamp;
  createId: () => string;
}

/** Opens the database for each call only: a copy is made seldom, and an open handle is in the way of deleting. */
export function createSafetyCopies({ factory, now, createId }: SafetyCopiesOptions): SafetyCopies {
  async function run<T>(
    mode: IDBTransactionMode,
    work: (copies: IDBObjectStore, pieces: IDBObjectStore) => Promise<T>,
  ): Promise<T> {
    try {
      const database = await open(factory);
      try {
        const transaction = database.transaction(['copies', 'pieces'], mode, {
          durability: 'strict',
        });
        const done = completed(transaction);
        // Told apart from the work's own error; without this an abort would count as unhandled.
        done.catch(() => undefined);
        const result = await work(
          transaction.objectStore('copies'),
          transaction.objectStore('pieces'),
        );
        await done;
        return result;
      } finally {
        database.close();
      }
    } catch (error) {
      throw toStorageError(error, 'safety copies');
    }
  }

  return {
    list: () =>
      run('readwrite', async (copies, pieces) => {
        const found = (await answered(copies.getAll())) as SafetyCopy[];
        const old = found.filter(({ createdAt }) => createdAt + SAFETY_COPY_LIFE < now());
        for (const { id } of old) remove(copies, pieces, id);
        return found
          .filter((copy) => !old.includes(copy))
          .sort((a, b) => b.createdAt - a.createdAt);
      }),
    async save(file) {
      const copy: SafetyCopy = { id: createId(), createdAt: now(), size: file.size };
      await run('readwrite', async (copies, pieces) => remove(copies, pieces, copy.id));
      for (let start = 0; start < file.size; start += PIECE_SIZE) {
        const bytes = await file.slice(start, start + PIECE_SIZE).arrayBuffer();
        const index = start / PIECE_SIZE;
        await run('readwrite', (_, pieces) => answered(pieces.put({ id: copy.id, index, bytes })));
      }
      await run('readwrite', (copies) => answered(copies.put(copy)));
      return copy;
    },
    load: (id) =>
      run('readonly', async (copies, pieces) => {
        const copy = (await answered(copies.get(id))) as SafetyCopy | undefined;
        const parts = (await answered(pieces.getAll(piecesOf(id)))) as { bytes: ArrayBuffer }[];
        const file = new Blob(
          parts.map(({ bytes }) => bytes),
          { type: 'application/zip' },
        );
        return copy && copy.size === file.size ? file : undefined;
      }),
  };
}

function remove(copies: IDBObjectStore, pieces: IDBObjectStore, id: string): void {
  copies.delete(id);
  pieces.delete(piecesOf(id));
}

function piecesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

async function open(factory: IDBFactory | undefined): Promise<IDBDatabase> {
  if (!factory) throw new StorageError('unavailable', 'This browser gives no IndexedDB.');
  const request = factory.open(SAFETY_DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('copies', { keyPath: 'id' });
    request.result.createObjectStore('pieces', { keyPath: ['id', 'index'] });
  };
  return answered(request).then((database) => {
    database.onversionchange = () => database.close();
    return database;
  });
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

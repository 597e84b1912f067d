/** Looks into the app's database from outside, to tell what is really on the device. */
import { expect, type Page } from '@playwright/test';
import type { JournalEntry } from '../../src/model/journal.ts';
import type { Draft, Note, Revision } from '../../src/model/note.ts';
import type { Progress } from '../../src/model/progress.ts';
import type { Recording } from '../../src/model/recording.ts';

interface Stores {
  drafts: Draft;
  journal: JournalEntry;
  notes: Note;
  progress: Progress;
  recordings: Recording;
  revisions: Revision;
  settings: { key: string; value: unknown };
}

/** Reads all records of a store. The app must have been opened before, or there is no database. */
export async function storedRecords<Name extends keyof Stores>(
  page: Page,
  store: Name,
): Promise<Stores[Name][]> {
  return page.evaluate(async (name) => {
    const request = indexedDB.open('luisterroute');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const asked = database.transaction(name).objectStore(name).getAll();
    const records = await new Promise<Stores[Name][]>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    database.close();
    return records;
  }, store);
}

/** Waits until a choice is kept: a page that is left at once takes what it was writing with it. */
export async function expectSettingKept(page: Page, key: string, value: unknown): Promise<void> {
  await expect
    .poll(async () => (await storedRecords(page, 'settings')).find((kept) => kept.key === key))
    .toMatchObject({ value });
}

/** What is remembered of the sound of one module of the route, if anything is. */
export async function storedProgress(page: Page, moduleId: string): Promise<Progress | undefined> {
  const records = await storedRecords(page, 'progress');
  return records.find(({ key }) => key === `twee-werelden/${moduleId}`);
}

/** Remembers passages of a module as heard earlier; takes effect when the page is opened anew. */
export async function storeProgress(page: Page, progress: Progress): Promise<void> {
  await storeRecords(page, { progress: [progress] });
}

/** Puts records beside what is stored; they take effect when the page is opened anew. */
export async function storeRecords(
  page: Page,
  records: Readonly<Record<string, readonly object[]>>,
): Promise<void> {
  await page.evaluate(async (given) => {
    const request = indexedDB.open('luisterroute');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction(Object.keys(given), 'readwrite');
    for (const [store, list] of Object.entries(given)) {
      for (const record of list) transaction.objectStore(store).put({ schema: 1, ...record });
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    database.close();
  }, records);
}

/** Everything in every database of the app, as text: two of them are equal when nothing changed. */
export async function dumpDatabases(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([
          done(records.getAllKeys()),
          done<unknown[]>(records.getAll()),
        ]);
        found.push([name, store, keys, values]);
      }
      database.close();
    }
    return JSON.stringify(found, (_, value) =>
      value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value,
    );
  });
}

/** Everything of the app that is in this browser, by name; an empty cache keeps nothing. */
export function keptNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const cached = (await caches.keys()).map(async (name) => {
      const { length } = await (await caches.open(name)).keys();
      return length === 0 ? `empty cache ${name}` : `cache ${name}`;
    });
    return [
      ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
      ...(await Promise.all(cached)),
      ...Object.keys(localStorage).map((key) => `key ${key}`),
      ...Object.keys(sessionStorage).map((key) => `session key ${key}`),
      ...document.cookie.split('; ').filter((cookie) => cookie !== ''),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
    ];
  });
}

/** A page that a newer version of the app overtakes while it is open: it reads, writes nothing, and loses no word. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Note } from '../../../src/model/note.ts';
import { createDatabase } from '../../../src/storage/database.ts';
import { addStores, DATABASE_STEPS } from '../../../src/storage/database-steps.ts';
import { createDraftWriter } from '../../../src/storage/draft-writer.ts';
import { type AppStorage, openStorage } from '../../../src/storage/open-storage.ts';
import { FakeFactory, FakeLocalStorage, FakeLocks } from './fake-browser.ts';

const LATER_STEPS = [
  ...DATABASE_STEPS,
  (database: IDBDatabase) => addStores(database, { later: { keyPath: 'id' } }),
];

const note: Note = {
  id: 'note-1',
  kind: 'answer',
  routeId: 'route',
  moduleId: 'module',
  anchor: { questionId: 'vraag' },
  createdAt: 500,
};

const opened: AppStorage[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((storage) => storage.close()));
});

async function openPage(factory: FakeFactory, localStorage: FakeLocalStorage) {
  const storage = await openStorage({
    indexedDB: factory.asFactory(),
    localStorage,
    locks: new FakeLocks(),
  });
  opened.push(storage);
  return storage;
}

async function overtake(factory: FakeFactory): Promise<void> {
  const newer = createDatabase({
    name: 'luisterroute',
    factory: factory.asFactory(),
    steps: LATER_STEPS,
  });
  await newer.read(['settings'], (tx) => tx.getAll('settings'));
  await newer.close();
}

test('it says that the app must be renewed, and what is stored can be read and taken out', async () => {
  const factory = new FakeFactory();
  const storage = await openPage(factory, new FakeLocalStorage());
  await storage.notes.create(note);
  const draft = { noteId: note.id, tabId: storage.tabId, parents: [], updatedAt: 1 };
  await storage.notes.saveDraft({ ...draft, text: 'van eerder', sequence: 1 });
  await overtake(factory);
  const changed = vi.fn();
  storage.onKindChange(changed);
  await expect(
    storage.notes.saveDraft({ ...draft, text: 'te laat', sequence: 2 }),
  ).rejects.toMatchObject({ code: 'newer' });
  expect(changed.mock.calls).toEqual([['memory']]);
  expect(storage.kind).toBe('memory');
  expect(storage.problem?.code).toBe('newer');
  expect((await storage.notes.loadAll()).map(({ text }) => text)).toEqual(['van eerder']);
  const exported = await storage.exportRecords.read(['drafts'], (tx) => tx.getAll('drafts'));
  expect(exported).toMatchObject([{ text: 'van eerder' }]);
  await expect(storage.settings.save('rate', 2)).rejects.toMatchObject({ code: 'newer' });
  expect(changed).toHaveBeenCalledTimes(1);
});

test('a page that only reads hears of it too, and goes on reading', async () => {
  const factory = new FakeFactory();
  const storage = await openPage(factory, new FakeLocalStorage());
  await storage.notes.create(note);
  await overtake(factory);
  expect(await storage.notes.loadAll()).toHaveLength(1);
  expect(storage.problem?.code).toBe('newer');
});

test('words that it could not write go to the net, and the next start has them', async () => {
  const factory = new FakeFactory();
  const localStorage = new FakeLocalStorage();
  const old = await openPage(factory, localStorage);
  await old.notes.create(note);
  await overtake(factory);
  const states: string[] = [];
  const writer = createDraftWriter({
    notes: old.notes,
    note,
    tabId: old.tabId,
    parents: [],
    tail: old.tail,
    now: Date.now,
    onState: (state) => states.push(state),
  });
  writer.input('nog gauw iets');
  await vi.waitFor(() => expect(states).toEqual(['failed']));
  writer.flushTail();
  writer.dispose();
  // The newer version reads tails as this one does; here this one does, on a database of its own.
  const next = await openPage(new FakeFactory(), localStorage);
  expect((await next.notes.load(note.id))?.text).toBe('nog gauw iets');
  expect(localStorage.length).toBe(0);
});

/** The browser clears what is stored while somebody writes: no "saved" of words that cannot be found again. */
import { afterEach, describe, expect, test } from 'vitest';
import { type Note, type NoteWithText, newestHead } from '../../../src/model/note.ts';
import { createDraftWriter } from '../../../src/storage/draft-writer.ts';
import { createNoteBin } from '../../../src/storage/note-bin.ts';
import { type AppStorage, openStorage } from '../../../src/storage/open-storage.ts';
import { FakeFactory } from './fake-browser.ts';

const note: Note = {
  id: 'n',
  kind: 'answer',
  routeId: 'route',
  moduleId: 'module',
  anchor: { questionId: 'vraag' },
  createdAt: 500,
};
const stray: Note = { ...note, kind: 'free', routeId: '-', moduleId: '-', anchor: {} };

const opened: AppStorage[] = [];
afterEach(() => Promise.all(opened.splice(0).map((storage) => storage.close())));

async function open(factory = new FakeFactory()) {
  const storage = await openStorage({
    indexedDB: factory.asFactory(),
    localStorage: undefined,
    locks: undefined,
  });
  opened.push(storage);
  return storage;
}

async function clear({ records }: AppStorage, stores = ['notes', 'drafts', 'revisions'] as const) {
  await records.write(stores, 'strict', async (tx) => {
    for (const store of stores) {
      for (const key of await tx.getKeys(store)) await tx.remove(store, key);
    }
  });
}

function write(storage: AppStorage, existing?: NoteWithText) {
  const head = newestHead(existing?.revisions ?? []);
  const states: string[] = [];
  let clock = 1000;
  const writer = createDraftWriter({
    notes: storage.notes,
    note,
    tabId: storage.tabId,
    parents: head ? [head.id] : [],
    tail: storage.tail,
    now: () => {
      clock += 1;
      return clock;
    },
    onState: (state) => states.push(state),
  });
  return { writer, states };
}

const found = async ({ notes }: AppStorage) =>
  (await notes.loadAll()).map((entry) => [entry.note, entry.text]);

describe('while somebody writes', () => {
  test('what is typed afterwards is found again, with what it belongs to', async () => {
    const storage = await open();
    const { writer } = write(storage);
    writer.input('voor het wissen');
    await writer.cut();
    await clear(storage);
    writer.input('voor het wissen en erna');
    await expect.poll(() => writer.isSaved, { interval: 5 }).toBe(true);
    expect(await found(storage)).toEqual([[note, 'voor het wissen en erna']]);
    await writer.cut();
    expect(await found(storage)).toEqual([[note, 'voor het wissen en erna']]);
  });

  test('what was typed before is kept when it is made a version afterwards', async () => {
    const storage = await open();
    const { writer } = write(storage);
    writer.input('eerste versie');
    await expect.poll(() => writer.isSaved, { interval: 5 }).toBe(true);
    await clear(storage);
    expect(await writer.cut()).toMatchObject({ text: 'eerste versie' });
    expect(await found(storage)).toEqual([[note, 'eerste versie']]);
  });

  test('a version that is there is not made a second time', async () => {
    const storage = await open();
    const { writer } = write(storage);
    writer.input('een keer');
    await writer.cut();
    expect(await writer.cut()).toBeUndefined();
    expect((await storage.notes.load('n'))?.revisions).toHaveLength(1);
  });
});

describe('words without an envelope', () => {
  async function lost(texts: object = {}) {
    const storage = await open();
    await storage.notes.saveDraft({
      noteId: 'n',
      tabId: 't',
      text: 'zwervend',
      parents: [],
      sequence: 1,
      updatedAt: 500,
      ...texts,
    });
    return storage;
  }

  test.each(['draft', 'version'])('are seen as a note without a place: a %s', async (form) => {
    const storage = await lost();
    if (form === 'version') await storage.notes.cutRevision('n', 't');
    expect(await found(storage)).toEqual([[stray, 'zwervend']]);
    expect((await storage.notes.load('n'))?.note).toEqual(stray);
  });

  test('can be deleted and had back', async () => {
    const storage = await lost();
    await storage.notes.loadAll();
    const bin = createNoteBin(storage.records, storage.guard, () => 'id');
    await bin.remove(['n'], 1000);
    expect(await found(storage)).toEqual([]);
    await bin.putBack(['n']);
    expect(await found(storage)).toEqual([[stray, 'zwervend']]);
  });

  test('are a plan when they have parts', async () => {
    const storage = await lost({ fields: { als: 'a' } });
    expect((await storage.notes.loadAll())[0]?.note.kind).toBe('plan');
  });

  test('get their place from a tab that still knows it', async () => {
    const storage = await lost();
    await storage.notes.loadAll();
    const { writer } = write(storage);
    writer.input('zwervend, en verder');
    await expect.poll(() => writer.isSaved, { interval: 5 }).toBe(true);
    expect((await storage.notes.load('n'))?.note).toEqual(note);
  });

  test('leave an envelope that cannot be read where it is', async () => {
    const factory = new FakeFactory();
    const storage = await open(factory);
    await storage.notes.saveDraft(
      { noteId: 'n', tabId: 't', text: 'a', parents: [], sequence: 1, updatedAt: 1 },
      note,
    );
    await factory.rawPut('notes', { schema: 99, id: 'n' });
    expect(await found(storage)).toEqual([]);
    expect(await factory.rawGetAll('notes')).toEqual([{ schema: 99, id: 'n' }]);
  });
});

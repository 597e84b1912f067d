import { afterEach, describe, expect, test } from 'vitest';
import type { Draft, Note } from '../../../src/model/note.ts';
import type { Progress } from '../../../src/model/progress.ts';
import { type AppStorage, openStorage } from '../../../src/storage/open-storage.ts';
import { createTail, findTails } from '../../../src/storage/tail.ts';
import { FakeFactory, FakeLocalStorage } from './fake-browser.ts';

const progress: Progress = {
  key: 'route/module',
  position: 42,
  duration: 300,
  heard: [{ startTime: 0, endTime: 42 }],
  updatedAt: 1000,
};

const note: Note = {
  id: 'note-1',
  kind: 'answer',
  routeId: 'route',
  moduleId: 'module',
  anchor: { questionId: 'vraag' },
  createdAt: 500,
};

function draft(text: string, sequence: number, parents: string[] = []): Draft {
  return { noteId: note.id, tabId: 'old-tab', text, parents, sequence, updatedAt: sequence };
}

const opened: AppStorage[] = [];

async function open(factory: FakeFactory | undefined, localStorage: FakeLocalStorage) {
  const storage = await openStorage({
    indexedDB: factory?.asFactory(),
    localStorage,
    locks: undefined,
  });
  opened.push(storage);
  return storage;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((storage) => storage.close()));
});

describe('a tail of the position', () => {
  test('that is newer is merged at the start, and then removed', async () => {
    const factory = new FakeFactory();
    const localStorage = new FakeLocalStorage();
    const first = await open(factory, localStorage);
    await first.progress.save(progress);
    first.tail.savePosition({
      ...progress,
      position: 43.5,
      heard: [{ startTime: 42, endTime: 43.5 }],
      updatedAt: 1001,
    });
    const second = await open(factory, localStorage);
    expect(await second.progress.load('route/module')).toMatchObject({
      position: 43.5,
      heard: [{ startTime: 0, endTime: 43.5 }],
    });
    expect(localStorage.length).toBe(0);
  });

  test.each([
    { why: 'older', updatedAt: 999 },
    { why: 'just as old', updatedAt: 1000 },
  ])('that is $why changes nothing, and is removed', async ({ updatedAt }) => {
    const factory = new FakeFactory();
    const localStorage = new FakeLocalStorage();
    const first = await open(factory, localStorage);
    await first.progress.save(progress);
    first.tail.savePosition({ ...progress, position: 7, updatedAt });
    const second = await open(factory, localStorage);
    expect(await second.progress.load('route/module')).toEqual(progress);
    expect(localStorage.length).toBe(0);
  });

  test('cannot take a completion away', async () => {
    const factory = new FakeFactory();
    const localStorage = new FakeLocalStorage();
    const first = await open(factory, localStorage);
    await first.progress.save({ ...progress, completed: { at: 5, how: 'marked' } });
    first.tail.savePosition({ ...progress, updatedAt: 2000 });
    const second = await open(factory, localStorage);
    expect((await second.progress.load('route/module'))?.completed).toEqual({
      at: 5,
      how: 'marked',
    });
  });
});

describe('a tail of a draft', () => {
  test('brings back words and envelope that never reached the database', async () => {
    const factory = new FakeFactory();
    const localStorage = new FakeLocalStorage();
    const text = 'laatste 250 ms \u0000 👩🏽‍🚒 \ud83d';
    createTail(localStorage, 'old-tab').saveDraft({ note, draft: draft(text, 3) });
    const storage = await open(factory, localStorage);
    expect(await storage.notes.load(note.id)).toMatchObject({
      note,
      text,
    });
    expect(localStorage.length).toBe(0);
  });

  test.each([
    { why: 'newer than the stored draft', stored: 2, tail: 3, expected: 'tail' },
    { why: 'older than the stored draft', stored: 4, tail: 3, expected: 'stored' },
    { why: 'the stored draft itself', stored: 3, tail: 3, expected: 'stored' },
  ])('$why', async ({ stored, tail, expected }) => {
    const factory = new FakeFactory();
    const localStorage = new FakeLocalStorage();
    const first = await open(factory, localStorage);
    await first.notes.create(note);
    await first.notes.saveDraft(draft('stored', stored));
    createTail(localStorage, 'old-tab').saveDraft({ note, draft: draft('tail', tail) });
    const second = await open(factory, localStorage);
    expect((await second.notes.load(note.id))?.text).toBe(expected);
  });

  test('does not come back once its words were cut into a revision', async () => {
    const factory = new FakeFactory();
    const localStorage = new FakeLocalStorage();
    const first = await open(factory, localStorage);
    await first.notes.create(note);
    await first.notes.saveDraft(draft('heel de zin', 5));
    await first.notes.cutRevision(note.id, 'old-tab');
    createTail(localStorage, 'old-tab').saveDraft({ note, draft: draft('heel de', 4) });
    const second = await open(factory, localStorage);
    expect(await second.notes.load(note.id)).toMatchObject({ text: 'heel de zin' });
    expect(await factory.rawGetAll('drafts')).toEqual([]);
  });

  test('merged twice gives the same as once', async () => {
    const factory = new FakeFactory();
    const localStorage = new FakeLocalStorage();
    createTail(localStorage, 'old-tab').saveDraft({ note, draft: draft('tail', 3) });
    const entries = [...localStorage.entries];
    const before = await (await open(factory, localStorage)).notes.loadAll();
    for (const [key, value] of entries) localStorage.setItem(key, value);
    expect(await (await open(factory, localStorage)).notes.loadAll()).toEqual(before);
  });
});

describe('a tail of a choice', () => {
  test('holds it until it is stored, and no longer', async () => {
    const localStorage = new FakeLocalStorage();
    const storage = await open(new FakeFactory(), localStorage);
    const saving = storage.settings.save('backStep', 30);
    expect(findTails(localStorage)).toMatchObject([
      { kind: 'setting', setting: { key: 'backStep', value: 30 } },
    ]);
    const again = storage.settings.save('backStep', 60);
    await saving;
    expect(findTails(localStorage)).toMatchObject([{ setting: { value: 60 } }]);
    await again;
    expect(localStorage.length).toBe(0);
    expect(await storage.settings.load()).toEqual({ backStep: 60 });
  });

  test('that a page left behind counts at the next start, unless a later choice is stored', async () => {
    const factory = new FakeFactory();
    const localStorage = new FakeLocalStorage();
    const first = await open(factory, localStorage);
    await first.settings.save('backStep', 10);
    const now = Date.now();
    createTail(localStorage, 'gone').saveSetting({ key: 'backStep', value: 60, savedAt: now + 1 });
    createTail(localStorage, 'gone').saveSetting({ key: 'autoNext', value: false, savedAt: now });
    const second = await open(factory, localStorage);
    expect(await second.settings.load()).toEqual({ backStep: 60, autoNext: false });
    expect(localStorage.length).toBe(0);
    createTail(localStorage, 'older').saveSetting({ key: 'backStep', value: 5, savedAt: now - 9 });
    const third = await open(factory, localStorage);
    expect(await third.settings.load()).toMatchObject({ backStep: 60 });
  });
});

describe('localStorage as it comes', () => {
  test.each([
    '',
    'null',
    '[]',
    '{"progress":',
    '{"progress":{"schema":1,"key":"route/module","position":"far"}}',
    '{"progress":{"schema":9}}',
    '{"draft":{"schema":1},"note":{}}',
    '{"setting":{"schema":1,"value":3}}',
    '{"__proto__":{"progress":1}}',
  ])('unreadable content is set aside and holds nothing up: %s', async (content) => {
    const factory = new FakeFactory();
    const localStorage = new FakeLocalStorage();
    localStorage.setItem('luisterroute-tail:t:position:route/module', content);
    const storage = await open(factory, localStorage);
    expect(await storage.progress.loadAll()).toEqual([]);
    expect(await factory.rawGetAll('damaged')).toEqual([
      {
        id: 1,
        store: 'tail',
        record: { storageKey: 'luisterroute-tail:t:position:route/module', content },
      },
    ]);
    expect(localStorage.length).toBe(0);
  });

  test('entries of others are not touched', async () => {
    const localStorage = new FakeLocalStorage();
    localStorage.setItem('theme', 'dark');
    await open(new FakeFactory(), localStorage);
    expect([...localStorage.entries]).toEqual([['theme', 'dark']]);
  });

  test('a full or refusing localStorage never throws', async () => {
    const localStorage = new FakeLocalStorage();
    localStorage.isFull = true;
    createTail(localStorage, 't').savePosition(progress);
    createTail(undefined, 't').savePosition(progress);
    const refusing = new Proxy(new FakeLocalStorage(), {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    createTail(refusing, 't').savePosition(progress);
    expect(findTails(refusing)).toEqual([]);
    expect(findTails(undefined)).toEqual([]);
  });

  test('without a database nothing is written here, and what is found is used but kept', async () => {
    const localStorage = new FakeLocalStorage();
    createTail(localStorage, 'old-tab').saveDraft({ note, draft: draft('tail', 3) });
    const before = [...localStorage.entries];
    const storage = await open(undefined, localStorage);
    expect((await storage.notes.load(note.id))?.text).toBe('tail');
    storage.tail.savePosition(progress);
    expect([...localStorage.entries]).toEqual(before);
  });

  test('a tail that was overtaken by its write is removed', () => {
    const localStorage = new FakeLocalStorage();
    const tail = createTail(localStorage, 't');
    tail.savePosition(progress);
    tail.saveDraft({ note, draft: draft('x', 1) });
    expect(localStorage.length).toBe(2);
    tail.removePosition(progress.key);
    tail.removeDraft(note.id);
    expect(localStorage.length).toBe(0);
  });
});

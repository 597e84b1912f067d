import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DownloadRecord } from '../../../src/model/download.ts';
import type { Note } from '../../../src/model/note.ts';
import type { Progress } from '../../../src/model/progress.ts';
import { type AppStorage, openStorage } from '../../../src/storage/open-storage.ts';
import { FakeFactory, type FakeLocalStorage, FakeLocks } from './fake-browser.ts';

const HASH = 'a'.repeat(64);

const progress: Progress = {
  key: 'route/module',
  position: 42.5,
  duration: 300,
  heard: [{ startTime: 0, endTime: 42.5 }],
  audioHash: HASH,
  lastPlayedAt: 1000,
  updatedAt: 1000,
};

const note: Note = {
  id: 'note-1',
  kind: 'answer',
  routeId: 'route',
  moduleId: 'module',
  anchor: { time: 12, sentence: 'Wat weet je niet?', questionId: 'vraag', questionVersion: 'abc' },
  createdAt: 500,
};

const opened: AppStorage[] = [];

async function open(
  browser: { factory?: FakeFactory; localStorage?: FakeLocalStorage; locks?: FakeLocks } = {},
  openLimitMs = 3000,
): Promise<AppStorage> {
  const storage = await openStorage({
    indexedDB: browser.factory?.asFactory(),
    localStorage: browser.localStorage,
    locks: browser.locks,
    openLimitMs,
  });
  opened.push(storage);
  return storage;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((storage) => storage.close()));
  vi.restoreAllMocks();
});

/** The same contract for the database and for the memory that stands in for it. */
describe.each(['indexeddb', 'memory'] as const)('storage of kind %s', (kind) => {
  const openKind = () => open(kind === 'indexeddb' ? { factory: new FakeFactory() } : {});

  test('says what kind it is', async () => {
    const storage = await openKind();
    expect(storage.kind).toBe(kind);
    expect(storage.problem?.code).toBe(kind === 'indexeddb' ? undefined : 'unavailable');
  });

  test('tells of a choice that was stored, and gives all of them, the one on its way too', async () => {
    const storage = await openKind();
    const told: Record<string, unknown>[] = [];
    storage.onSettingSaved(() => void told.push({ saved: true }));
    storage.onSettings((stored) => void told.push(stored));
    await storage.settings.save('backStep', 20);
    const saving = storage.settings.save('forwardStep', 45);
    await storage.tellSettings();
    expect(told.find((stored) => 'backStep' in stored)).toEqual({ backStep: 20, forwardStep: 45 });
    await saving;
    expect(told.filter(({ saved }) => saved)).toHaveLength(2);
  });

  test('having let go it takes nothing in any more', async () => {
    const storage = await openKind();
    await storage.letGo();
    await expect(storage.progress.save(progress)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(storage.settings.save('backStep', 20)).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  test('is empty at first', async () => {
    const storage = await openKind();
    expect(await storage.progress.load('route/module')).toBeUndefined();
    expect(await storage.progress.loadAll()).toEqual([]);
    expect(await storage.notes.loadAll()).toEqual([]);
    expect(await storage.notes.load(note.id)).toBeUndefined();
    expect(await storage.settings.load()).toEqual({});
    expect(await storage.downloads.loadAll()).toEqual([]);
  });

  test('gives progress back as it was, and apart by key', async () => {
    const storage = await openKind();
    await storage.progress.save(progress);
    await storage.progress.save({ ...progress, key: 'route/module#episode', position: 7 });
    expect(await storage.progress.load('route/module')).toEqual(progress);
    expect((await storage.progress.loadAll()).map(({ key }) => key)).toEqual([
      'route/module',
      'route/module#episode',
    ]);
  });

  test('completion does not revert by a save that does not know of it', async () => {
    const storage = await openKind();
    await storage.progress.save({ ...progress, completed: { at: 900, how: 'marked' } });
    await storage.progress.save({ ...progress, position: 3, updatedAt: 2000 });
    expect(await storage.progress.load('route/module')).toMatchObject({
      position: 3,
      completed: { at: 900, how: 'marked' },
    });
  });

  test('keeps settings by name, the last value each', async () => {
    const storage = await openKind();
    await storage.settings.save('rate', 1.2);
    await storage.settings.save('rate', 1.5);
    await storage.settings.save('steps', { back: 15, forward: 30 });
    expect(await storage.settings.load()).toEqual({ rate: 1.5, steps: { back: 15, forward: 30 } });
  });

  test('keeps downloads by the hash of their audio', async () => {
    const storage = await openKind();
    const record = {
      schema: 1,
      audioHash: HASH,
      moduleId: 'module',
      audio: {
        url: 'media/route/module/audio.mp3',
        type: 'audio/mpeg',
        duration: 300,
        size: 1_200_000,
        hash: HASH,
        pieces: ['b'.repeat(64), 'c'.repeat(64)],
        synthetic: true,
      },
      textUrls: ['content/module.json'],
      textSize: 4000,
      wish: 'download',
    } as const;
    const { downloads } = storage;
    const changed = await downloads.change(HASH, (stored) => {
      expect(stored).toBeUndefined();
      return {
        ...record,
        audio: { ...record.audio, pieces: [...record.audio.pieces] },
        textUrls: [...record.textUrls],
      };
    });
    expect(changed).toEqual(record);
    expect(await downloads.load(HASH)).toEqual(record);
    expect(await downloads.load('d'.repeat(64))).toBeUndefined();
    const paused = { ...record, wish: 'pause' } as const;
    const pause = (stored: DownloadRecord | undefined) =>
      stored && { ...stored, wish: 'pause' as const };
    expect(await downloads.change(HASH, pause)).toEqual(paused);
    expect(await downloads.change(HASH, () => undefined)).toEqual(paused);
    expect(await downloads.change('d'.repeat(64), () => undefined)).toBeUndefined();
    expect(await downloads.loadAll()).toEqual([paused]);
    await storage.downloads.remove(HASH);
    await storage.downloads.remove(HASH);
    expect(await storage.downloads.loadAll()).toEqual([]);
  });

  test('a draft is the text of its note, a cut makes it a revision', async () => {
    const { notes, tabId } = await openKind();
    await notes.create(note);
    const draft = {
      noteId: note.id,
      tabId,
      text: 'Ik wee',
      parents: [],
      sequence: 1,
      updatedAt: 600,
    };
    await notes.saveDraft(draft);
    await notes.saveDraft({ ...draft, text: 'Ik weet het niet', sequence: 2, updatedAt: 700 });
    expect(await notes.load(note.id)).toEqual({
      note,
      text: 'Ik weet het niet',
      revisions: [],
      updatedAt: 700,
    });
    const revision = await notes.cutRevision(note.id, tabId);
    expect(revision).toMatchObject({
      noteId: note.id,
      text: 'Ik weet het niet',
      parents: [],
      createdAt: 700,
    });
    expect(await notes.load(note.id)).toMatchObject({
      text: 'Ik weet het niet',
      revisions: [revision],
    });
    expect(await notes.cutRevision(note.id, tabId)).toBeUndefined();
  });

  test('a second answer keeps the first one', async () => {
    const { notes, tabId } = await openKind();
    await notes.create(note);
    const draft = {
      noteId: note.id,
      tabId,
      text: 'eerst',
      parents: [],
      sequence: 1,
      updatedAt: 600,
    };
    await notes.saveDraft(draft);
    const first = await notes.cutRevision(note.id, tabId);
    await notes.saveDraft({
      ...draft,
      text: 'later',
      parents: [first?.id ?? ''],
      sequence: 2,
      updatedAt: 900,
    });
    await notes.cutRevision(note.id, tabId);
    const stored = await notes.load(note.id);
    expect(stored?.text).toBe('later');
    expect(stored?.revisions.map(({ text }) => text)).toEqual(['eerst', 'later']);
  });

  test('no revision of a text that says what its parent says, nor of nothing', async () => {
    const { notes, tabId } = await openKind();
    await notes.create(note);
    const draft = {
      noteId: note.id,
      tabId,
      text: '',
      parents: [] as string[],
      sequence: 1,
      updatedAt: 600,
    };
    await notes.saveDraft(draft);
    expect(await notes.cutRevision(note.id, tabId)).toBeUndefined();
    await notes.saveDraft({ ...draft, text: 'iets' });
    const first = await notes.cutRevision(note.id, tabId);
    await notes.saveDraft({ ...draft, text: 'iets', parents: [first?.id ?? ''] });
    expect(await notes.cutRevision(note.id, tabId)).toBeUndefined();
    await notes.saveDraft({ ...draft, text: '', parents: [first?.id ?? ''] });
    expect(await notes.cutRevision(note.id, tabId)).toMatchObject({ text: '' });
  });

  test.each([
    { why: '20,000 letters', text: 'abcdefghij'.repeat(2000) },
    { why: 'right to left', text: 'שלום \u200fعالم\u200e' },
    { why: 'emoji of several parts', text: '👩🏽‍🚒 🏳️‍🌈 🇳🇱' },
    { why: 'NUL and other controls', text: 'a\u0000b\u0001\r\n\t' },
    { why: 'half of a letter', text: 'x\ud83d' },
    { why: 'markup', text: '<img src=x onerror=alert(1)>' },
  ])('keeps $why exactly', async ({ text }) => {
    const { notes, tabId } = await openKind();
    await notes.create(note);
    const fields = { als: text, dan: text };
    await notes.saveDraft({
      noteId: note.id,
      tabId,
      text,
      fields,
      parents: [],
      sequence: 1,
      updatedAt: 1,
    });
    await notes.cutRevision(note.id, tabId);
    const [stored] = await notes.loadAll();
    expect(stored?.text).toBe(text);
    expect(stored?.fields).toEqual(fields);
  });

  test('a draft that comes late does not take the place of a later one', async () => {
    const { notes, tabId } = await openKind();
    await notes.create(note);
    const draft = { noteId: note.id, tabId, text: 'Ik weet', parents: [], updatedAt: 600 };
    await notes.saveDraft({ ...draft, sequence: 2 });
    await notes.saveDraft({ ...draft, text: 'Ik', sequence: 1 });
    expect((await notes.load(note.id))?.text).toBe('Ik weet');
    await notes.saveDraft({ ...draft, text: 'Ik wee', sequence: 2 });
    expect((await notes.load(note.id))?.text).toBe('Ik wee');
  });

  test('a deleted note is not among the answers', async () => {
    const { notes } = await openKind();
    await notes.create({ ...note, deletedAt: 900 });
    expect(await notes.loadAll()).toEqual([]);
  });

  test('creating again changes nothing', async () => {
    const { notes } = await openKind();
    await notes.create(note);
    await notes.create({ ...note, createdAt: 999 });
    expect((await notes.load(note.id))?.note).toEqual(note);
  });

  test('refuses a record that breaks its own rules, and stores nothing of it', async () => {
    const storage = await openKind();
    await expect(storage.progress.save({ ...progress, position: Number.NaN })).rejects.toThrow(
      /position/,
    );
    expect(await storage.progress.loadAll()).toEqual([]);
  });
});

describe('what is kept', () => {
  test('is there after closing and opening again', async () => {
    const factory = new FakeFactory();
    const first = await open({ factory });
    await first.progress.save(progress);
    await first.notes.create(note);
    await first.close();
    const second = await open({ factory });
    expect(await second.progress.load('route/module')).toEqual(progress);
    expect((await second.notes.load(note.id))?.note).toEqual(note);
  });

  test('carries its schema number', async () => {
    const factory = new FakeFactory();
    const storage = await open({ factory });
    await storage.progress.save(progress);
    await storage.settings.save('rate', 1);
    for (const store of ['progress', 'settings']) {
      expect(await factory.rawGetAll(store)).toEqual([expect.objectContaining({ schema: 1 })]);
    }
  });
});

describe('records that cannot be read', () => {
  const damaged = [
    { store: 'progress', record: { schema: 1, key: 'route/module', position: 'far' } },
    { store: 'progress', record: { schema: 2, ...progress } },
    { store: 'progress', record: { ...progress } },
    {
      store: 'progress',
      record: { schema: 1, ...progress, heard: [{ startTime: 5, endTime: 1 }] },
    },
  ];

  test.each(damaged)(
    'are set aside, told once and left where they are: $record',
    async ({ store, record }) => {
      const factory = new FakeFactory();
      await (await open({ factory })).close();
      await factory.rawPut(store, record);
      const storage = await open({ factory });
      const told = vi.fn();
      storage.onBadRecord(told);
      await storage.progress.save({ ...progress, key: 'route/other' });
      expect((await storage.progress.loadAll()).map(({ key }) => key)).toEqual(['route/other']);
      expect(await storage.progress.load('route/module')).toBeUndefined();
      expect(told).toHaveBeenCalledTimes(1);
      expect(storage.badRecordCount).toBe(1);
      expect(await factory.rawGetAll(store)).toContainEqual(record);
    },
  );

  test('are kept apart when a new one takes their place', async () => {
    const factory = new FakeFactory();
    await (await open({ factory })).close();
    const record = { schema: 1, key: 'route/module', position: 'far' };
    await factory.rawPut('progress', record);
    const storage = await open({ factory });
    await storage.progress.save(progress);
    expect(await storage.progress.load('route/module')).toEqual(progress);
    expect(await factory.rawGetAll('damaged')).toEqual([{ id: 1, store: 'progress', record }]);
    // Who counts those in `damaged` too counts this one once.
    expect(storage.badRecordCount).toBe(0);
  });

  test('a damaged revision does not take its note along', async () => {
    const factory = new FakeFactory();
    const first = await open({ factory });
    await first.notes.create(note);
    await first.notes.saveDraft({
      noteId: note.id,
      tabId: 'x',
      text: 'heel',
      parents: [],
      sequence: 1,
      updatedAt: 1,
    });
    await first.close();
    await factory.rawPut('revisions', { schema: 1, id: 'broken', noteId: note.id, text: 5 });
    const storage = await open({ factory });
    expect((await storage.notes.loadAll())[0]?.text).toBe('heel');
    expect(storage.badRecordCount).toBe(1);
  });
});

describe('without a database', () => {
  test('a browser that throws at opening gets the memory', async () => {
    const factory = new FakeFactory();
    factory.refusals = [new DOMException('denied', 'SecurityError')];
    const storage = await open({ factory });
    expect(storage.kind).toBe('memory');
    expect(storage.problem).toMatchObject({ code: 'unavailable' });
    await storage.progress.save(progress);
    expect(await storage.progress.load('route/module')).toEqual(progress);
  });

  test('a database that never answers does not hold up the app, and takes over when it does', async () => {
    const factory = new FakeFactory();
    const held: (() => void)[] = [];
    const slow = Object.assign(Object.create(IDBFactory.prototype) as IDBFactory, {
      open(name: string, version?: number) {
        const request = new EventTarget() as IDBOpenDBRequest;
        held.push(() => {
          const real = factory.factory.open(name, version);
          Object.defineProperty(request, 'result', { get: () => real.result });
          Object.defineProperty(request, 'transaction', { get: () => real.transaction });
          real.onupgradeneeded = (event) => request.onupgradeneeded?.(event);
          real.onsuccess = (event) => request.onsuccess?.(event);
        });
        return request;
      },
    });
    const storage = await openStorage({
      indexedDB: slow,
      localStorage: undefined,
      locks: undefined,
      openLimitMs: 20,
    });
    opened.push(storage);
    expect(storage.kind).toBe('memory');
    await storage.progress.save(progress);
    await storage.notes.create(note);
    await storage.settings.save('rate', 2);
    const changed = new Promise((resolve) => storage.onKindChange(resolve));
    held[0]?.();
    expect(await changed).toBe('indexeddb');
    expect(storage.kind).toBe('indexeddb');
    expect(storage.problem).toBeUndefined();
    expect(await storage.progress.load('route/module')).toEqual(progress);
    expect(await factory.rawGetAll('notes')).toHaveLength(1);
    expect(await factory.rawGetAll('settings')).toHaveLength(1);
  });
});

describe('drafts that a killed tab left behind', () => {
  test('become revisions at the next start, so that a new draft descends from them', async () => {
    const factory = new FakeFactory();
    const locks = new FakeLocks();
    const killed = await open({ factory, locks });
    await killed.notes.create(note);
    const draft = { noteId: note.id, parents: [], sequence: 1, updatedAt: 650 };
    await killed.notes.saveDraft({ ...draft, tabId: killed.tabId, text: 'half af' });
    locks.kill();
    const next = await open({ factory, locks });
    const stored = await next.notes.load(note.id);
    expect(stored).toMatchObject({ text: 'half af', updatedAt: 650 });
    expect(stored?.revisions).toHaveLength(1);
    expect(await factory.rawGetAll('drafts')).toEqual([]);
  });

  test('those of a tab that lives are left alone', async () => {
    const factory = new FakeFactory();
    const locks = new FakeLocks();
    const living = await open({ factory, locks });
    await living.notes.create(note);
    const draft = { noteId: note.id, parents: [], sequence: 1, updatedAt: 650 };
    await living.notes.saveDraft({ ...draft, tabId: living.tabId, text: 'bezig' });
    const next = await open({ factory, locks });
    expect(await next.notes.load(note.id)).toMatchObject({ text: 'bezig', revisions: [] });
    expect(await factory.rawGetAll('drafts')).toHaveLength(1);
  });
});

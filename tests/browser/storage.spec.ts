/** The real storage in a real browser: what the fake database of the unit tests cannot show. */
import type { Note } from '../../src/model/note.ts';
import { LOST_CONNECTIONS } from '../fixtures/lost-connections.ts';
import { expect, test } from './probe-test.ts';

const note: Note = {
  id: 'note-1',
  kind: 'answer',
  routeId: 'route',
  moduleId: 'module',
  anchor: { questionId: 'vraag' },
  createdAt: 500,
};

const TEXTS = [
  'abcdefghij'.repeat(2000),
  'שלום \u200fعالم\u200e',
  '👩🏽‍🚒 🏳️‍🌈 🇳🇱',
  'a\u0000b\u0001\r\n\t',
  '<img src=x onerror=alert(1)>',
];

test('what is kept is there after a reload, to the character', async ({ page }) => {
  await page.goto('/');
  const kind = await page.evaluate(
    async ({ note, texts }) => {
      const storage = await window.probe.openStorage();
      for (const [index, text] of texts.entries()) {
        const id = `note-${index}`;
        await storage.notes.create({ ...note, id, createdAt: index });
        const draft = { noteId: id, tabId: storage.tabId, text, parents: [], sequence: 1 };
        await storage.notes.saveDraft({ ...draft, fields: { als: text }, updatedAt: index });
        if (index % 2 === 0) await storage.notes.cutRevision(id, storage.tabId);
      }
      await storage.progress.save({
        key: 'route/module',
        position: 42.5,
        duration: 300,
        heard: [{ startTime: 0, endTime: 42.5 }],
        updatedAt: 1,
      });
      return storage.kind;
    },
    { note, texts: TEXTS },
  );
  expect(kind).toBe('indexeddb');
  await page.reload();
  const stored = await page.evaluate(async () => {
    const storage = await window.probe.openStorage();
    const notes = await storage.notes.loadAll();
    return {
      texts: notes.map(({ text }) => text),
      fields: notes.map(({ fields }) => fields?.als),
      position: (await storage.progress.load('route/module'))?.position,
    };
  });
  expect(stored).toEqual({ texts: TEXTS, fields: TEXTS, position: 42.5 });
});

test('words that are on their way when the page goes are there at the next start', async ({
  page,
}) => {
  await page.goto('/');
  await page.evaluate(async (note) => {
    const storage = await window.probe.openStorage();
    const writer = window.probe.createDraftWriter({
      notes: storage.notes,
      note,
      tabId: storage.tabId,
      parents: [],
      tail: storage.tail,
      now: Date.now,
      onState: () => undefined,
    });
    addEventListener('pagehide', () => {
      writer.input('het laatste woord');
      writer.flushTail();
    });
  }, note);
  await page.reload();
  const found = await page.evaluate(async () => {
    const storage = await window.probe.openStorage();
    const [answer] = await storage.notes.loadAll();
    return { text: answer?.text, revisions: answer?.revisions.length, tails: localStorage.length };
  });
  // The page that wrote them is gone, so its draft has become a revision.
  expect(found).toEqual({ text: 'het laatste woord', revisions: 1, tails: 0 });
});

test('a choice that is made when the page goes counts at the next start', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(async () => {
    const storage = await window.probe.openStorage();
    await storage.settings.save('backStep', 10);
    addEventListener('pagehide', () => void storage.settings.save('backStep', 60));
  });
  await page.reload();
  const found = await page.evaluate(async () => {
    const storage = await window.probe.openStorage();
    return { settings: await storage.settings.load(), tails: localStorage.length };
  });
  expect(found).toEqual({ settings: { backStep: 60 }, tails: 0 });
});

test('of three transactions one is aborted: never called saved what is not, and in the end all is there', async ({
  page,
}) => {
  await page.goto('/');
  const found = await page.evaluate(async (note) => {
    const storage = await window.probe.openStorage();
    const { transaction } = IDBDatabase.prototype;
    const { put } = IDBObjectStore.prototype;
    const doomed = new Set<IDBTransaction>();
    let turn = 0;
    IDBDatabase.prototype.transaction = function begin(this: IDBDatabase, ...options) {
      const begun = transaction.apply(this, options);
      if (options[1] === 'readwrite') turn += 1;
      if (options[1] === 'readwrite' && turn % 3 === 0) doomed.add(begun);
      return begun;
    };
    // Each record goes in, and then the transaction does not.
    IDBObjectStore.prototype.put = function store(this: IDBObjectStore, ...record) {
      const request = put.apply(this, record);
      if (doomed.has(this.transaction)) {
        request.addEventListener('success', () => this.transaction.abort());
      }
      return request;
    };
    const states: string[] = [];
    const claims: Promise<{ claimed: number; stored: number }>[] = [];
    let typed = '';
    const writer = window.probe.createDraftWriter({
      notes: storage.notes,
      note,
      tabId: storage.tabId,
      parents: [],
      tail: storage.tail,
      now: Date.now,
      onState(state) {
        states.push(state);
        if (state !== 'saved') return;
        const claimed = typed.length;
        claims.push(
          storage.notes
            .load(note.id)
            .then((entry) => ({ claimed, stored: entry?.text.length ?? -1 })),
        );
      },
    });
    for (const letter of 'Een mens schrijft door terwijl de opslag het af en toe laat afweten.') {
      typed += letter;
      writer.input(typed);
      await new Promise((resolve) => setTimeout(resolve, 12));
    }
    for (let tries = 0; tries < 9 && !(await writer.cut().catch(() => undefined)); tries += 1);
    return { typed, states, aborted: doomed.size, claims: await Promise.all(claims) };
  }, note);
  expect(found.aborted).toBeGreaterThan(5);
  expect(found.states).toContain('failed');
  expect(found.states.at(-1)).toBe('saved');
  for (const { claimed, stored } of found.claims) expect(stored).toBeGreaterThanOrEqual(claimed);
  await page.reload();
  const texts = await page.evaluate(async () => {
    const notes = await (await window.probe.openStorage()).notes.loadAll();
    return notes.map(({ text }) => text);
  });
  expect(texts).toEqual([found.typed]);
});

test('a worker that loses its connection writes on a new one, whatever the browser says', async ({
  page,
}) => {
  await page.goto('/');
  await page.evaluate(async () => (await window.probe.openStorage()).close());
  const { answers, position } = await page.evaluate(
    (faults) => window.probe.writeInFaultyWorker(faults),
    LOST_CONNECTIONS,
  );
  expect(answers).toEqual(LOST_CONNECTIONS.map(() => true));
  expect(position).toBe(LOST_CONNECTIONS.length);
});

test('a full device: said in words, kept in memory, and saved once there is room', async ({
  page,
  site,
}) => {
  await page.goto('/');
  const session = await page.context().newCDPSession(page);
  await page.evaluate(async (note) => {
    const storage = await window.probe.openStorage();
    const states: string[] = [];
    const writer = window.probe.createDraftWriter({
      notes: storage.notes,
      note,
      tabId: storage.tabId,
      parents: [],
      tail: storage.tail,
      now: Date.now,
      onState: (state) => states.push(state),
    });
    Object.assign(window, { storage, writer, states });
  }, note);
  const origin = site.url;
  // Before the first write: after one, Chromium goes on from its old idea of the room for a while.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const code = await page.evaluate(async () => {
    const { storage } = window as unknown as Opened;
    return storage.settings.save('x', 'y'.repeat(100_000)).then(
      () => 'saved',
      (error: { code: string }) => error.code,
    );
  });
  expect(code).toBe('quota');
  await page.evaluate(() => (window as unknown as Opened).writer.input('z'.repeat(20_000)));
  const states = () => page.evaluate(() => (window as unknown as Opened).states);
  await expect.poll(states).toContain('full');
  expect(await states()).not.toContain('saved');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await expect.poll(states, { timeout: 10_000 }).toContain('saved');
  const length = await page.evaluate(
    async () => (await (window as unknown as Opened).storage.notes.load('note-1'))?.text.length,
  );
  expect(length).toBe(20_000);
});

test('the person clears the site: the next write opens a new database', async ({ page, site }) => {
  await page.goto('/');
  await page.evaluate(async () => {
    const storage = await window.probe.openStorage();
    await storage.settings.save('rate', 1);
    Object.assign(window, { storage });
  });
  const session = await page.context().newCDPSession(page);
  const origin = site.url;
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  const settings = await page.evaluate(async () => {
    const { storage } = window as unknown as Opened;
    await storage.settings.save('rate', 2);
    return storage.settings.load();
  });
  expect(settings).toEqual({ rate: 2 });
});

test('a tab with a newer version is let in at once', async ({ page, context, baseURL }) => {
  await page.goto('/');
  await page.evaluate(async () => {
    const storage = await window.probe.openStorage();
    await storage.settings.save('rate', 1);
    Object.assign(window, { storage });
  });
  const newer = await context.newPage();
  await newer.goto(baseURL ?? '/');
  const version = await newer.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('luisterroute', 2);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          resolve(request.result.version);
          request.result.close();
        };
      }),
  );
  expect(version).toBe(2);
  const code = await page.evaluate(() =>
    (window as unknown as Opened).storage.settings.save('rate', 2).then(
      () => 'saved',
      (error: { code: string }) => error.code,
    ),
  );
  expect(code).toBe('newer');
});

interface Opened {
  storage: Awaited<ReturnType<typeof window.probe.openStorage>>;
  writer: ReturnType<typeof window.probe.createDraftWriter>;
  states: string[];
}

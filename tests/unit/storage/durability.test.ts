/**
 * What is a promise is pressed onto the disk before it counts; what the next second writes anew is not. Deleting
 * the whole database and changing its version take no such option: the browser decides there.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SpokenNote } from '../../../src/model/note.ts';
import type { Recording } from '../../../src/model/recording.ts';
import { mergeBackup } from '../../../src/notebook/merge-backup.ts';
import { readBackup } from '../../../src/notebook/read-backup.ts';
import { changeProgress } from '../../../src/storage/change-progress.ts';
import { createJournalStore } from '../../../src/storage/journal-store.ts';
import { createNoteBin } from '../../../src/storage/note-bin.ts';
import { type AppStorage, openStorage } from '../../../src/storage/open-storage.ts';
import { createRecordingRecords } from '../../../src/storage/recording-records.ts';
import { createSafetyCopies } from '../../../src/storage/safety-copies.ts';
import { createTail } from '../../../src/storage/tail.ts';
import { createVoiceStore } from '../../../src/storage/voice-store.ts';
import { backupOf, deviceWith, NOTEBOOK } from '../../fixtures/notebook-data.ts';
import { FakeFactory, FakeLocalStorage } from './fake-browser.ts';

const HASH = 'a'.repeat(64);
const DAY = 24 * 60 * 60 * 1000;

const [note] = NOTEBOOK.notes ?? [];
const [progress] = NOTEBOOK.progress ?? [];
const [entry] = NOTEBOOK.journal ?? [];
if (!note || !progress || !entry) throw new Error('the notebook lacks something');

const spoken: SpokenNote = {
  ...note,
  id: 'spoken',
  voice: { type: 'audio/webm', duration: 1, peaks: [], pieces: 1 },
};
const draft = { noteId: note.id, tabId: 't', text: 'x', parents: [], sequence: 1, updatedAt: 1 };
const audio = {
  url: 'a.mp3',
  type: 'audio/mpeg' as const,
  duration: 3,
  size: 5,
  hash: HASH,
  pieces: [HASH],
  synthetic: true,
};
const download = {
  schema: 1 as const,
  audioHash: HASH,
  moduleId: 'a',
  audio,
  textUrls: [],
  textSize: 0,
  wish: 'download' as const,
  verifiedAt: 4,
};
const recording: Recording = {
  audioHash: HASH,
  routeId: 'r',
  moduleId: 'a',
  fileName: 'a.mp3',
  type: 'audio/mpeg',
  size: 5,
  pieces: [HASH],
  duration: 3,
  chapters: [],
  peaks: [],
  isSeekExact: true,
  addedAt: 1,
};

let factory: FakeFactory;
let storage: AppStorage;

beforeEach(async () => {
  factory = new FakeFactory();
  storage = await openStorage({
    indexedDB: factory.asFactory(),
    localStorage: undefined,
    locks: undefined,
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await storage.close();
});

/** How hard each transaction that writes is pressed while it works. */
async function durabilities(work: () => Promise<unknown>): Promise<(string | undefined)[]> {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await work();
  const found = transaction.mock.calls
    .filter(([, mode]) => mode === 'readwrite')
    .map(([, , options]) => options?.durability);
  transaction.mockRestore();
  return found;
}

const bin = () => createNoteBin(storage.records, storage.guard, () => crypto.randomUUID());
const recordings = () => createRecordingRecords(storage.records, storage.guard);

/** In this order: a later one needs what an earlier one wrote. */
const PROMISES: Readonly<Record<string, () => Promise<unknown>>> = {
  'the envelope of a note': () => storage.notes.create(note),
  'a letter that is typed': () => storage.notes.saveDraft(draft),
  'a version': () => storage.notes.cutRevision(note.id, 't'),
  'versions that are joined': () => bin().join(note.id, [], { text: 'beide' }, 5),
  'a deletion': () => bin().remove([note.id], 10),
  'a note that is put back': () => bin().putBack([note.id]),
  'clearing the bin': () => bin().purge(40 * DAY),
  'a piece of a voice': () =>
    createVoiceStore(storage.records, storage.guard).savePiece(spoken, new ArrayBuffer(2)),
  'a download that is ready': () => storage.downloads.change(HASH, () => download),
  'a download that is removed': () => storage.downloads.remove(HASH),
  'a recording': () => recordings().save(recording),
  'a recording that is removed': () => recordings().remove(HASH),
  'starting a route anew': () => changeProgress(storage, (stored) => stored),
  'bringing back a backup': async () => {
    const { store } = await deviceWith(NOTEBOOK);
    const backup = await readBackup(await backupOf(store));
    await mergeBackup(storage.records, storage.guard, backup);
  },
  'a copy in the second database': () =>
    createSafetyCopies({
      factory: factory.factory,
      now: () => 1,
      createId: () => 'k',
    }).save(new Blob(['x'])),
  'what an earlier page left in localStorage': async () => {
    const localStorage = new FakeLocalStorage();
    createTail(localStorage, 'gone').saveDraft({ note, draft });
    const next = await openStorage({
      indexedDB: factory.asFactory(),
      localStorage,
      locks: undefined,
    });
    await next.close();
    expect(localStorage.length).toBe(0);
  },
};

test.each(Object.keys(PROMISES))('%s is pressed onto the disk', async (name) => {
  const found = await durabilities(async () => PROMISES[name]?.());
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found)).toEqual(new Set(['strict']));
});

test('what was kept in memory until the database opened is too', async () => {
  let release = () => {};
  const late = new FakeFactory();
  const request = new EventTarget() as IDBOpenDBRequest;
  const slow = Object.assign(Object.create(IDBFactory.prototype) as IDBFactory, {
    open(name: string, version?: number) {
      release = () => {
        const real = late.factory.open(name, version);
        Object.defineProperty(request, 'result', { get: () => real.result });
        Object.defineProperty(request, 'transaction', { get: () => real.transaction });
        real.onupgradeneeded = (event) => request.onupgradeneeded?.(event);
        real.onsuccess = (event) => request.onsuccess?.(event);
      };
      return request;
    },
  });
  const waiting = await openStorage({
    indexedDB: slow,
    localStorage: undefined,
    locks: undefined,
    openLimitMs: 5,
  });
  await waiting.notes.create(note);
  const found = await durabilities(async () => {
    const moved = new Promise((resolve) => waiting.onKindChange(resolve));
    release();
    await moved;
  });
  expect(new Set(found)).toEqual(new Set(['strict']));
  await waiting.close();
});

const PASSING: Readonly<Record<string, () => Promise<unknown>>> = {
  'a place in the sound': () => storage.progress.save(progress),
  'a line of the trail': () => createJournalStore(storage.records, storage.guard).save(entry),
  'a choice': () => storage.settings.save('backStep', 20),
};

test.each(Object.keys(PASSING))('%s is not: that would cost battery every second', async (name) => {
  expect(await durabilities(async () => PASSING[name]?.())).toEqual(['relaxed']);
});

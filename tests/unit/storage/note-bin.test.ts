import { afterEach, describe, expect, test } from 'vitest';
import { BIN_TIME, type Note, type SpokenNote } from '../../../src/model/note.ts';
import { createNoteBin, type NoteBin } from '../../../src/storage/note-bin.ts';
import { type AppStorage, openStorage } from '../../../src/storage/open-storage.ts';
import { createVoiceStore } from '../../../src/storage/voice-store.ts';
import { FakeFactory } from './fake-browser.ts';

const HOUR = 60 * 60 * 1000;

let opened: AppStorage | undefined;

async function open(kind: 'indexeddb' | 'memory') {
  const fake = new FakeFactory();
  const storage = await openStorage({
    indexedDB: kind === 'indexeddb' ? fake.asFactory() : undefined,
    localStorage: undefined,
    locks: undefined,
  });
  opened = storage;
  let last = 0;
  const bin = createNoteBin(storage.records, storage.guard, () => {
    last += 1;
    return `joined-${last}`;
  });
  return { storage, bin };
}

afterEach(() => opened?.close());

function noteOf(id: string, more: Partial<Note> = {}): Note {
  return {
    id,
    kind: 'answer',
    routeId: 'route',
    moduleId: 'module',
    anchor: { questionId: id },
    createdAt: 1,
    ...more,
  };
}

/** Writes some words as a tab does; without `cut` they stay a draft. */
async function write(
  { notes }: AppStorage,
  id: string,
  text: string,
  { tabId = 'tab', parents = [] as string[], at = 10, cut = true } = {},
) {
  await notes.create(noteOf(id));
  await notes.saveDraft({ noteId: id, tabId, text, parents, sequence: at, updatedAt: at });
  return cut ? notes.cutRevision(id, tabId) : undefined;
}

async function count({ records }: AppStorage) {
  const stores = ['notes', 'drafts', 'revisions', 'voice'] as const;
  return records.read(stores, async (tx) => {
    const all = await Promise.all(stores.map((store) => tx.getAll(store)));
    return all.map((found) => found.length);
  });
}

const textsOf = async (storage: AppStorage) =>
  (await storage.notes.loadAll()).map(({ text }) => text);
const idsOf = async (bin: NoteBin) => (await bin.list()).map(({ note }) => note.id);

describe.each(['indexeddb', 'memory'] as const)('in %s', (kind) => {
  test('what is deleted is out of the list, and comes back as it was', async () => {
    const { storage, bin } = await open(kind);
    for (const id of ['a', 'b', 'c']) await write(storage, id, `woorden ${id}`);
    await bin.remove(['a', 'c'], 1000);
    expect(await textsOf(storage)).toEqual(['woorden b']);
    expect((await bin.list()).map(({ text }) => text).sort()).toEqual(['woorden a', 'woorden c']);
    await bin.putBack(['a', 'c']);
    expect((await textsOf(storage)).sort()).toEqual(['woorden a', 'woorden b', 'woorden c']);
    expect((await storage.notes.load('a'))?.note).toEqual(noteOf('a'));
    expect(await bin.list()).toEqual([]);
  });

  test.each([true, false])(
    'what is deleted is gone, also when the clock was set back',
    async (cut) => {
      const { storage, bin } = await open(kind);
      await write(storage, 'a', 'woorden', { at: 5000, cut });
      await bin.remove(['a'], 1000);
      expect(await textsOf(storage)).toEqual([]);
      expect(await idsOf(bin)).toEqual(['a']);
      await bin.putBack(['a']);
      expect(await textsOf(storage)).toEqual(['woorden']);
    },
  );

  test('sound without a note is cleared away; that of a deleted or an unreadable note is not', async () => {
    const { storage, bin } = await open(kind);
    const voice = { type: 'audio/webm', duration: 1, peaks: [], pieces: 1 };
    const voices = createVoiceStore(storage.records, storage.guard);
    for (const id of ['here', 'deleted', 'damaged', 'aside', 'gone']) {
      await voices.savePiece({ ...noteOf(id), voice }, Uint8Array.of(1).buffer);
    }
    await bin.remove(['deleted'], 1000);
    await storage.records.write(['notes', 'damaged'], 'strict', async (tx) => {
      await tx.put('notes', { schema: 1, id: 'damaged' });
      await tx.put('damaged', { store: 'notes', record: { id: 'aside' } });
      await tx.put('damaged', { store: 'notes', record: null });
      for (const id of ['aside', 'gone']) await tx.remove('notes', id);
    });
    await bin.purge(1000 + HOUR);
    const keys = await storage.records.read(['voice'], (tx) => tx.getKeys('voice'));
    expect(keys.map(String).sort()).toEqual(['aside,0', 'damaged,0', 'deleted,0', 'here,0']);
  });

  test('the latest deleted one comes first', async () => {
    const { storage, bin } = await open(kind);
    for (const id of ['a', 'b']) await write(storage, id, id);
    await bin.remove(['b'], 100);
    await bin.remove(['a'], 200);
    expect(await idsOf(bin)).toEqual(['a', 'b']);
  });

  test('words that came after the deletion bring a note back, and keep it', async () => {
    const { storage, bin } = await open(kind);
    const first = await write(storage, 'a', 'eerst', { at: 10 });
    await bin.remove(['a'], 1000);
    await write(storage, 'a', 'later', { tabId: 'ander', parents: [first?.id ?? ''], at: 1001 });
    expect(await textsOf(storage)).toEqual(['later']);
    expect(await bin.list()).toEqual([]);
    expect(await bin.purge(1000 + 2 * BIN_TIME)).toBe(0);
    expect(await textsOf(storage)).toEqual(['later']);
  });

  test.each([true, false])(
    'also when the clock was set back between the words and the deletion (a version: %s)',
    async (cut) => {
      const { storage, bin } = await open(kind);
      const first = await write(storage, 'a', 'in december', { at: 9000 });
      await bin.remove(['a'], 1000);
      const parents = [first?.id ?? ''];
      await write(storage, 'a', 'in november', { tabId: 'ander', parents, at: 1001, cut });
      expect(await textsOf(storage)).toEqual(['in november']);
      expect(await bin.list()).toEqual([]);
      expect(await bin.purge(9000 + 2 * BIN_TIME)).toBe(0);
      await bin.remove(['a'], 1002);
      expect(await textsOf(storage)).toEqual([]);
      await bin.putBack(['a']);
      expect((await storage.notes.load('a'))?.note).toEqual(noteOf('a'));
    },
  );

  test('words that were known stay deleted when they become a version', async () => {
    const { storage, bin } = await open(kind);
    await write(storage, 'a', 'getypt', { cut: false });
    await bin.remove(['a'], 1000);
    await storage.notes.cutRevision('a', 'tab');
    expect(await textsOf(storage)).toEqual([]);
    expect(await idsOf(bin)).toEqual(['a']);
  });

  test('after 30 days a note goes with all that belongs to it, and not a moment before', async () => {
    const { storage, bin } = await open(kind);
    const first = await write(storage, 'a', 'eerst', { at: 10 });
    await write(storage, 'a', 'dan', { parents: [first?.id ?? ''], at: 20 });
    await write(storage, 'a', 'nog niet af', { tabId: 'ander', at: 30, cut: false });
    await write(storage, 'b', 'blijft');
    const spoken: SpokenNote = {
      ...noteOf('s'),
      voice: { type: 'audio/webm', duration: 2, peaks: [], pieces: 0 },
    };
    const voices = createVoiceStore(storage.records, storage.guard);
    for (const pieces of [1, 2]) {
      const note = { ...spoken, voice: { ...spoken.voice, pieces } };
      await voices.savePiece(note, new ArrayBuffer(4));
    }
    expect(await count(storage)).toEqual([3, 1, 3, 2]);
    await bin.remove(['a', 's'], 1000);

    expect(await bin.purge(1000 + BIN_TIME)).toBe(0);
    expect(await bin.purge(1000 + BIN_TIME - HOUR)).toBe(0);
    expect(await count(storage)).toEqual([3, 1, 3, 2]);
    expect(await bin.purge(1000 + BIN_TIME + 1)).toBe(2);
    expect(await count(storage)).toEqual([1, 0, 1, 0]);
    expect(await textsOf(storage)).toEqual(['blijft']);
  });

  test('joining makes one version of all, and the others stay as earlier ones', async () => {
    const { storage, bin } = await open(kind);
    const base = await write(storage, 'a', 'begin', { at: 1 });
    const parents = [base?.id ?? ''];
    const one = await write(storage, 'a', 'links', { tabId: 'een', parents, at: 2 });
    const two = await write(storage, 'a', 'rechts', { tabId: 'twee', parents, at: 3 });
    const ids = [one?.id ?? '', two?.id ?? ''];
    const joined = await bin.join('a', ids, { text: 'links\n\nrechts' }, 4);
    expect(joined).toMatchObject({ parents: ids, text: 'links\n\nrechts', createdAt: 4 });
    const stored = await storage.notes.load('a');
    expect(stored?.text).toBe('links\n\nrechts');
    expect(stored?.revisions.map(({ text }) => text)).toEqual([
      'begin',
      'links',
      'rechts',
      'links\n\nrechts',
    ]);
  });

  test('a version that came in between is not joined unseen', async () => {
    const { storage, bin } = await open(kind);
    const one = await write(storage, 'a', 'links', { tabId: 'een', at: 2 });
    const two = await write(storage, 'a', 'rechts', { tabId: 'twee', at: 3 });
    await write(storage, 'a', 'nog een', { tabId: 'drie', at: 4 });
    const ids = [one?.id ?? '', two?.id ?? ''];
    expect(await bin.join('a', ids, { text: 'samen' }, 5)).toBeUndefined();
    expect(await bin.join('a', [...ids, 'weg'], { text: 'samen' }, 5)).toBeUndefined();
    expect((await storage.notes.load('a'))?.revisions).toHaveLength(3);
  });
});

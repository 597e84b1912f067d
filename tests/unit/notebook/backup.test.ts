import { describe, expect, test } from 'vitest';
import { createDownloadRecord } from '../../../src/model/download.ts';
import type { Note } from '../../../src/model/note.ts';
import type { VoicePiece } from '../../../src/model/voice-note.ts';
import { mergeBackup, previewMerge } from '../../../src/notebook/merge-backup.ts';
import { readBackup } from '../../../src/notebook/read-backup.ts';
import { readAllDamaged } from '../../../src/notebook/read-notebook.ts';
import { openZip } from '../../../src/notebook/zip-reader.ts';
import { decode } from '../../../src/storage/codec.ts';
import { createDatabase } from '../../../src/storage/database.ts';
import { createRecordGuard, type RecordGuard } from '../../../src/storage/record-guard.ts';
import { removeOrphans } from '../../../src/storage/voice-store.ts';
import { audioOf, summaryOf } from '../../fixtures/learning-route.ts';
import { backupOf, contentOf, deviceWith, NOTEBOOK, putAll } from '../../fixtures/notebook-data.ts';
import { FakeFactory } from '../storage/fake-browser.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const HASH = '0'.repeat(64);
const RECORDING = {
  schema: 1,
  audioHash: HASH,
  routeId: 'r',
  moduleId: 'a',
  fileName: 'eigen opname.mp3',
  type: 'audio/mpeg',
  size: 1,
  pieces: [HASH],
  duration: 1,
  chapters: [],
  peaks: [],
  isSeekExact: true,
  addedAt: 1,
  copiedAt: 1,
};

const answer: Note = {
  id: 'n',
  kind: 'answer',
  routeId: 'r',
  moduleId: 'a',
  anchor: {},
  createdAt: 1,
};

const lostWords = {
  revisions: [{ id: 'v', noteId: 'n', parents: [], text: 'zwervend', createdAt: 3 }],
};

describe('words in a backup without their note', () => {
  test('come in as a note without a place', async () => {
    const file = await backupOf((await deviceWith(lostWords)).store);
    const { store, guard } = await deviceWith();
    const { notes } = await mergeBackup(store, guard, await readBackup(file));
    expect(notes).toEqual({ added: 1, same: 0, differs: 0 });
    const found = await store.read(['notes'], (tx) => guard.getAll(tx, 'notes'));
    expect(found).toEqual([
      { id: 'n', kind: 'free', routeId: '-', moduleId: '-', anchor: {}, createdAt: 3 },
    ]);
  });

  test('find their note where it is known, and leave one that cannot be read', async () => {
    const file = await backupOf((await deviceWith(lostWords)).store);
    const known = await deviceWith({ notes: [answer] });
    await mergeBackup(known.store, known.guard, await readBackup(file));
    const unreadable = { schema: 99, id: 'n' };
    const damaged = await deviceWith();
    await damaged.store.write(['notes'], 'strict', (tx) => tx.put('notes', unreadable));
    await mergeBackup(damaged.store, damaged.guard, await readBackup(file));
    const stored = (store: typeof known.store) => store.read(['notes'], (tx) => tx.getAll('notes'));
    expect(await stored(known.store)).toMatchObject([answer]);
    expect(await stored(damaged.store)).toEqual([unreadable]);
  });
});

describe('a backup', () => {
  test('tells what it is, how much is in it, and the hash of each part', async () => {
    const { store } = await deviceWith(NOTEBOOK);
    const zip = await openZip(await backupOf(store));
    const content = JSON.parse(text(await zip.read('backup.json', 1e6)));
    expect(content).toMatchObject({
      app: 'luisterroute',
      format: 1,
      schema: 1,
      version: 'test',
      createdAt: '2023-11-14T22:13:20.000Z',
    });
    expect(content.sections.notes.count).toBe(2);
    expect(content.sections.revisions.count).toBe(2);
    const { createHash } = await import('node:crypto');
    for (const [name, records] of Object.entries(content.data)) {
      const hash = createHash('sha256').update(JSON.stringify(records)).digest('hex');
      expect(content.sections[name].sha256).toBe(hash);
    }
  });

  test('has the pieces of a voice as one file that plays', async () => {
    const { store } = await deviceWith(NOTEBOOK);
    const zip = await openZip(await backupOf(store));
    expect([...(await zip.read('spraak/n2.webm', 100))]).toEqual([1, 2, 3, 4, 5]);
  });

  test('may be read again without counting for more than it is', async () => {
    const file = await backupOf((await deviceWith(NOTEBOOK)).store);
    const zip = await openZip(file, 8);
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await zip.read('spraak/n2.webm', 100)).toHaveLength(5);
    }
    await expect(zip.read('backup.json', 1e6)).rejects.toMatchObject({ code: 'too-large' });
    await expect(zip.read('spraak/n2.webm', 4)).rejects.toMatchObject({ code: 'too-large' });
  });

  test.each([0, Date.UTC(2200)])('is made on a device whose clock says %d', async (now) => {
    const { store } = await deviceWith(NOTEBOOK);
    const { createdAt } = await readBackup(await backupOf(store, { now }));
    expect(createdAt.getTime()).toBe(now);
  });

  test('has no download, no own recording and not the age of the backup before it', async () => {
    const { store } = await deviceWith({ settings: [{ key: 'lastBackupAt', value: 5 }] });
    await store.write(['downloads', 'recordings'], 'strict', async (tx) => {
      const audio = { ...audioOf('a', 1), hash: HASH, pieces: [HASH] };
      await tx.put('downloads', { ...createDownloadRecord(summaryOf('a', { audio })) });
      await tx.put('recordings', RECORDING);
    });
    const readable = await store.read(['recordings', 'downloads'], async (tx) => [
      decode('recordings', (await tx.getAll('recordings'))[0]).ok,
      decode('downloads', (await tx.getAll('downloads'))[0]).ok,
    ]);
    expect(readable).toEqual([true, true]);
    await expect(readBackup(await backupOf(store))).rejects.toMatchObject({ code: 'empty' });
  });

  test('takes along what cannot be read, whatever it is', async () => {
    const { store } = await deviceWith(NOTEBOOK);
    const odd = {
      schema: 7,
      id: 'n9',
      when: new Date(5),
      parts: new Map([['a', 1n]]),
      none: undefined,
    };
    await store.write(['notes', 'damaged'], 'strict', async (tx) => {
      await tx.put('notes', odd);
      await tx.put('damaged', { store: 'drafts', record: { bytes: Uint8Array.of(9).buffer } });
    });
    const { damaged } = await readBackup(await backupOf(store));
    expect(damaged).toHaveLength(2);
    expect(damaged).toContainEqual({ store: 'notes', record: odd });
    const bytes = Uint8Array.of(9).buffer;
    expect(damaged).toContainEqual({ store: 'drafts', record: { bytes } });
  });
});

describe('bringing back', () => {
  test('on an empty device gives everything, in a real database too', async () => {
    const { store } = await deviceWith(NOTEBOOK);
    const before = await contentOf(store);
    const database = createDatabase({ name: 'x', factory: new FakeFactory().asFactory() });
    const backup = await readBackup(await backupOf(store));
    const summary = await mergeBackup(
      database,
      createRecordGuard(() => undefined),
      backup,
    );
    expect(summary.notes).toEqual({ added: 2, same: 0, differs: 0 });
    expect(summary.voices).toEqual({ added: 1, same: 0, differs: 0 });
    expect(await contentOf(database)).toEqual(before);
    await database.close();
  });

  test('first tells what is new, the same and different, and changes nothing by that', async () => {
    const { store: from } = await deviceWith(NOTEBOOK);
    const backup = await readBackup(await backupOf(from));
    const { store } = await deviceWith({
      notes: NOTEBOOK.notes?.slice(0, 1) ?? [],
      revisions: NOTEBOOK.revisions?.slice(0, 1) ?? [],
      progress: NOTEBOOK.progress ?? [],
    });
    const before = await contentOf(store);
    expect(await previewMerge(store, backup)).toMatchObject({
      notes: { added: 1, same: 0, differs: 1 },
      progress: { added: 0, same: 1, differs: 0 },
      settings: { added: 1, same: 0, differs: 0 },
      voices: { added: 1, same: 0, differs: 0 },
    });
    expect(await contentOf(store)).toEqual(before);
  });

  test('keeps both versions of an answer that went on in two places', async () => {
    const base = NOTEBOOK.notes ?? [];
    const [first] = NOTEBOOK.revisions ?? [];
    if (!first) throw new Error('no revision');
    const version = (id: string, words: string) => ({ ...first, id, parents: ['v1'], text: words });
    const { store: phone } = await deviceWith({
      notes: base,
      revisions: [first, version('p', 'telefoon')],
    });
    const { store: laptop, guard } = await deviceWith({
      notes: base,
      revisions: [first, version('l', 'laptop')],
    });
    await mergeBackup(laptop, guard, await readBackup(await backupOf(phone)));
    const texts = await laptop.read(['revisions'], (tx) => guard.getAll(tx, 'revisions'));
    expect(texts.map((entry) => entry.text).sort()).toEqual(['Eerst dit.', 'laptop', 'telefoon']);
  });

  test('never puts another text in the place of a version', async () => {
    const [first] = NOTEBOOK.revisions ?? [];
    if (!first) throw new Error('no revision');
    const { store: forged } = await deviceWith({ revisions: [{ ...first, text: 'vervalst' }] });
    const { store, guard } = await deviceWith(NOTEBOOK);
    const backup = await readBackup(await backupOf(forged));
    await mergeBackup(store, guard, backup);
    await mergeBackup(store, guard, backup);
    const texts = await store.read(['revisions'], (tx) => guard.getAll(tx, 'revisions'));
    expect(texts.map((entry) => entry.text).filter((words) => words === 'vervalst')).toHaveLength(
      1,
    );
    expect(texts.find(({ id }) => id === 'v1')?.text).toBe('Eerst dit.');
  });

  test('has the same versions beside one that was forged, whatever came in first', async () => {
    const first = firstOf(NOTEBOOK.revisions);
    const forged = ['een', 'twee'].map((text) => ({ revisions: [{ ...first, text }] }));
    const [one, two] = await Promise.all(
      forged.map(async (data) => readBackup(await backupOf((await deviceWith(data)).store))),
    );
    if (!one || !two) throw new Error('no backups');
    const contents = [];
    for (const order of [
      [one, two],
      [two, one, two],
    ]) {
      const { store, guard } = await deviceWith(NOTEBOOK);
      for (const backup of order) await mergeBackup(store, guard, backup);
      contents.push(await contentOf(store));
    }
    expect(contents[0]).toEqual(contents[1]);
  });

  test('brings back what was deleted, and deletes nothing itself', async () => {
    const notes = NOTEBOOK.notes ?? [];
    const deleted = notes.map((note) => ({ ...note, deletedAt: 9 }));
    for (const [here, inFile] of [
      [notes, deleted],
      [deleted, notes],
    ]) {
      const { store, guard } = await deviceWith({ notes: here ?? [] });
      const { store: from } = await deviceWith({ notes: inFile ?? [] });
      await mergeBackup(store, guard, await readBackup(await backupOf(from)));
      const after = await store.read(['notes'], (tx) => guard.getAll(tx, 'notes'));
      expect(after.map(({ deletedAt }) => deletedAt)).toEqual([undefined, undefined]);
    }
  });

  test('counts what was deleted here and comes back as new, and what stays deleted as the same', async () => {
    const [note] = NOTEBOOK.notes ?? [];
    if (!note) throw new Error('no note');
    const counts: [string, number | undefined, number | undefined, object][] = [
      ['deleted here', 5, undefined, { added: 1, same: 0, differs: 0 }],
      ['deleted in the backup', undefined, 5, { added: 0, same: 1, differs: 0 }],
      ['deleted in both, at another moment', 5, 6, { added: 0, same: 1, differs: 0 }],
    ];
    const revisions = NOTEBOOK.revisions ?? [];
    for (const [why, here, inFile, expected] of counts) {
      const withDeletion = (deletedAt: number | undefined) => ({
        notes: [{ ...note, ...(deletedAt === undefined ? {} : { deletedAt }) }],
        revisions,
      });
      const { store: from } = await deviceWith(withDeletion(inFile));
      const { store } = await deviceWith(withDeletion(here));
      const { notes } = await previewMerge(store, await readBackup(await backupOf(from)));
      expect(notes, why).toEqual(expected);
    }
  });

  test('takes an answer that was cleared elsewhere as another version, with all the rest', async () => {
    const answer = (id: string) => ({ ...firstOf(NOTEBOOK.notes), id, anchor: { questionId: id } });
    const version = (noteId: string, text: string, parents: string[] = []) => ({
      id: `${noteId}-${text}`,
      noteId,
      parents,
      text,
      createdAt: parents.length + 1,
    });
    const here = {
      notes: [answer('a'), answer('b')],
      revisions: [version('a', 'een'), version('b', 'twee')],
    };
    const { store: from } = await deviceWith({
      notes: [...here.notes, answer('c')],
      revisions: [...here.revisions, version('a', '', ['a-een']), version('c', 'drie')],
    });
    const { store, guard } = await deviceWith(here);
    const backup = await readBackup(await backupOf(from));
    const { notes } = await mergeBackup(store, guard, backup);
    expect(notes).toEqual({ added: 1, same: 1, differs: 1 });
    const texts = await store.read(['revisions'], (tx) => guard.getAll(tx, 'revisions'));
    expect(texts.map(({ text }) => text).sort()).toEqual(['', 'drie', 'een', 'twee']);
  });

  test.each<[written: number, cleared: number, outcome: 'refused' | 'comes in']>([
    [1, 1, 'comes in'],
    [2, 2, 'comes in'],
    [3, 3, 'refused'],
    [4, 3, 'refused'],
    [6, 3, 'comes in'],
    [100, 50, 'comes in'],
    [100, 51, 'refused'],
  ])('of %d answers %d cleared in the file: %s', async (written, cleared, outcome) => {
    const names = Array.from({ length: written }, (_, index) => `n${index}`);
    const here = {
      notes: names.map((id) => ({ ...answer, id })),
      revisions: names.map((noteId) => ({
        id: `${noteId}-een`,
        noteId,
        parents: [],
        text: 'Iets.',
        createdAt: 1,
      })),
    };
    const { store: from } = await deviceWith({
      ...here,
      revisions: [
        ...here.revisions,
        ...here.revisions.slice(0, cleared).map(({ id, noteId }) => ({
          id: `${id}-leeg`,
          noteId,
          parents: [id],
          text: '',
          createdAt: 2,
        })),
      ],
    });
    // A real one: it makes failures of its own of what ends a transaction.
    const store = createDatabase({ name: 'x', factory: new FakeFactory().asFactory() });
    await putAll(store, here);
    const guard = createRecordGuard(() => undefined);
    const before = await contentOf(store);
    const backup = await readBackup(await backupOf(from));
    if (outcome === 'refused') {
      const reason = { code: 'would-empty' };
      await expect(previewMerge(store, backup)).rejects.toMatchObject(reason);
      await expect(mergeBackup(store, guard, backup)).rejects.toMatchObject(reason);
      expect(await contentOf(store)).toEqual(before);
    } else {
      const { notes } = await mergeBackup(store, guard, backup);
      expect(notes).toEqual({ added: 0, same: written - cleared, differs: cleared });
    }
  });

  test('puts a good piece of a voice in the place of a damaged one, and never of a good one', async () => {
    const backup = await readBackup(await backupOf((await deviceWith(NOTEBOOK)).store));
    const { store, guard } = await deviceWith(NOTEBOOK);
    const broken = { schema: 1, noteId: 'n2', index: 0, bytes: 'weg' };
    await store.write(['voice'], 'strict', (tx) => tx.put('voice', broken));
    const differs = { added: 0, same: 0, differs: 1 };
    expect((await previewMerge(store, backup)).voices).toEqual(differs);
    expect((await mergeBackup(store, guard, backup)).voices).toEqual(differs);
    const piece = (await store.read(['voice'], (tx) => tx.get('voice', ['n2', 0]))) as VoicePiece;
    expect([...new Uint8Array(piece.bytes)]).toEqual([1, 2, 3]);
    expect(await readAllDamaged(store)).toEqual([
      { store: 'voice', record: expect.stringContaining('weg') },
    ]);
    expect((await previewMerge(store, backup)).voices).toEqual({ added: 0, same: 1, differs: 0 });

    const other = { noteId: 'n2', index: 1, bytes: Uint8Array.of(9, 9).buffer };
    await putAll(store, { voice: [other] });
    expect((await mergeBackup(store, guard, backup)).voices).toEqual(differs);
    expect(await store.read(['voice'], (tx) => guard.get(tx, 'voice', ['n2', 1]))).toEqual(other);
  });

  test('of a device with a damaged piece of a voice onto itself adds nothing', async () => {
    const { store, guard } = await deviceWith(NOTEBOOK);
    const broken = { schema: 1, noteId: 'n2', index: 1, bytes: 'weg' };
    await store.write(['voice'], 'strict', (tx) => tx.put('voice', broken));
    const backup = await readBackup(await backupOf(store));
    expect(await mergeBackup(store, guard, backup)).toMatchObject({
      voices: { same: 1 },
      damaged: { added: 0, same: 1 },
    });
    expect(await readAllDamaged(store)).toHaveLength(1);
    expect(await store.read(['damaged'], (tx) => tx.getKeys('damaged'))).toEqual([]);
  });

  test('changes nothing when another tab clears the voices away before their notes are there', async () => {
    const backup = await readBackup(await backupOf((await deviceWith(NOTEBOOK)).store));
    const { store, guard } = await deviceWith();
    const before = await contentOf(store);
    const clearing: RecordGuard = {
      ...guard,
      async put(tx, name, value) {
        await guard.put(tx, name, value);
        if (name === 'voice') await removeOrphans(tx);
      },
    };
    await expect(mergeBackup(store, clearing, backup)).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(await contentOf(store)).toEqual(before);
    await mergeBackup(store, guard, backup);
    expect((await contentOf(store)) as object).toMatchObject({
      spoken: ['n2,0,1,2,3', 'n2,1,4,5'],
    });
  });

  test('that fails halfway leaves nothing, no voice either', async () => {
    const { store: from } = await deviceWith(NOTEBOOK);
    const backup = await readBackup(await backupOf(from));
    const { store } = await deviceWith();
    const piece = { schema: 1, noteId: 'n2', index: 1, bytes: 'weg' };
    await store.write(['voice'], 'strict', (tx) => tx.put('voice', piece));
    const broken = createRecordGuard(() => undefined);
    const failing = {
      ...broken,
      put: (...args: Parameters<typeof broken.put>) =>
        args[1] === 'journal' ? Promise.reject(new Error('full')) : broken.put(...args),
    };
    const before = await contentOf(store);
    await expect(mergeBackup(store, failing as typeof broken, backup)).rejects.toThrow('full');
    expect(await contentOf(store)).toEqual(before);
    expect(await store.read(['voice'], (tx) => tx.getAll('voice'))).toEqual([piece]);
  });

  test('reads again what an app of a later version could not be read by', async () => {
    const { store: from } = await deviceWith();
    const [note] = NOTEBOOK.notes ?? [];
    await from.write(['damaged'], 'strict', (tx) =>
      tx.put('damaged', { store: 'notes', record: { schema: 1, ...note } }),
    );
    const { store, guard } = await deviceWith();
    await mergeBackup(store, guard, await readBackup(await backupOf(from)));
    expect(await store.read(['notes'], (tx) => guard.getAll(tx, 'notes'))).toEqual([note]);
    expect(await store.read(['damaged'], (tx) => tx.getAll('damaged'))).toEqual([]);
  });

  test('does not make a second version of a draft that became one meanwhile', async () => {
    const { store, guard } = await deviceWith(NOTEBOOK);
    const backup = await readBackup(await backupOf(store));
    await store.write(['drafts'], 'strict', (tx) => tx.remove('drafts', ['n1', 't2']));
    await putAll(store, {
      revisions: [
        {
          id: 'v3',
          noteId: 'n1',
          parents: ['v2'],
          text: 'En nu',
          createdAt: 1300,
          origin: { tabId: 't2', sequence: 3 },
        },
      ],
    });
    await mergeBackup(store, guard, backup);
    expect(await store.read(['drafts'], (tx) => tx.getAll('drafts'))).toEqual([]);
  });
});

function firstOf<T>(list: readonly T[] | undefined): T {
  const [first] = list ?? [];
  if (first === undefined) throw new Error('nothing in the list');
  return first;
}

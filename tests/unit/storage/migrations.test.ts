/** Every earlier version of the database comes up to this one, and a step that fails leaves it as it was. */
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import { readNotebook } from '../../../src/notebook/read-notebook.ts';
import { CODED_STORES, decode } from '../../../src/storage/codec.ts';
import { createDatabase } from '../../../src/storage/database.ts';
import {
  addStores,
  DATABASE_STEPS,
  type DatabaseStep,
} from '../../../src/storage/database-steps.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { STORES } from '../../../src/storage/record-store.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import { FakeFactory } from './fake-browser.ts';

interface Version {
  version: number;
  stores: Record<
    string,
    {
      keyPath: string | string[];
      autoIncrement?: boolean;
      indexes?: Record<string, string | string[]>;
    }
  >;
  records: Record<string, object[]>;
}

const FOLDER = new URL('../../fixtures/database/', import.meta.url);
const versions: Version[] = await Promise.all(
  (await readdir(FOLDER)).map(async (name) => ({
    ...JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')),
    version: Number(/^version-(\d+)/.exec(name)?.[1]),
  })),
);

/** What a later build could bring: its steps stand behind those of this one. */
const LATER_STEPS: DatabaseStep[] = [
  (database) => addStores(database, { later: { keyPath: 'id', indexes: { byDay: 'day' } } }),
  (_, transaction) => {
    transaction.objectStore('notes').createIndex('byKind', 'kind');
    transaction.objectStore('later').put({ id: 'x', day: 1 });
  },
];

/** Makes a database as that version did, by hand. */
async function install({ version, stores, records }: Version): Promise<FakeFactory> {
  const fake = new FakeFactory();
  const request = fake.factory.open('luisterroute', version);
  request.onupgradeneeded = () => {
    for (const [name, { indexes, ...options }] of Object.entries(stores)) {
      const store = request.result.createObjectStore(name, options);
      for (const [index, path] of Object.entries(indexes ?? {})) store.createIndex(index, path);
    }
    for (const [name, list] of Object.entries(records)) {
      for (const record of list) request.transaction?.objectStore(name).put(record);
    }
  };
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
  request.result.close();
  return fake;
}

async function versionOf(fake: FakeFactory): Promise<number | undefined> {
  const [found] = await fake.factory.databases();
  return found?.version;
}

async function expectAllRecords(fake: FakeFactory, { records }: Version): Promise<void> {
  for (const [name, list] of Object.entries(records)) {
    expect(await fake.rawGetAll(name)).toEqual(list);
  }
}

function open(fake: FakeFactory, steps: readonly DatabaseStep[]) {
  return createDatabase({ name: 'luisterroute', factory: fake.asFactory(), steps });
}

test('there is a fixture of every version', () => {
  const expected = DATABASE_STEPS.map((_, index) => index + 1);
  expect(versions.map(({ version }) => version).sort((a, b) => a - b)).toEqual(expected);
});

test('the steps make the stores that the code knows', async () => {
  const fake = new FakeFactory();
  const database = open(fake, DATABASE_STEPS);
  await database.read(['settings'], (tx) => tx.getAll('settings'));
  const [made] = fake.databases;
  const transaction = made?.transaction([...(made?.objectStoreNames ?? [])]);
  const shapes = [...(made?.objectStoreNames ?? [])].map((name) => {
    const store = transaction?.objectStore(name);
    const indexes = [...(store?.indexNames ?? [])].map((index) => [
      index,
      store?.index(index).keyPath,
    ]);
    return [
      name,
      {
        keyPath: store?.keyPath,
        ...(store?.autoIncrement ? { autoIncrement: true } : {}),
        ...(indexes.length > 0 ? { indexes: Object.fromEntries(indexes) } : {}),
      },
    ];
  });
  expect(Object.fromEntries(shapes)).toEqual(STORES);
  await database.close();
});

test.each(versions)(
  'every record of version $version is read by the codec of now',
  ({ records }) => {
    for (const store of CODED_STORES) {
      for (const record of records[store] ?? []) {
        expect(decode(store, record), store).toMatchObject({ ok: true });
      }
    }
  },
);

const allSteps = [...DATABASE_STEPS, ...LATER_STEPS];

describe.each(versions)('version $version', (fixture) => {
  test('comes up to this one with everything in it', async () => {
    const fake = await install(fixture);
    const database = open(fake, DATABASE_STEPS);
    await database.read(['settings'], (tx) => tx.getAll('settings'));
    await database.close();
    expect(await versionOf(fake)).toBe(DATABASE_STEPS.length);
    await expectAllRecords(fake, fixture);
  });

  test('comes up to a later one too, step by step', async () => {
    const fake = await install(fixture);
    const database = open(fake, allSteps);
    await database.read(['settings'], (tx) => tx.getAll('settings'));
    await database.close();
    expect(await versionOf(fake)).toBe(allSteps.length);
    await expectAllRecords(fake, fixture);
    expect(await fake.rawGetAll('later')).toEqual([{ id: 'x', day: 1 }]);
  });

  const stepsAfter = allSteps.map((_, index) => index).slice(fixture.version);
  test.each(stepsAfter)('stays whole when step %i fails, before or after its work', async (at) => {
    for (const isDone of [false, true]) {
      const fake = await install(fixture);
      const failing = allSteps.map((step, index): DatabaseStep => {
        if (index !== at) return step;
        return (database, transaction) => {
          if (isDone) step(database, transaction);
          throw new Error('the browser ended');
        };
      });
      const broken = open(fake, failing);
      await expect(broken.read(['notes'], (tx) => tx.getAll('notes'))).rejects.toMatchObject({
        name: 'StorageError',
      });
      await broken.close();
      expect(await versionOf(fake)).toBe(fixture.version);
      await expectAllRecords(fake, fixture);
      // The next start does all steps.
      const healed = open(fake, allSteps);
      await healed.read(['settings'], (tx) => tx.getAll('settings'));
      await healed.close();
      expect(await versionOf(fake)).toBe(allSteps.length);
      await expectAllRecords(fake, fixture);
    }
  });
});

test('a first start that fails leaves no half database', async () => {
  for (const at of allSteps.keys()) {
    const fake = new FakeFactory();
    const failing = allSteps.map(
      (step, index): DatabaseStep =>
        index === at
          ? () => {
              throw new Error('the browser ended');
            }
          : step,
    );
    const broken = open(fake, failing);
    await expect(broken.read(['notes'], (tx) => tx.getAll('notes'))).rejects.toThrow();
    await broken.close();
    const healed = open(fake, allSteps);
    expect(await healed.read(['notes'], (tx) => tx.getAll('notes'))).toEqual([]);
    await healed.close();
  }
});

describe.each(versions)('before version $version is changed', (fixture) => {
  const upgrade = (fake: FakeFactory, beforeUpgrade: (oldVersion: number) => Promise<void>) =>
    createDatabase({
      name: 'luisterroute',
      factory: fake.asFactory(),
      steps: allSteps,
      beforeUpgrade,
    });

  test('a copy is made of it as it stands, once', async () => {
    const fake = await install(fixture);
    const seen: unknown[] = [];
    const database = upgrade(fake, async (oldVersion) => {
      expect(await versionOf(fake)).toBe(fixture.version);
      const stored = createDatabase({
        name: 'luisterroute',
        factory: fake.asFactory(),
        steps: 'as-it-is',
      });
      const notes = await stored.read(['notes'], (tx) => tx.getAll('notes'));
      await stored.close();
      seen.push(oldVersion, notes);
    });
    await database.read(['settings'], (tx) => tx.getAll('settings'));
    await database.close();
    expect(seen).toEqual([fixture.version, fixture.records.notes]);
    expect(await versionOf(fake)).toBe(allSteps.length);
    await expectAllRecords(fake, fixture);
  });

  test('a refusal leaves it as it is', async () => {
    const fake = await install(fixture);
    const database = upgrade(fake, async () => {
      throw new StorageError('unavailable', 'not by me');
    });
    const reading = database.read(['settings'], (tx) => tx.getAll('settings'));
    await expect(reading).rejects.toMatchObject({ code: 'unavailable', message: 'not by me' });
    await database.close();
    expect(await versionOf(fake)).toBe(fixture.version);
    await expectAllRecords(fake, fixture);
  });
});

test('a first start copies nothing', async () => {
  const fake = new FakeFactory();
  const beforeUpgrade = vi.fn(async () => undefined);
  const database = createDatabase({
    name: 'luisterroute',
    factory: fake.asFactory(),
    beforeUpgrade,
  });
  await database.read(['settings'], (tx) => tx.getAll('settings'));
  await database.close();
  expect(beforeUpgrade).not.toHaveBeenCalled();
});

test('no step takes a store or an index away', async () => {
  const removals = [
    vi.spyOn(IDBDatabase.prototype, 'deleteObjectStore'),
    vi.spyOn(IDBObjectStore.prototype, 'deleteIndex'),
    vi.spyOn(IDBObjectStore.prototype, 'clear'),
    vi.spyOn(IDBObjectStore.prototype, 'delete'),
  ];
  for (const fixture of versions) {
    const database = open(await install(fixture), DATABASE_STEPS);
    await database.read(['settings'], (tx) => tx.getAll('settings'));
    await database.close();
  }
  for (const removal of removals) expect(removal).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test('an earlier version that lacks a store reads as if that were empty', async () => {
  const [fixture] = versions;
  if (!fixture) throw new Error('no fixture');
  const { voice: _, journal: __, ...stores } = fixture.stores;
  const { journal: ___, ...records } = fixture.records;
  const fake = await install({ ...fixture, stores, records });
  const stored = createDatabase({
    name: 'luisterroute',
    factory: fake.asFactory(),
    steps: 'as-it-is',
  });
  const notebook = await readNotebook(stored);
  await stored.close();
  expect(notebook.records.notes).toEqual(fixture.records.notes);
  expect(notebook.records.journal).toEqual([]);
  expect(notebook.voices).toEqual([]);
});

test('a page of an older version says so, writes nothing, and can still export', async () => {
  const [fixture] = versions;
  if (!fixture) throw new Error('no fixture');
  const fake = await install(fixture);
  const newer = open(fake, allSteps);
  await newer.read(['settings'], (tx) => tx.getAll('settings'));
  await newer.close();
  const storage = await openStorage({
    indexedDB: fake.asFactory(),
    localStorage: undefined,
    locks: undefined,
  });
  expect(storage.kind).toBe('memory');
  expect(storage.problem?.code).toBe('newer');
  const source = storage.exportRecords;
  const { records } = await readNotebook(source);
  expect(records.notes).toEqual(fixture.records.notes);
  expect(records.revisions).toEqual(fixture.records.revisions);
  await source.close();
  await storage.settings.save('backStep', 60);
  await storage.close();
  await expectAllRecords(fake, fixture);
  expect(await versionOf(fake)).toBe(allSteps.length);
});

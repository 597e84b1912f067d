/** Before the storage gets the form of a newer version, the second database has all that was in it. */
import { afterEach, expect, test } from 'vitest';
import { mergeBackup } from '../../../../src/notebook/merge-backup.ts';
import { readBackup } from '../../../../src/notebook/read-backup.ts';
import { copyBeforeUpgrade } from '../../../../src/state/notebook/copy-before-upgrade.ts';
import { type AppStorage, openStorage } from '../../../../src/storage/open-storage.ts';
import { createSafetyCopies, SAFETY_DATABASE } from '../../../../src/storage/safety-copies.ts';
import { contentOf, deviceWith, NOTEBOOK, putAll } from '../../../fixtures/notebook-data.ts';
import { FakeFactory } from '../../storage/fake-browser.ts';

const opened: AppStorage[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((storage) => storage.close()));
});

/** Opens the storage as a build does that is so many versions further. */
async function start(fake: FakeFactory, further: number): Promise<AppStorage> {
  const factory = fake.asFactory();
  const { open } = factory;
  const next = Object.assign(Object.create(IDBFactory.prototype) as IDBFactory, {
    open: (name: string, version?: number) =>
      name === SAFETY_DATABASE || version === undefined
        ? open(name, version)
        : open(name, version + further),
  });
  const storage = await openStorage({
    indexedDB: next,
    localStorage: undefined,
    locks: undefined,
    copyBeforeUpgrade: (stored, oldVersion) =>
      copyBeforeUpgrade(
        { indexedDB: next, version: 'test', now: () => 1_700_000_000_000 },
        stored,
        oldVersion,
      ),
  });
  opened.push(storage);
  return storage;
}

const copiesOn = (fake: FakeFactory) =>
  createSafetyCopies({
    factory: fake.factory,
    now: () => 1_700_000_000_000,
    createId: () => 'unused',
  });

test('the copy gives back everything, on a device without anything too', async () => {
  const fake = new FakeFactory();
  const old = await start(fake, 0);
  await putAll(old.records, NOTEBOOK);
  const before = await contentOf(old.records);
  await old.close();
  expect(await copiesOn(fake).list()).toEqual([]);

  const next = await start(fake, 1);
  expect(next.kind).toBe('indexeddb');
  expect(await contentOf(next.records)).toEqual(before);
  const copies = await copiesOn(fake).list();
  expect(copies.map(({ id }) => id)).toEqual(['versie-1']);
  const file = await copiesOn(fake).load('versie-1');
  const empty = await deviceWith();
  await mergeBackup(empty.store, empty.guard, await readBackup(file ?? new Blob()));
  expect(await contentOf(empty.store)).toEqual(before);
  await next.close();

  // A start in the same version copies nothing.
  await start(fake, 1);
  expect(await copiesOn(fake).list()).toEqual(copies);
});

test('without room for a copy the upgrade goes on, and nothing is lost', async () => {
  const fake = new FakeFactory();
  const old = await start(fake, 0);
  await putAll(old.records, NOTEBOOK);
  const before = await contentOf(old.records);
  await old.close();
  const { open } = fake.factory;
  fake.factory.open = (name, version) => {
    if (name === SAFETY_DATABASE) throw new DOMException('no room', 'QuotaExceededError');
    return open.call(fake.factory, name, version);
  };
  const next = await start(fake, 1);
  expect(next.kind).toBe('indexeddb');
  expect(await contentOf(next.records)).toEqual(before);
});

test('a second copy of one version takes the place of the first, also when it is smaller', async () => {
  const fake = new FakeFactory();
  const deps = { indexedDB: fake.factory, version: 'test', now: () => 1_700_000_000_000 };
  const { revisions: [revision] = [] } = NOTEBOOK;
  if (!revision) throw new Error('no revision');
  // Letters that do not pack: two pieces and more.
  const text = Array.from({ length: 90_000 }, () => crypto.randomUUID()).join('');
  const large = await deviceWith({ revisions: [{ ...revision, text }] });
  await copyBeforeUpgrade(deps, large.store, 1);
  const small = await deviceWith(NOTEBOOK);
  await copyBeforeUpgrade(deps, small.store, 1);
  expect(await copiesOn(fake).list()).toHaveLength(1);
  const file = await copiesOn(fake).load('versie-1');
  const { values } = await readBackup(file ?? new Blob());
  expect(values.notes).toHaveLength(2);
});

test('an empty notebook needs no copy', async () => {
  const fake = new FakeFactory();
  await (await start(fake, 0)).close();
  await start(fake, 1);
  expect(await copiesOn(fake).list()).toEqual([]);
});

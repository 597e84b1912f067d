import { afterEach, expect, test } from 'vitest';
import { createBackupWork } from '../../../../src/state/notebook/backup-work.ts';
import { type AppStorage, openStorage } from '../../../../src/storage/open-storage.ts';
import { backupOf, deviceWith, NOTEBOOK } from '../../../fixtures/notebook-data.ts';
import { FakeFactory, FakeLocks } from '../../storage/fake-browser.ts';

let storage: AppStorage;

afterEach(() => storage.close());

test('what was being typed where the backup was made is a version at once, and what is typed here is not', async () => {
  const factory = new FakeFactory();
  storage = await openStorage({
    indexedDB: factory.asFactory(),
    localStorage: undefined,
    locks: new FakeLocks(),
  });
  const own = { noteId: 'n1', tabId: storage.tabId, parents: [], sequence: 1, updatedAt: 1 };
  await storage.notes.saveDraft({ ...own, text: 'hier' });
  const work = createBackupWork({
    storage,
    version: 'test',
    context: () => ({ routeTitle: '', appUrl: '', now: 1 }),
    arrange: async () => [],
    indexedDB: factory.asFactory(),
    createId: () => crypto.randomUUID(),
    now: () => 1,
  });
  const backup = await work.check(await backupOf((await deviceWith(NOTEBOOK)).store));
  await work.merge(backup);
  await work.merge(backup);
  const { records, guard } = storage;
  const left = await records.read(['drafts', 'revisions'], async (tx) => ({
    drafts: await guard.getAll(tx, 'drafts'),
    revisions: await guard.getAll(tx, 'revisions'),
  }));
  expect(left.drafts.map(({ text }) => text)).toEqual(['hier']);
  const made = left.revisions.filter(({ text }) => text === 'En nu');
  expect(made).toHaveLength(1);
  expect(made[0]?.parents).toEqual(['v2']);
});

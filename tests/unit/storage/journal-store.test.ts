import { afterEach, describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../../src/model/journal.ts';
import { createJournalStore } from '../../../src/storage/journal-store.ts';
import { type AppStorage, openStorage } from '../../../src/storage/open-storage.ts';
import { FakeFactory } from './fake-browser.ts';

const opened: AppStorage[] = [];

async function open(factory?: FakeFactory): Promise<AppStorage> {
  const storage = await openStorage({
    indexedDB: factory?.asFactory(),
    localStorage: undefined,
    locks: undefined,
  });
  opened.push(storage);
  return storage;
}

/** The journal of a page. */
function journalOf({ records, guard }: AppStorage) {
  return createJournalStore(records, guard);
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((storage) => storage.close()));
});

function entryAt(at: number, more: Partial<JournalEntry> = {}): JournalEntry {
  return { id: `id-${at}`, kind: 'jump', audioKey: 'r/a', from: 10, to: 90, at, ...more };
}

describe.each(['indexeddb', 'memory'] as const)('the journal in %s', (kind) => {
  const openKind = () => open(kind === 'indexeddb' ? new FakeFactory() : undefined);

  test('is empty at first', async () => {
    expect(await journalOf(await openKind()).loadAll()).toEqual([]);
  });

  test('gives its lines oldest first, whatever their ids', async () => {
    const journal = journalOf(await openKind());
    await journal.save(entryAt(30, { id: 'a' }));
    await journal.save(entryAt(20, { id: 'b', kind: 'session' }));
    expect((await journal.loadAll()).map(({ at }) => at)).toEqual([20, 30]);
  });

  test('a line that grows stays one line', async () => {
    const journal = journalOf(await openKind());
    await journal.save(entryAt(1, { to: 20 }));
    await journal.save(entryAt(1, { to: 50 }));
    expect(await journal.loadAll()).toEqual([entryAt(1, { to: 50 })]);
  });

  test('keeps the last 200', async () => {
    const journal = journalOf(await openKind());
    for (let at = 1; at <= 205; at += 1) await journal.save(entryAt(at));
    const lines = await journal.loadAll();
    expect(lines).toHaveLength(200);
    expect(lines[0]?.at).toBe(6);
    expect(lines.at(-1)?.at).toBe(205);
  });

  test('refuses a line that is none', async () => {
    const journal = journalOf(await openKind());
    await expect(journal.save(entryAt(1, { to: Number.NaN }))).rejects.toThrow(/journal/);
    expect(await journal.loadAll()).toEqual([]);
  });
});

test('lines outlive the page', async () => {
  const factory = new FakeFactory();
  const first = await open(factory);
  await journalOf(first).save(entryAt(7));
  await first.close();
  opened.splice(opened.indexOf(first), 1);
  expect(await journalOf(await open(factory)).loadAll()).toEqual([entryAt(7)]);
});

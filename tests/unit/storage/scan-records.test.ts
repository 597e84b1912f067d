import { afterEach, expect, test, vi } from 'vitest';
import { type AppStorage, openStorage } from '../../../src/storage/open-storage.ts';
import { SCAN_SETTING, scanRecords } from '../../../src/storage/scan-records.ts';
import { NOTEBOOK, putAll } from '../../fixtures/notebook-data.ts';
import { FakeFactory } from './fake-browser.ts';

const DAY = 24 * 60 * 60 * 1000;
const opened: AppStorage[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((storage) => storage.close()));
});

async function start(factory: FakeFactory): Promise<AppStorage> {
  const storage = await openStorage({
    indexedDB: factory.asFactory(),
    localStorage: undefined,
    locks: undefined,
  });
  opened.push(storage);
  return storage;
}

const scan = (storage: AppStorage, now: number, rest = async () => undefined) =>
  scanRecords({
    records: storage.records,
    guard: storage.guard,
    settings: storage.settings,
    rest,
    now: () => now,
  });

/** Records of every store, of which one cannot be read: a piece of a voice, which nothing reads at the start. */
async function damagedDevice(): Promise<FakeFactory> {
  const factory = new FakeFactory();
  const first = await start(factory);
  await putAll(first.records, NOTEBOOK);
  await first.close();
  await factory.rawPut('voice', { schema: 1, noteId: 'n2', index: 1, bytes: 'no sound' });
  return factory;
}

test('a record that nothing else reads is found, told, and left where it is', async () => {
  const factory = await damagedDevice();
  const before = await factory.rawGetAll('voice');
  const storage = await start(factory);
  const told = vi.fn();
  storage.onBadRecord(told);
  expect(storage.badRecordCount).toBe(0);
  await scan(storage, 1000);
  expect(told.mock.calls).toEqual([[{ store: 'voice', reason: expect.any(String) }]]);
  expect(storage.badRecordCount).toBe(1);
  expect(await factory.rawGetAll('voice')).toEqual(before);
  expect(await factory.rawGetAll('damaged')).toEqual([]);
});

test('within a week only what was found is read again, and it still counts', async () => {
  const factory = await damagedDevice();
  await scan(await start(factory), 1000);
  const later = await start(factory);
  const read = vi.spyOn(later.guard, 'get');
  await scan(later, 1000 + 6 * DAY);
  expect(read.mock.calls.map(([, store, key]) => [store, key])).toEqual([['voice', ['n2', 1]]]);
  expect(later.badRecordCount).toBe(1);
});

test('after a week, and after a clock was set back, everything is read', async () => {
  for (const now of [1000 + 7 * DAY, 999]) {
    const factory = await damagedDevice();
    await scan(await start(factory), 1000);
    await factory.rawPut('journal', { schema: 1, id: 'x', kind: 'no kind' });
    const later = await start(factory);
    await scan(later, now);
    expect(later.badRecordCount).toBe(2);
    expect((await later.settings.load())[SCAN_SETTING]).toMatchObject({
      at: now,
      bad: [
        ['journal', 'x'],
        ['voice', ['n2', 1]],
      ],
    });
  }
});

test('it rests before every piece of the work', async () => {
  const factory = new FakeFactory();
  const storage = await start(factory);
  const journal = Array.from({ length: 60 }, (_, index) => ({
    id: `j${index}`,
    kind: 'jump' as const,
    audioKey: 'r/a',
    from: 1,
    to: 2,
    at: index,
  }));
  await putAll(storage.records, { journal });
  const rest = vi.fn(async () => undefined);
  const reads: number[] = [];
  const { get } = storage.guard;
  vi.spyOn(storage.guard, 'get').mockImplementation((...asked) => {
    reads.push(rest.mock.calls.length);
    return get(...asked);
  });
  await scan(storage, 1000, rest);
  expect(reads).toHaveLength(60);
  for (const turn of new Set(reads)) {
    expect(reads.filter((found) => found === turn).length).toBeLessThanOrEqual(25);
  }
});

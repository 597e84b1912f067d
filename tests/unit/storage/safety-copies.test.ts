import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  createSafetyCopies,
  SAFETY_COPY_LIFE,
  SAFETY_DATABASE,
} from '../../../src/storage/safety-copies.ts';

function setUp() {
  const factory = new IDBFactory();
  const clock = { now: 1000 };
  let count = 0;
  const copies = createSafetyCopies({
    factory,
    now: () => clock.now,
    createId: () => {
      count += 1;
      return `k${count}`;
    },
  });
  return { factory, clock, copies };
}

test('a copy comes back byte for byte, also one of several pieces', async () => {
  const { copies } = setUp();
  const content = Uint8Array.from({ length: 1_200_000 }, (_, index) => index % 251);
  const { id, size } = await copies.save(new Blob([content]));
  expect(size).toBe(content.length);
  const loaded = await copies.load(id);
  // Compared as buffers: a list of a million numbers takes seconds.
  const bytes = new Uint8Array((await loaded?.arrayBuffer()) ?? []);
  expect(Buffer.compare(bytes, content)).toBe(0);
});

test('the newest stands first, and a copy goes after 30 days', async () => {
  const { clock, copies } = setUp();
  await copies.save(new Blob(['een']));
  clock.now += 10;
  await copies.save(new Blob(['twee']));
  expect((await copies.list()).map(({ id }) => id)).toEqual(['k2', 'k1']);
  clock.now = 1000 + SAFETY_COPY_LIFE;
  expect(await copies.list()).toHaveLength(2);
  clock.now += 1;
  expect((await copies.list()).map(({ id }) => id)).toEqual(['k2']);
  expect(await copies.load('k1')).toBeUndefined();
});

test('a copy of which a piece is gone is not given out as whole', async () => {
  const { factory, copies } = setUp();
  const { id } = await copies.save(new Blob([new Uint8Array(1_500_000)]));
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = factory.open(SAFETY_DATABASE);
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction('pieces', 'readwrite');
  transaction.objectStore('pieces').delete([id, 1]);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
  expect(await copies.load(id)).toBeUndefined();
});

test('it holds no connection that would be in the way of deleting', async () => {
  const { factory, copies } = setUp();
  await copies.save(new Blob(['x']));
  await new Promise<void>((resolve, reject) => {
    const request = factory.deleteDatabase(SAFETY_DATABASE);
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error('blocked'));
  });
  expect(await factory.databases()).toEqual([]);
});

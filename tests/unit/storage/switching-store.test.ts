import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import { createRecordGuard } from '../../../src/storage/record-guard.ts';
import { STORES, type StoreName } from '../../../src/storage/record-store.ts';
import { createSwitchingStore } from '../../../src/storage/switching-store.ts';

const guard = createRecordGuard(() => undefined);
const setting = (key: string) => ({ key, value: 1, schema: 1 });

describe('the move from memory to the database', () => {
  test.each([
    ['before', ['first', 'moving']],
    ['after', ['moving', 'first']],
  ])('takes along what is written in the same moment, %s it begins', async (_, order) => {
    const database = createMemoryStore();
    const store = createSwitchingStore(createMemoryStore());
    const steps: Record<string, () => Promise<unknown>> = {
      first: () => store.write(['settings'], 'strict', (tx) => tx.put('settings', setting('a'))),
      moving: () => store.moveTo(database, guard),
    };
    await Promise.all(order.map((step) => steps[step]?.()));
    await store.write(['settings'], 'strict', (tx) => tx.put('settings', setting('b')));
    const kept = await database.read(['settings'], (tx) => tx.getAll('settings'));
    expect(kept).toEqual([setting('a'), setting('b')]);
  });

  test('leaves no record behind, whatever it tells of', async () => {
    const database = createMemoryStore();
    const memory = createMemoryStore();
    const store = createSwitchingStore(memory);
    const names = (Object.keys(STORES) as StoreName[]).filter(
      // Progress is joined, not copied; what cannot be read was never written to memory.
      (name) => name !== 'progress' && name !== 'damaged',
    );
    for (const name of names) {
      const paths = [STORES[name].keyPath].flat();
      const record = Object.fromEntries(paths.map((path) => [path, 'x']));
      await store.write([name], 'strict', (tx) => tx.put(name, record));
    }
    await store.moveTo(database, guard);
    const kept: string[] = [];
    for (const name of names) {
      const found = await database.read([name], (tx) => tx.getAll(name));
      if (found.length === 1) kept.push(name);
    }
    expect(kept).toEqual(names);
  });

  test('that fails leaves everything where it was', async () => {
    const store = createSwitchingStore(createMemoryStore());
    await store.write(['settings'], 'strict', (tx) => tx.put('settings', setting('a')));
    const refusing = { ...createMemoryStore(), write: () => Promise.reject(new Error('full')) };
    await expect(store.moveTo(refusing, guard)).rejects.toThrow('full');
    expect(await store.read(['settings'], (tx) => tx.getAll('settings'))).toEqual([setting('a')]);
  });
});

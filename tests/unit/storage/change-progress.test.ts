import { afterEach, describe, expect, test } from 'vitest';
import type { Progress } from '../../../src/model/progress.ts';
import { forgotten, reopened } from '../../../src/model/start-over.ts';
import { changeProgress } from '../../../src/storage/change-progress.ts';
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

afterEach(async () => {
  await Promise.all(opened.splice(0).map((storage) => storage.close()));
});

function finished(key: string): Progress {
  return {
    key,
    position: 8,
    duration: 10,
    heard: [{ startTime: 0, endTime: 8 }],
    completed: { at: 5, how: 'marked' },
    updatedAt: 100,
  };
}

describe.each(['indexeddb', 'memory'] as const)('taking back in %s', (kind) => {
  const openKind = () => open(kind === 'indexeddb' ? new FakeFactory() : undefined);

  test('writes over what is stored, and only where the rule says so', async () => {
    const storage = await openKind();
    await storage.progress.save(finished('r/a'));
    await storage.progress.save(finished('ander/a'));
    const changed = await changeProgress(storage, (stored) =>
      stored.key.startsWith('r/') ? forgotten(stored, 200) : undefined,
    );
    expect(changed.map(({ key }) => key)).toEqual(['r/a']);
    expect(await storage.progress.load('r/a')).toEqual({
      key: 'r/a',
      position: 0,
      duration: 10,
      heard: [],
      startedOverAt: 200,
      updatedAt: 200,
    });
    expect(await storage.progress.load('ander/a')).toEqual(finished('ander/a'));
  });

  test('what a player still writes from before does not bring it back', async () => {
    const storage = await openKind();
    await storage.progress.save(finished('r/a'));
    await changeProgress(storage, (stored) => reopened(stored, 0.9, 200));
    await storage.progress.save({ ...finished('r/a'), position: 9, updatedAt: 300 });
    const after = await storage.progress.load('r/a');
    expect(after?.completed).toBeUndefined();
    expect(after?.position).toBe(8);
  });
});

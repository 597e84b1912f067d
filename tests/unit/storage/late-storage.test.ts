import { expect, test } from 'vitest';
import { createLateStorage } from '../../../src/storage/late-storage.ts';
import type { AppStorage } from '../../../src/storage/open-storage.ts';

function start() {
  const seen = { loads: 0, letGo: 0 };
  let finish: () => void = () => undefined;
  const late = createLateStorage(async () => {
    seen.loads += 1;
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return {
      letGo: async () => {
        seen.letGo += 1;
      },
    } as AppStorage;
  });
  return { late, seen, finish: () => finish() };
}

test('what is opened lets go at the end', async () => {
  const { late, seen, finish } = start();
  const opening = late.open();
  finish();
  await opening;
  await late.end();
  expect(seen).toEqual({ loads: 1, letGo: 1 });
});

test('after the end nothing is opened', async () => {
  const { late, seen } = start();
  await late.end();
  await expect(late.open()).rejects.toThrow('wiped');
  expect(seen.loads).toBe(0);
});

test('what was still opening lets go once it is there', async () => {
  const { late, seen, finish } = start();
  const opening = late.open();
  await late.end();
  finish();
  await opening;
  expect(seen.letGo).toBe(1);
});

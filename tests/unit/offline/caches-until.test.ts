import { expect, test } from 'vitest';
import { cachesUntil } from '../../../src/offline/caches-until.ts';
import { FakeCaches } from './fake-caches.ts';

test('once it has ended no cache is made any more', async () => {
  const real = new FakeCaches();
  let hasEnded = false;
  const caches = cachesUntil(real.asCacheStorage(), () => hasEnded);
  await caches.open('luisterroute-texts');
  expect(await caches.keys()).toEqual(['luisterroute-texts']);
  hasEnded = true;
  await expect(caches.open('luisterroute-marker')).rejects.toThrow('wiped');
  expect(await real.keys()).toEqual(['luisterroute-texts']);
});

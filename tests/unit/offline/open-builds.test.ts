import { expect, it } from 'vitest';
import { type BuildLocks, holdBuild } from '../../../src/offline/open-builds.ts';

/** The locks that the tabs of one browser share; a tab that closes lets go of its own. */
function createBrowser() {
  const held = new Set<{ name: string }>();
  return {
    open(build: string): { isAlone: () => Promise<boolean>; close: () => void } {
      const own = new Set<{ name: string }>();
      const locks: BuildLocks = {
        async request(name, { mode }, callback) {
          if (mode !== 'shared') throw new Error('others would wait');
          const lock = { name };
          held.add(lock);
          own.add(lock);
          await callback();
          held.delete(lock);
        },
        query: async () => ({ held: [...held, { name: 'luisterroute-downloads' }] }),
      };
      const isAlone = holdBuild(locks, build);
      return { isAlone, close: () => own.forEach((lock) => void held.delete(lock)) };
    },
  };
}

it('tabs of one build are alone; one of another is seen until it is closed, from both sides', async () => {
  const browser = createBrowser();
  const first = browser.open('a1');
  const second = browser.open('a1');
  expect(await first.isAlone()).toBe(true);
  const newer = browser.open('b2');
  expect(await newer.isAlone()).toBe(false);
  expect(await first.isAlone()).toBe(false);
  first.close();
  expect(await newer.isAlone()).toBe(false);
  second.close();
  expect(await newer.isAlone()).toBe(true);
});

it('without Web Locks, or with locks that refuse, nobody else is known', async () => {
  expect(await holdBuild(undefined, 'a1')()).toBe(true);
  const refusing: BuildLocks = {
    request: async () => Promise.reject(new DOMException('', 'SecurityError')),
    query: async () => Promise.reject(new DOMException('', 'SecurityError')),
  };
  expect(await holdBuild(refusing, 'a1')()).toBe(true);
});

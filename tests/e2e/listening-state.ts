/** What a spec about questions and marks looks at or sets from outside: each audio element, the page's visibility, a stored choice. */
import type { Page } from '@playwright/test';
import { started } from './app-test.ts';

/** What an element says, in the order of making: that of the modules, and one that is made by the press that needs it. */
export async function soundOf(page: Page, which: 'first' | 'second') {
  return page.evaluate((wanted) => {
    const used = window.sounds.filter((element) => element.currentSrc !== '');
    const element = used[wanted === 'first' ? 0 : 1];
    return {
      source: element?.currentSrc ?? '',
      currentTime: element?.currentTime ?? -1,
      isPaused: element?.paused ?? true,
    };
  }, which);
}

/** What the browser says when the person goes to another app; the sound is left alone by it. */
export async function setVisible(page: Page, state: 'visible' | 'hidden') {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

/** Stores a choice as the settings page does; it counts from the reload on. */
export async function choose(page: Page, key: string, value: unknown) {
  await page.evaluate(
    async (setting) => {
      const request = indexedDB.open('luisterroute');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction('settings', 'readwrite');
      transaction.objectStore('settings').put({ schema: 1, ...setting });
      await new Promise<void>((resolve) => {
        transaction.oncomplete = () => resolve();
      });
      database.close();
    },
    { key, value },
  );
  await page.reload();
  await started(page);
}

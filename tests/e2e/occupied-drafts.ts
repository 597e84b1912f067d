/** A device that is slow to write what somebody types. */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Ends the transaction that keeps all others waiting. */
    release?: () => void;
  }
}

/** Keeps the drafts busy from another connection until `window.release` is called. */
export async function occupyDrafts(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('luisterroute');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const drafts = database.transaction('drafts', 'readwrite').objectStore('drafts');
    let isReleased = false;
    window.release = () => {
      isReleased = true;
    };
    await new Promise<void>((resolve) => {
      const ask = () => {
        const request = drafts.count();
        request.onsuccess = () => {
          resolve();
          if (isReleased) database.close();
          else ask();
        };
      };
      ask();
    });
  });
}

/**
 * What a screen reader says by itself: what comes into a region with `role="status"` that was there before, and
 * every alert. A status that arrives with its words is not heard in every browser, and counts as silence; so
 * does one that is `aria-live="off"`, or was so until its words came.
 */
import { type BrowserContext, expect, type Page } from '@playwright/test';

declare global {
  interface Window {
    /** In order, since the page was opened. */
    spoken: string[];
  }
}

/** Must be called before the page is opened. */
export async function watchSpoken(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.spoken = [];
    const LIVE = '[role="status"], [role="alert"], [aria-live], output';
    const heard = new WeakMap<Element, string>();
    const say = (region: Element) => {
      const words = (region.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (words === heard.get(region)) return;
      heard.set(region, words);
      if (words !== '') window.spoken.push(words);
    };
    const look = (changes: MutationRecord[]) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
      const isNew = (element: Element) => added.some((node) => node.contains(element));
      for (const node of added) {
        if (!(node instanceof Element) || !node.isConnected) continue;
        const alerts = [node, ...node.querySelectorAll('*')].filter(
          (element) => element.getAttribute('role') === 'alert',
        );
        for (const alert of alerts) say(alert);
      }
      const opened = changes.flatMap(({ type, target }) => (type === 'attributes' ? [target] : []));
      for (const { type, target } of changes) {
        if (type === 'attributes') continue;
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(LIVE);
        if (!region?.isConnected || isNew(region) || opened.includes(region)) continue;
        if (region.getAttribute('aria-live') !== 'off') say(region);
      }
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['aria-live'],
    });
  });
}

/** All that was said since the page was opened. */
export async function spoken(page: Page): Promise<string[]> {
  return page.evaluate(() => window.spoken);
}

/** Waits until this is said. */
export async function expectSpoken(page: Page, words: RegExp): Promise<void> {
  await expect
    .poll(async () => (await spoken(page)).some((said) => words.test(said)), {
      message: `${words} is said`,
    })
    .toBe(true);
}

/** Tells when the app has taken over a page that was prerendered: a press before that is no press. */
import type { BrowserContext, Page } from '@playwright/test';

declare global {
  interface Window {
    /** Set once the app follows the back button: from then on it answers to everything. */
    isAppStarted?: boolean;
  }
}

/** Must be called before the page is opened. */
export async function watchStart(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { addEventListener } = window;
    window.addEventListener = function listen(
      this: Window | undefined,
      ...rest: Parameters<typeof addEventListener>
    ) {
      if (rest[0] === 'popstate') window.isAppStarted = true;
      addEventListener.apply(this ?? window, rest);
    };
  });
}

/** Opens an address and waits until the app answers. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await started(page);
}

/** The same after a reload, or after following a link that leaves the page. */
export async function started(page: Page): Promise<void> {
  await page.waitForFunction(() => window.isAppStarted === true);
}

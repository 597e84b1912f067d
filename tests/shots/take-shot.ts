/** Takes one picture of one screen, in a browser context of its own. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { watchStart } from '../e2e/app-start.ts';
import { TODAY } from '../e2e/listener.ts';
import type { Reach } from '../e2e/screens.ts';

/** What every picture has in common: where and when the listener is, and nothing that moves. */
const COMMON: BrowserContextOptions = {
  locale: 'nl-NL',
  timezoneId: 'Europe/Amsterdam',
  reducedMotion: 'reduce',
  // A screen that is there from an earlier visit would tell of an earlier build.
  serviceWorkers: 'block',
};

/** A font that comes late waits for the next page, so that nothing moves: a picture would then be of another one. */
async function insistOnFont(context: BrowserContext): Promise<void> {
  await context.route('**/*.css', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(
      /font-display:\s*optional/g,
      'font-display:block',
    );
    await route.fulfill({ response, body });
  });
}

/** Opens a screen, has something done with it, and throws the context away. */
export async function withScreen<T>(
  browser: Browser,
  options: BrowserContextOptions,
  reach: Reach,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ ...COMMON, ...options });
  try {
    // tsx wraps functions in a helper of its own, which a page does not have.
    await context.addInitScript('globalThis.__name = (wrapped) => wrapped');
    await watchStart(context);
    await insistOnFont(context);
    // Pictures come by the dozen: a screen that is not reached in this time will not be.
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    if (options.javaScriptEnabled !== false) await page.clock.setFixedTime(TODAY);
    await reach(page);
    return await act(page);
  } finally {
    await context.close();
  }
}

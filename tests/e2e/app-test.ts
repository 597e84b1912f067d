/**
 * The `test` of the specs that use the app as a person does. Whatever they do, the console must stay silent
 * and nothing may be asked of another origin; a spec that provokes a fault names the message it expects.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { watchEngine } from './engine-facts.ts';
import { test as base } from './fixtures.ts';

export { expect } from './fixtures.ts';

/** What went wrong without anybody asking for it. */
export interface Faults {
  /** Messages that this test provokes. */
  allow(expected: RegExp): void;
  /** Also listens to a browser that the test opened itself. */
  watch(context: BrowserContext): Promise<void>;
  readonly found: string[];
}

interface AppFixtures {
  faults: Faults;
}

/** Playwright's `test` with a site, and a check of console and requests after every test. */
export const test = base.extend<AppFixtures>({
  faults: [
    async ({ context, site }, use) => {
      const messages: string[] = [];
      const allowed: RegExp[] = [];
      const faults: Faults = {
        allow: (expected) => void allowed.push(expected),
        async watch(watched) {
          await watchEngine(watched);
          await watchStart(watched);
          watched.on('weberror', (error) => messages.push(String(error.error())));
          watched.on('console', (message) => {
            if (['error', 'warning'].includes(message.type())) messages.push(message.text());
          });
          watched.on('request', (request) => {
            const { protocol, origin } = new URL(request.url());
            const isOwn = protocol === 'data:' || protocol === 'blob:' || `${origin}/` === site.url;
            if (!isOwn) messages.push(`asked of another origin: ${request.url()}`);
          });
        },
        get found() {
          return messages.filter((message) => !allowed.some((pattern) => pattern.test(message)));
        },
      };
      await faults.watch(context);
      await use(faults);
      if (faults.found.length > 0) throw new Error(`unasked for:\n${faults.found.join('\n')}`);
    },
    { auto: true },
  ],
});

declare global {
  interface Window {
    /** Set once the app follows the back button: from then on it answers to everything. */
    isAppStarted?: boolean;
  }
}

/** Opens an address and waits until the app has taken over the page that was prerendered. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await started(page);
}

/** The same after a reload, or after following a link that leaves the page. */
export async function started(page: Page): Promise<void> {
  await page.waitForFunction(() => window.isAppStarted === true);
}

async function watchStart(context: BrowserContext): Promise<void> {
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

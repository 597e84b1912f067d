/**
 * The `test` of the specs that use the app as a person does. Whatever they do, the console must stay silent
 * and nothing may be asked of another origin; a spec that provokes a fault names the message it expects.
 */
import type { BrowserContext } from '@playwright/test';
import { watchStart } from './app-start.ts';
import { watchEngine } from './engine-facts.ts';
import { test as base } from './fixtures.ts';

export { openPage, started } from './app-start.ts';
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
      // Said by the runner where a spec goes without the worker; see `playwright.config.ts`.
      const allowed: RegExp[] = [/Service Worker registration blocked/];
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

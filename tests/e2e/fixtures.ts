/**
 * What every browser test starts from: the built app on a server of its own, and browsers whose data
 * outlives them, so that a test can stop the one and kill the other.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { type RunningServer, serveFolder } from '../../src/build/serve.ts';
import { findBrowserProcess, waitForExit } from './browser-process.ts';

/** The folder that `npm run build` writes. */
export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** A host that can go away and come back at the same address. */
export interface Site {
  /** With a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
  /** Serves again; with a folder, that one from now on: a deployment. */
  start(folder?: string): Promise<void>;
}

/** A browser on a folder with its data. */
export interface ProfileBrowser {
  context: BrowserContext;
  page: Page;
  /** Ends it as a user does. */
  close(): Promise<void>;
  /** SIGKILL of the browser's own process: nothing gets a chance to be written. */
  kill(): Promise<void>;
}

/** Ways to open browsers on one profile, which is thrown away after the test. */
export interface Profile {
  /** Opens a browser; the one before must have been closed or killed. */
  open(options?: Parameters<typeof chromium.launchPersistentContext>[1]): Promise<ProfileBrowser>;
}

interface Fixtures {
  /** What `site` serves. */
  folder: string;
  site: Site;
  profile: Profile;
}

/** Playwright's `test` with a site, and with `page` already knowing its address. */
export const test = base.extend<Fixtures>({
  folder: [DIST, { option: true }],

  site: async ({ folder }, use) => {
    const site = await startSite(folder);
    await use(site);
    await site.stop();
  },

  baseURL: async ({ site }, use) => use(site.url),

  profile: async ({ launchOptions, locale, timezoneId, site }, use) => {
    const path = await mkdtemp(join(tmpdir(), 'luisterroute-profile-'));
    const opened: ProfileBrowser[] = [];
    await use({
      async open(options = {}) {
        const context = await chromium.launchPersistentContext(path, {
          ...launchOptions,
          ...(locale === undefined ? {} : { locale }),
          ...(timezoneId === undefined ? {} : { timezoneId }),
          baseURL: site.url,
          ...options,
        });
        const browser = await describe(context, path);
        opened.push(browser);
        return browser;
      },
    });
    for (const browser of opened) await browser.close();
    await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
});

export { expect } from '@playwright/test';

/** Starts a site of its own, for tests that need a second one. */
export async function startSite(folder: string): Promise<Site> {
  let served = folder;
  let running: RunningServer | undefined = await serveFolder({ folder, port: 0 });
  const { url } = running;
  const stop = async () => {
    await running?.close();
    running = undefined;
  };
  return {
    url,
    stop,
    async start(next = served) {
      await stop();
      served = next;
      running = await serveFolder({ folder: next, port: Number(new URL(url).port) });
    },
  };
}

async function describe(context: BrowserContext, profile: string): Promise<ProfileBrowser> {
  let isOpen = true;
  const closed = new Promise<void>((resolve) => {
    context.once('close', () => {
      isOpen = false;
      resolve();
    });
  });
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    async close() {
      if (isOpen) await context.close();
    },
    async kill() {
      const pid = await findBrowserProcess(profile);
      process.kill(pid, 'SIGKILL');
      await Promise.all([closed, waitForExit(pid)]);
    },
  };
}

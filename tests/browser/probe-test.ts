/** Playwright's `test` on a small page with the real player and storage, built as the app is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { test as base } from '../e2e/fixtures.ts';

const PAGES = fileURLToPath(new URL('./pages', import.meta.url));
const SOUNDS = fileURLToPath(new URL('../fixtures/audio', import.meta.url));

/** Every test gets a server of its own on the built page, and so an origin and a database of its own. */
export const test = base.extend<object, { builtPage: string }>({
  builtPage: [
    // Playwright reads the names of the fixtures that are needed from this pattern: none.
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const outDir = await mkdtemp(join(tmpdir(), 'luisterroute-probe-'));
      await build({
        configFile: false,
        logLevel: 'warn',
        root: PAGES,
        base: './',
        publicDir: SOUNDS,
        build: { outDir, target: 'es2022', emptyOutDir: true, modulePreload: { polyfill: false } },
      });
      await use(outDir);
      await rm(outDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  folder: async ({ builtPage }, use) => use(builtPage),
});

export { expect } from '@playwright/test';

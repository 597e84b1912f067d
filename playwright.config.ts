/** The browser tests: the built app, served as a host does, in a browser that is found on this machine. */
import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/find-browser.ts';

const { executablePath, env } = await findBrowser();

export default defineConfig({
  outputDir: 'test-results',
  snapshotPathTemplate: 'tests/accessibility-tree/{arg}{ext}',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // More than two cores: a good part of the tests waits. A fourth gains little, and a slow machine starves.
  workers: 3,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // A busy machine can starve a browser; `tests/run.ts` names every test that needed a second try.
  retries: 2,
  reporter: 'list',
  projects: [
    { name: 'browser', testDir: 'tests/browser' },
    // Installing the worker takes a fifth of a test's time: the specs about being offline ask for it.
    { name: 'e2e', testDir: 'tests/e2e', use: { serviceWorkers: 'block' } },
    { name: 'faults', testDir: 'tests/faults', timeout: 0 },
  ],
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // Without a window nobody can be asked.
    permissions: ['clipboard-write'],
    launchOptions: {
      executablePath,
      chromiumSandbox: false,
      // Nothing is looked at, and drawing by software on the graphics process takes a core.
      args: ['--disable-gpu'],
      env: { ...(process.env as Record<string, string>), ...env },
    },
  },
});

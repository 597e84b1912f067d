/**
 * `npm run shots`: pictures of every screen and state of the site that was built last, with axe on each, and one
 * sheet of all: `shots/index.html`. Ends with 1 when axe complains or a screen is not reached. A word after
 * `--` leaves out the pictures without it in their name (`npm run shots -- offline`); `--publish` takes the
 * pictures of the manifest and the README instead.
 */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { findViolations } from '../e2e/find-violations.ts';
import { DIST, startSite } from '../e2e/fixtures.ts';
import { findBrowser } from '../find-browser.ts';
import { contactSheet, type Shot } from './contact-sheet.ts';
import { publishPictures } from './publish.ts';
import { withScreen } from './take-shot.ts';
import { VIEWS, type View } from './views.ts';

const SHOTS = fileURLToPath(new URL('../../shots', import.meta.url));
/** Two keep two cores busy. */
const AT_ONCE = 2;

const wanted = process.argv.slice(2);
if (existsSync(join(DIST, 'catalog.json'))) {
  await withSite(wanted.includes('--publish') ? publishPictures : takeAll);
} else {
  console.error('Er is nog niets gebouwd. Doe eerst: npm run build');
  process.exitCode = 1;
}

async function withSite(act: (browser: Browser, url: string) => Promise<void>): Promise<void> {
  const site = await startSite(DIST);
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: ['--disable-gpu'],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  try {
    await act(browser, site.url);
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function takeAll(browser: Browser, baseURL: string): Promise<void> {
  await rm(SHOTS, { recursive: true, force: true });
  for (const { name } of VIEWS) await mkdir(join(SHOTS, name), { recursive: true });
  const jobs = VIEWS.flatMap((view) => Object.keys(view.screens).map((name) => ({ view, name })))
    .filter(({ view, name }) => wanted.every((word) => `${view.name}/${name}`.includes(word)))
    .map((job, place) => ({ ...job, place }));
  const shots: Shot[] = [];
  const line = jobs.values();
  const work = async () => {
    for (const { view, name, place } of line) {
      shots[place] = await takeShot(browser, baseURL, view, name);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await writeFile(join(SHOTS, 'index.html'), contactSheet(shots));
  const bad = shots.filter(({ faults }) => faults.length > 0);
  for (const { view, name, faults } of bad)
    console.log(`${view}/${name}\n  ${faults.join('\n  ')}`);
  console.log(`${shots.length} pictures in ${SHOTS}, ${bad.length} with faults`);
  process.exitCode = bad.length > 0 ? 1 : 0;
}

/**
 * Makes the window as high as the page, so that what clings to its edges lies at the edges of the picture.
 * What lies over a page stands in its window: that stays as it is.
 */
async function showWhole(page: Page): Promise<void> {
  if ((await page.locator(':popover-open, dialog[open]').count()) > 0) return;
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  if (whole <= height) return;
  await page.setViewportSize({ width, height: whole });
  // Also of a page without script.
  await expect.poll(() => page.evaluate(() => window.innerHeight)).toBe(whole);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function takeShot(
  browser: Browser,
  baseURL: string,
  { name: view, options, screens, change, isWithoutAxe }: View,
  name: string,
): Promise<Shot> {
  const file = `${view}/${name}.png`;
  try {
    const reach = screens[name];
    if (!reach) throw new Error(`there is no screen ${name}`);
    return await withScreen(browser, { ...options, baseURL }, reach, async (page) => {
      await change?.(page);
      await showWhole(page);
      await page.screenshot({ path: join(SHOTS, file) });
      return { view, name, file, faults: isWithoutAxe ? [] : await findViolations(page) };
    });
  } catch (error) {
    return { view, name, faults: [error instanceof Error ? error.message : String(error)] };
  }
}

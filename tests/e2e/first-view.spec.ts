/** The first view, measured in the browser: what it weighs, how it stands still, and what it leaves alone. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { becomeListener } from './listener.ts';
import { playerOn } from './player-controls.ts';
import { MODULE_IDS, moduleAddress, ROUTE } from './route-pages.ts';

const KIB = 1024;

/** What counts, by the start of its type. */
const COUNTED =
  /^(text\/html|text\/css|text\/javascript|application\/javascript|application\/json)/;

interface Weight {
  html: number;
  total: number;
  files: string[];
}

/** Opens a page untouched and weighs what came until 2 s after load, by page and worker alike. */
async function weigh(page: Page, address: string): Promise<Weight> {
  const responses: Response[] = [];
  page.context().on('response', (response) => responses.push(response));
  await page.goto(address, { waitUntil: 'load' });
  // The measure itself: nobody touches anything for two seconds.
  await page.waitForTimeout(2000);
  const counted = [...responses];
  const weight: Weight = { html: 0, total: 0, files: [] };
  for (const response of counted) {
    const type = response.headers()['content-type'] ?? '';
    if (!COUNTED.test(type)) continue;
    const size = brotliCompressSync(await response.body(), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
    }).length;
    weight.total += size;
    if (type.startsWith('text/html')) weight.html += size;
    weight.files.push(`${size} ${new URL(response.url()).pathname}`);
  }
  return weight;
}

test.describe('with the worker', () => {
  // One that registers too early would fetch all of the app within what is weighed.
  test.use({ serviceWorkers: 'allow' });

  test('the route page weighs at most 40 KiB, of which HTML at most 14 KiB', async ({ page }) => {
    const { html, total, files } = await weigh(page, ROUTE);
    console.log(`${ROUTE}: ${total} bytes of brotli, of which HTML ${html}`);
    expect(html).toBeGreaterThan(1 * KIB);
    expect(html, files.join('\n')).toBeLessThanOrEqual(14 * KIB);
    expect(total, files.join('\n')).toBeLessThanOrEqual(40 * KIB);
  });
});

test('every module page: at most 14 KiB of HTML, no message, no refusal, no request elsewhere', async ({
  page,
  site,
  faults,
}) => {
  for (const id of MODULE_IDS) {
    // Not through the page: after a while its worker answers with the shell.
    const response = await fetch(new URL(moduleAddress(id), site.url));
    const html = brotliCompressSync(await response.text()).length;
    expect(html, id).toBeGreaterThan(1 * KIB);
    expect(html, id).toBeLessThanOrEqual(14 * KIB);
    await openPage(page, moduleAddress(id));
  }
  await page.waitForLoadState('networkidle');
  expect(faults.found).toEqual([]);
});

const SCREENS = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 800 },
} as const;

const FIRST = moduleAddress('even-niet-weten');

test('nothing moves while fonts and texts arrive', async ({ browser, baseURL }) => {
  const shifts = await Promise.all(
    Object.entries(SCREENS).flatMap(([screen, viewport]) =>
      [ROUTE, FIRST].map(async (address) => {
        const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport });
        const page = await context.newPage();
        await delayFonts(page);
        const shift = await measureShift(page, address);
        await context.close();
        return { where: `${address} on a ${screen}`, shift };
      }),
    ),
  );
  for (const { where, shift } of shifts) {
    console.log(`${where}: layout shift ${shift.toFixed(4)}`);
    expect(shift, where).toBeLessThanOrEqual(0.01);
  }
});

test('nothing moves while catalog and progress arrive', async ({ page }) => {
  await becomeListener(page);
  await page.route('**/catalog.json', async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await request.continue();
  });
  for (const address of [ROUTE, moduleAddress('neem-eigenaarschap')]) {
    const shift = await measureShift(page, address);
    console.log(`${address} for a listener: layout shift ${shift.toFixed(4)}`);
    expect(shift, address).toBeLessThanOrEqual(0.01);
  }
});

/** The sum of all shifts from the first paint until the page has been still for a second. */
async function measureShift(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[]) {
        if (!entry.hadRecentInput) window.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Late shifts, such as those of text that comes in, fall within this second.
  await page.waitForTimeout(1000);
  return page.evaluate(() => window.shift);
}

/** Lets the text be drawn with the font that stands in, so that the change is seen. */
async function delayFonts(page: Page): Promise<void> {
  await page.route('**/*.woff2', async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await request.continue();
  });
}

for (const { width, isRouteBeside } of [
  { width: 390, isRouteBeside: false },
  { width: 1280, isRouteBeside: true },
]) {
  test(`at ${width} px the page that came as HTML is taken over, not drawn again`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.addInitScript(() => {
      document.addEventListener('readystatechange', () => {
        if (document.readyState !== 'interactive') return;
        for (const element of document.querySelectorAll('article *')) {
          Object.assign(element, { isFromHtml: true });
        }
      });
    });
    await openPage(page, moduleAddress('even-niet-weten'));
    const drawnAgain = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'article :is(h1, h2, h3, p:not([role]), li, figure, [data-sentence])',
        ),
      ]
        .filter((element) => !('isFromHtml' in element))
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
    expect(drawnAgain).toEqual([]);
    const beside = page.getByRole('complementary', { name: 'De route' });
    await expect(beside).toBeVisible({ visible: isRouteBeside });
    // The other way round when the window is turned.
    await page.setViewportSize({ width: 1670 - width, height: 844 });
    await expect(beside).toBeVisible({ visible: !isRouteBeside });
  });
}

test('howler comes with the first touch of a play control, not before', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const found = (pattern: RegExp) => asked.filter((path) => pattern.test(path));
  const core = /^\/assets\/howler\.core/;
  // A module page has the player: its element, and what is around howler, are there before a touch.
  for (const { address, control, onTouch, never } of [
    {
      address: ROUTE,
      control: page.getByRole('button', { name: 'Begin met luisteren' }),
      onTouch: /^\/assets\/.*howler/,
      never: /^\/media\//,
    },
    { address: FIRST, control: playerOn(page).play, onTouch: core },
  ]) {
    asked.length = 0;
    await openPage(page, address);
    await page.mouse.click(5, 5);
    await page.mouse.wheel(0, 600);
    await page.waitForLoadState('networkidle');
    expect(found(onTouch), address).toEqual([]);
    await control.dispatchEvent('pointerdown');
    await expect.poll(() => found(core), { message: address }).toHaveLength(1);
    if (never) expect(found(never)).toEqual([]);
  }
});

test('play() is called within the tap once howler is there', async ({ page }) => {
  await page.addInitScript(() => {
    const { play } = HTMLMediaElement.prototype;
    window.playsInTap = [];
    let isInTap = false;
    addEventListener(
      'click',
      () => {
        isInTap = true;
        setTimeout(() => {
          isInTap = false;
        }, 0);
      },
      { capture: true },
    );
    HTMLMediaElement.prototype.play = function start(this: HTMLMediaElement) {
      window.playsInTap.push(isInTap);
      return play.call(this);
    };
  });
  const player = playerOn(page);
  await openPage(page, moduleAddress('even-niet-weten'));
  await player.start();
  await player.stop();
  await player.start();
  await player.next.click();
  await expect(page).toHaveURL(moduleAddress('bepaal-de-urgentie'));
  await expect(player.pause).toBeVisible();
  // The very first may wait for the code; each one after it may not.
  const [, ...later] = await page.evaluate(() => window.playsInTap);
  expect(later).toEqual([true, true]);
});

test.describe('on an iPhone', () => {
  test.use({
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)',
    screen: { width: 390, height: 844 },
    deviceScaleFactor: 3,
  });

  test('the picture while the app opens is that of the screen and the chosen theme', async ({
    page,
    folder,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openPage(page, '/instellingen/');
    const pictures = page.locator('link[rel="apple-touch-startup-image"]');
    await expect(pictures).toHaveCount(2);
    await page.getByRole('radio', { name: 'Donker' }).check();
    await expect(pictures).toHaveCount(1);
    await expect(pictures).toHaveAttribute('href', '/splash/1170x2532-dark.png');
    await expect(pictures).toHaveAttribute('media', '(orientation: portrait)');
    // The system fetches it; neither the page nor the list of what is installed has it.
    expect(asked.filter((url) => url.includes('splash'))).toEqual([]);
    expect(await readFile(join(folder, 'sw.js'), 'utf8')).not.toContain('splash/');
    expect(await readdir(join(folder, 'splash'))).toContain('1170x2532-dark.png');
  });
});

test('no page that was built holds a style attribute or an inline script', async ({ folder }) => {
  const names = await readdir(folder, { recursive: true });
  const pages = names.filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThanOrEqual(8 + 7);
  for (const name of pages) {
    const html = await readFile(join(folder, name), 'utf8');
    expect(html.match(/<[^>]*\sstyle\s*=/g), name).toBeNull();
    expect(html.match(/<style/g), name).toBeNull();
    expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g), name).toBeNull();
    expect(html.match(/<[^>]*\son[a-z]+\s*=/g), name).toBeNull();
    expect(html.match(/<a[^>]*href="javascript:/g), name).toBeNull();
  }
});

declare global {
  interface Window {
    shift: number;
    playsInTap: boolean[];
  }
}

/** What cannot be had: addresses that lead nowhere, texts and sound that do not come. Each says so, and what plays goes on. */
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { moduleAddress, ROUTE, TITLES } from './route-pages.ts';
import { storedProgress } from './stored-data.ts';

const FIRST = moduleAddress('even-niet-weten');
/** What the browser itself reports of an answer that does not come. */
const MISSING =
  /Failed to load resource|error occurred when fetching the script|blocked by Playwright/;

for (const address of ['/bestaat-niet/', `${ROUTE}bestaat-niet/`, `${FIRST}verder/`]) {
  test(`${address} says that it does not exist, and leads back`, async ({ page, faults }) => {
    faults.allow(MISSING);
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await openPage(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina bestaat niet');
    await expect(page.getByText('Je notities en je plek in de route zijn er nog.')).toBeVisible();
    await page.getByRole('link', { name: 'Naar de route' }).click();
    await expect(page).toHaveURL(ROUTE);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Twee werelden, één opgave');
  });
}

/** Plays module 1, and opens the page of module 2 in place. */
async function openSecondModule(page: Page): Promise<void> {
  await openPage(page, FIRST);
  await playerOn(page).start();
  await page.getByRole('link', { name: 'Route', exact: true }).click();
  const list = page.getByRole('list', { name: 'Modules' });
  await list.getByRole('link', { name: TITLES['bepaal-de-urgentie'] }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES['bepaal-de-urgentie']);
}

const TEXT_FAILURES = [
  { name: 'without a connection', answer: 'abort', words: 'Geen bereik.' },
  { name: 'that is gone', answer: 404, words: 'Deze module staat niet meer op de website.' },
  { name: 'that a host refuses for now', answer: 503, words: 'Geen bereik.' },
  { name: 'that is no module', answer: 200, words: 'Deze module kon niet worden gelezen.' },
] as const;

test.describe('the text of a module', () => {
  // A first visit: the worker, which would have the texts, comes after the first view.
  test.use({ serviceWorkers: 'block' });

  for (const { name, answer, words } of TEXT_FAILURES) {
    test(`${name}: says so, keeps what plays, and comes at a second try`, async ({
      page,
      faults,
    }) => {
      faults.allow(MISSING);
      const url = '**/content/twee-werelden/bepaal-de-urgentie*.json';
      await page.route(url, (request) =>
        answer === 'abort'
          ? request.abort('connectionrefused')
          : request.fulfill({ status: answer, body: '<!doctype html>' }),
      );
      await openSecondModule(page);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(words);
      await expect(alert).toContainText('Je notities en je plek in de route zijn bewaard.');
      await expectSoundGoesOn(page);
      expect((await engineFacts(page)).source).toContain('even-niet-weten');

      const retry = alert.getByRole('button', { name: 'Probeer opnieuw' });
      await retry.click();
      await expect(alert).toContainText(words);
      await page.unroute(url);
      await retry.click();
      await expect(page.getByRole('region', { name: 'Meelezen' })).toBeVisible();
      await expect(alert).toHaveCount(0);
      await expectSoundGoesOn(page);
      expect((await engineFacts(page)).interruptions).toBe(0);
    });
  }

  test('with the server really gone: says so, and comes when it is back', async ({
    page,
    site,
    faults,
  }) => {
    faults.allow(MISSING);
    // Texts come in by themselves after a while; this one must not have come before the server goes.
    const text = '**/content/**/bepaal-de-urgentie*';
    await page.route(text, (request) => request.abort());
    // Comes with the code of all pages.
    await openPage(page, '/notities/');
    await site.stop();
    await page.unroute(text);
    await page.getByRole('link', { name: 'Route', exact: true }).click();
    await page.getByRole('link', { name: TITLES['bepaal-de-urgentie'] }).click();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('Geen bereik.');
    await site.start();
    await alert.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await expect(page.getByRole('region', { name: 'Meelezen' })).toBeVisible();
  });

  test('the code of the other pages that does not come is no dead link', async ({
    page,
    site,
    faults,
  }) => {
    faults.allow(MISSING);
    await openPage(page, ROUTE);
    await site.stop();
    await page.getByRole('link', { name: 'Notities' }).click();
    await expect(page.getByText('Geen bereik')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Route', exact: true })).toBeVisible();
    await site.start();
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notities');
  });
});

test('a sound that is gone is told; the place and the text stay, and a second try plays', async ({
  page,
  faults,
}) => {
  faults.allow(MISSING);
  await page.route('**/media/**', (request) => request.fulfill({ status: 404, body: '' }));
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.seek(80);
  await player.play.click();
  const message = player.region.getByRole('status').filter({ hasText: 'Je plek is bewaard.' });
  await expect(message).toContainText('De audio van deze module staat niet meer op de website.');
  await expect(player.play).toBeVisible();
  expect(await player.position()).toBe(80);
  expect((await storedProgress(page, 'even-niet-weten'))?.position).toBe(80);
  const sentence = page.locator('a[data-sentence]').first();
  await expect(sentence).toBeVisible();

  await page.unroute('**/media/**');
  await player.start();
  await expectSoundGoesOn(page);
  const { currentTime } = await engineFacts(page);
  expect(currentTime).toBeGreaterThanOrEqual(80);
  expect(currentTime).toBeLessThan(84);
  await expect(message).toHaveCount(0);
});

test('a sound that is cut off is told, and goes on at its place when the line is back', async ({
  page,
  site,
  faults,
}) => {
  faults.allow(MISSING);
  const player = playerOn(page);
  const session = await page.context().newCDPSession(page);
  const throttle = (bytesPerSecond: number) =>
    session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: -1,
    });
  let letThrough = () => {};
  const isThrottled = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/media/**', async (request) => {
    await isThrottled;
    await request.continue();
  });
  await openPage(page, FIRST);
  // Slow enough that most of the module is still to come when the server goes away.
  await session.send('Network.enable');
  await throttle(20_000);
  letThrough();
  await player.start();
  await expectSoundGoesOn(page, 1);
  await site.stop();
  await player.seek(200);
  await expect(player.region.getByText('Even wachten op geluid…')).toBeVisible();
  expect(await player.position()).toBe(200);
  await expect(page.locator('a[data-sentence]').first()).toBeVisible();
  await expect
    .poll(async () => (await storedProgress(page, 'even-niet-weten'))?.position)
    .toBe(200);

  await throttle(-1);
  await site.start();
  // The browser asks again by itself for a while, each time after a longer wait.
  await expectSoundGoesOn(page);
  await expect(player.pause).toBeVisible();
  await expect(player.region.getByText('Even wachten op geluid…')).toHaveCount(0);
  const { currentTime } = await engineFacts(page);
  expect(currentTime).toBeGreaterThanOrEqual(200);
  expect(currentTime).toBeLessThan(204);
});

/** What stands between a tap and the sound: the file itself, and the code that plays it. */
const NEEDED = { 'a sound': '**/media/**', 'an engine': '**/assets/*howler*.js' } as const;

/** What the app asks to find out whether the host is there: if it were, a new page could mend the code. */
const PROBED = '**/sw.js';

for (const [name, url] of Object.entries(NEEDED)) {
  test(`${name} that does not come is told, and comes at a second try`, async ({
    page,
    faults,
  }) => {
    faults.allow(MISSING);
    for (const gone of [url, PROBED]) {
      await page.route(gone, (request) => request.abort('connectionrefused'));
    }
    const player = playerOn(page);
    await openPage(page, FIRST);
    await player.seek(60);
    await player.play.click();
    await expect(player.region.getByText('De verbinding viel weg.')).toBeVisible();
    await expect(player.play).toBeVisible();
    expect(await player.position()).toBe(60);

    await page.unrouteAll();
    await player.start();
    await expectSoundGoesOn(page);
    const { currentTime } = await engineFacts(page);
    expect(currentTime).toBeGreaterThanOrEqual(60);
    expect(currentTime).toBeLessThan(64);
  });
}

test('a catalog that does not come leaves the text that was prerendered', async ({
  page,
  faults,
}) => {
  faults.allow(/Failed to load resource|ContentError|offline: /);
  await page.route('**/catalog.json', (request) => request.abort('connectionrefused'));
  await page.goto(FIRST);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES['even-niet-weten']);
  await expect(page.locator('a[data-sentence]').first()).toBeVisible();
});

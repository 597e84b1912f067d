/** Who is faster than the code: what is pressed and typed in the HTML counts once the app answers. */
import type { Page } from '@playwright/test';
import { expect, started, test } from './app-test.ts';
import { expectSoundGoesOn } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { moduleAddress } from './route-pages.ts';

const FIRST = moduleAddress('even-niet-weten');

/** Opens the page while the app's code is on its way; the answer lets the code come. */
async function openBeforeCode(page: Page, address: string): Promise<() => Promise<void>> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/index-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.takeEarlyPresses !== undefined);
  return async () => {
    release();
    await started(page);
  };
}

test('a moved slider and a press on play, twice for want of an answer, start the sound once, from there', async ({
  page,
}) => {
  const player = playerOn(page);
  const codeComes = await openBeforeCode(page, FIRST);
  await player.slider.fill('60');
  await player.play.click();
  await player.play.click();
  await codeComes();
  await expect(player.pause).toBeVisible();
  await expectSoundGoesOn(page);
  expect(await player.position()).toBeGreaterThanOrEqual(60);
});

test('a sentence that is pressed plays, and the page stays', async ({ page }) => {
  const player = playerOn(page);
  const codeComes = await openBeforeCode(page, FIRST);
  const sentence = page.getByRole('region', { name: 'Meelezen' }).locator('a[href*="?t="]').nth(3);
  const start = Number(
    new URL((await sentence.getAttribute('href')) ?? '', page.url()).searchParams.get('t'),
  );
  await page.evaluate(() => document.body.setAttribute('data-same', ''));
  await sentence.click();
  await codeComes();
  await expect(player.pause).toBeVisible();
  await expectSoundGoesOn(page);
  expect(await player.position()).toBeGreaterThanOrEqual(start);
  await expect(page.locator('body')).toHaveAttribute('data-same', '');
});

test('words to search for and a choice are not lost', async ({ page }) => {
  let codeComes = await openBeforeCode(page, '/notities/');
  await page.getByRole('searchbox', { name: 'Zoek in notities' }).fill('eindhoven');
  await codeComes();
  await expect(page.getByRole('searchbox')).toHaveValue('eindhoven');
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /Eindhoven/ })
      .first(),
  ).toBeVisible();
  await page.unrouteAll();

  codeComes = await openBeforeCode(page, '/instellingen/');
  const choice = page.getByRole('checkbox', { name: 'Speel de volgende module vanzelf' });
  await expect(choice).toBeChecked();
  await choice.click();
  await codeComes();
  await expect(choice).not.toBeChecked();
});

test('a press in the moment that the app takes over counts once', async ({ page }) => {
  const codeComes = await openBeforeCode(page, FIRST);
  await page.evaluate(() => {
    let isStarted: boolean | undefined;
    Object.defineProperty(window, 'isAppStarted', {
      get: () => isStarted,
      set(value: boolean) {
        isStarted = value;
        document.querySelector<HTMLElement>('[aria-label="30 seconden vooruit"]')?.click();
      },
    });
  });
  await codeComes();
  await expect.poll(playerOn(page).position).toBeGreaterThan(0);
  await page.waitForFunction(() => document.activeElement?.ariaLabel === '30 seconden vooruit');
  expect(await playerOn(page).position()).toBe(30);
});

test('a link to a second shows it at once on a first visit', async ({ page }) => {
  const player = playerOn(page);
  await page.goto(`${FIRST}?t=95`);
  await expect.poll(player.position).toBe(95);
  await expect(player.slider).toHaveAttribute('aria-valuetext', /^1 minuut 35/);
  await player.start();
  await expect(
    page.getByRole('region', { name: 'Meelezen' }).locator('a[aria-current="true"]'),
  ).toHaveCount(1);
});

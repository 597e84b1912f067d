/** Sound and pages: what plays goes on while the person looks around, and there is one player at a time. */
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { moduleAddress, TITLES } from './route-pages.ts';

const FIRST = moduleAddress('even-niet-weten');

function menuLink(page: Page, name: string) {
  return page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name });
}

function moduleLink(page: Page, title: string) {
  return page.getByRole('list', { name: 'Modules' }).getByRole('link', { name: title });
}

test('the same sound goes on through every page, with exactly one player', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.start();
  await expectSoundGoesOn(page);
  const { interruptions } = await engineFacts(page);
  for (const [name, heading] of [
    ['Notities', 'Notities'],
    ['Offline', 'Offline'],
    ['Instellingen', 'Instellingen'],
    ['Route', 'Twee werelden, één opgave'],
  ] as const) {
    await menuLink(page, name).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(player.region).toHaveCount(1);
    await expect(player.slider).toHaveCount(0);
    await expect(player.pause).toBeVisible();
    await expectSoundGoesOn(page);
  }
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Instellingen');
  await expectSoundGoesOn(page);

  await player.region.getByRole('link', { name: TITLES['even-niet-weten'] }).click();
  await expect(player.slider).toBeVisible();
  await expect(player.region).toHaveCount(1);
  await expectSoundGoesOn(page);
  expect(await engineFacts(page)).toMatchObject({ elements: 1, interruptions });
});

test('the mini player pauses, goes on and goes back', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.seek(100);
  await player.start();
  await menuLink(page, 'Notities').click();
  await player.stop();
  expect((await engineFacts(page)).isPaused).toBe(true);
  await player.back.click();
  const { currentTime } = await engineFacts(page);
  expect(currentTime).toBeGreaterThanOrEqual(85);
  expect(currentTime).toBeLessThan(95);
  await player.start();
  await expectSoundGoesOn(page);
});

test('the page of another module offers to play it while one plays', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.start();
  await menuLink(page, 'Route').click();
  await moduleLink(page, TITLES['overbrug-taal']).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES['overbrug-taal']);
  await expect(player.region).toHaveCount(1);
  await expect(player.slider).toHaveCount(0);
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).source).toContain('even-niet-weten');

  await page.getByRole('button', { name: 'Speel deze module' }).click();
  await expect(player.slider).toBeVisible();
  await expect(player.region).toHaveCount(1);
  await expect(player.pause).toBeVisible();
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).source).toContain('overbrug-taal');
  await expect(page.getByRole('button', { name: 'Speel deze module' })).toHaveCount(0);
});

test('the page of another module loads it while nothing plays', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.start();
  await player.seek(100);
  await player.stop();
  await menuLink(page, 'Route').click();
  await moduleLink(page, TITLES['neem-eigenaarschap']).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES['neem-eigenaarschap']);
  await expect(player.region).toHaveCount(1);
  await expect.poll(player.position).toBe(0);
  await expect(page.getByRole('button', { name: 'Speel deze module' })).toHaveCount(0);
  await player.start();
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).source).toContain('neem-eigenaarschap');

  await page.goBack();
  await page.goBack();
  await page.getByRole('button', { name: 'Speel deze module' }).click();
  await expect(player.pause).toBeVisible();
  await expectSoundGoesOn(page);
  const { source, currentTime } = await engineFacts(page);
  expect(source).toContain('even-niet-weten');
  expect(currentTime).toBeGreaterThanOrEqual(99);
});

test('going back twice, faster than the route is drawn, leaves one picture that travels', async ({
  page,
}) => {
  const heading = page.getByRole('heading', { level: 1 });
  await openPage(page, FIRST);
  await menuLink(page, 'Route').click();
  await moduleLink(page, TITLES['neem-eigenaarschap']).click();
  await expect(heading).toHaveText(TITLES['neem-eigenaarschap']);
  const journey = await page.evaluateHandle(holdJourney);
  await page.goBack();
  await page.waitForFunction(({ begun }) => begun.length === 1, journey);
  await page.goBack();
  await expect(heading).toHaveText(TITLES['even-niet-weten']);
  // Two of one name are refused here, and told in the console.
  await journey.evaluate(async ({ letGo, begun }) => {
    letGo();
    await Promise.all(begun.map(({ ready }) => ready));
  });
});

/** Lets the next page wait, as it does on a busy device, until it is let go. */
function holdJourney() {
  const begun: ViewTransition[] = [];
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const { startViewTransition } = Document.prototype;
  Document.prototype.startViewTransition = function start(this: Document, update) {
    const journey = startViewTransition.call(this, async () => {
      await held;
      await (update as () => Promise<void>)();
    });
    begun.push(journey);
    return journey;
  };
  return { begun, letGo: () => letGo() };
}

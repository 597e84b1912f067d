/** Downloads in two tabs of one browser: what one brings in or takes away, the other says without being loaded anew. */
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { TITLES } from './route-pages.ts';

test.use({ serviceWorkers: 'allow' });

const FIRST = TITLES['even-niet-weten'];

const counted = (page: Page, count: number) =>
  page.getByText(`${count} van 8 modules staan op je toestel`);
const ready = (page: Page) => page.getByText(/^Klaar voor onderweg: 8 van 8 modules/);

test('a route that one tab downloads and takes away is so in the other', async ({ context }) => {
  const here = await context.newPage();
  await openPage(here, '/offline/');
  const there = await context.newPage();
  await openPage(there, '/offline/');
  await expect(counted(there, 0)).toBeVisible();

  await here.getByRole('button', { name: /^Hele route downloaden/ }).click();
  await expect(ready(here)).toBeVisible();
  await expect(ready(there)).toBeVisible();
  const audio = there.locator('dl div', { hasText: 'Gedownloade audio' });
  await expect(audio).toContainText(/[5-9],\d\sMB/);

  await here.getByRole('button', { name: `Verwijder download ${FIRST}` }).click();
  await expect(counted(here, 7)).toBeVisible();
  await expect(counted(there, 7)).toBeVisible();
  await expect(ready(there)).toHaveCount(0);

  await there.getByRole('button', { name: 'Verwijder alle downloads' }).click();
  await there.getByRole('button', { name: 'Verwijder', exact: true }).click();
  await expect(counted(there, 0)).toBeVisible();
  await expect(counted(here, 0)).toBeVisible();
  await expect(audio).toContainText('0 kB');
  await expect(here.locator('dl div', { hasText: 'Gedownloade audio' })).toContainText('0 kB');
});

test('pausing, going on and stopping in one tab holds for the one that downloads', async ({
  context,
}) => {
  const here = await context.newPage();
  await openPage(here, '/offline/');
  const there = await context.newPage();
  await openPage(there, '/offline/');
  let isSlow = true;
  await context.route('**/media/**', async (request) => {
    // The page itself would notice no silence so short.
    while (isSlow) await new Promise((resolve) => setTimeout(resolve, 100));
    await request.continue().catch(() => undefined);
  });
  await here.getByRole('button', { name: `Download ${FIRST}`, exact: true }).click();
  const pause = there.getByRole('button', { name: 'Pauzeer download' });
  await pause.click();
  const goOn = (page: Page) => page.getByRole('button', { name: 'Ga door met downloaden' });
  await expect(goOn(here)).toBeVisible();
  await goOn(here).click();
  await expect(pause).toBeVisible();
  await there.getByRole('button', { name: 'Stop met downloaden' }).click();
  const start = (page: Page) =>
    page.getByRole('button', { name: `Download ${FIRST}`, exact: true });
  await expect(start(there)).toBeVisible();
  await expect(start(here)).toBeVisible();
  isSlow = false;
  await start(there).click();
  await expect(counted(there, 1)).toBeVisible();
  await expect(counted(here, 1)).toBeVisible();
});

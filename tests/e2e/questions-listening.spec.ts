/** Questions while listening: when they stop the sound, and when they do not. */
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { expectSoundGoesOn } from './engine-facts.ts';
import { setVisible, soundOf } from './listening-state.ts';
import { playerOn, toolsReady } from './player-controls.ts';
import { sheetOn } from './questions.ts';
import { loadQuestionTimes, moduleAddress, TITLES } from './route-pages.ts';
import { expectSettingKept, storedProgress } from './stored-data.ts';

const ID = 'even-niet-weten';
const FIRST = moduleAddress(ID);
const QUESTION = 'jouw-vraag';

test('a spoken question stops the sound and opens; going on skips its quiet', async ({
  page,
  site,
}) => {
  const times = await loadQuestionTimes(site, ID, QUESTION);
  const player = playerOn(page);
  const sheet = sheetOn(page);
  await openPage(page, `${FIRST}?t=${Math.floor(times.quietTime) - 1}`);
  await toolsReady(page);
  await player.start();
  await expect(sheet.dialog).toBeVisible();
  await expect.poll(async () => (await soundOf(page, 'first')).isPaused).toBe(true);
  const stopped = (await soundOf(page, 'first')).currentTime;
  expect(stopped).toBeGreaterThanOrEqual(times.quietTime);
  expect(stopped).toBeLessThan(times.quietTime + 0.5);

  await sheet.answer.fill('Wie belt er?');
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await sheet.goOn.click();
  await expect(sheet.dialog).toBeHidden();
  await expect
    .poll(async () => (await soundOf(page, 'first')).currentTime)
    .toBeGreaterThan(times.endTime);
  expect((await soundOf(page, 'first')).currentTime).toBeLessThan(times.endTime + 3);
  await expect
    .poll(async () =>
      (await storedProgress(page, ID))?.heard.some(
        ({ startTime, endTime }) => startTime <= times.quietTime && endTime >= times.endTime,
      ),
    )
    .toBe(true);

  // Answered: it is heard, and stops nothing.
  await player.seek(Math.floor(times.quietTime) - 1);
  await expect
    .poll(async () => (await soundOf(page, 'first')).currentTime)
    .toBeGreaterThan(times.quietTime + 0.5);
  expect((await soundOf(page, 'first')).isPaused).toBe(false);
  await expect(sheet.dialog).toBeHidden();
});

test('a question opens on the route page too, and without a word lets the sound go on when the page is hidden', async ({
  page,
  site,
}) => {
  const times = await loadQuestionTimes(site, ID, QUESTION);
  const player = playerOn(page);
  const sheet = sheetOn(page);
  await openPage(page, `${FIRST}?t=${Math.floor(times.quietTime) - 3}`);
  await toolsReady(page);
  await player.start();
  await page.getByRole('link', { name: 'Route', exact: true }).click();
  await expect(sheet.dialog).toContainText(TITLES[ID]);
  await setVisible(page, 'hidden');
  await expect
    .poll(async () => (await soundOf(page, 'first')).currentTime)
    .toBeGreaterThan(times.endTime);
  await setVisible(page, 'visible');
  await expect(sheet.dialog).toBeHidden();
  await page.getByRole('link', { name: 'Notities' }).click();
  await expect(page.getByRole('heading', { name: 'Nog te beantwoorden (1)' })).toBeVisible();
});

/** Chooses what becomes of a question, as a person does. */
async function chooseMode(page: Page, name: string, value: string): Promise<void> {
  await openPage(page, '/instellingen/');
  const modes = page.getByRole('group', { name: 'Als er een denkvraag komt' });
  await modes.getByRole('radio', { name }).check();
  await expectSettingKept(page, 'questionMode', value);
}

test('a question stops nothing, or only on a page in sight, by the choice of its listener', async ({
  page,
  site,
}) => {
  const times = await loadQuestionTimes(site, ID, QUESTION);
  const player = playerOn(page);
  const sheet = sheetOn(page);
  const before = `${FIRST}?t=${Math.floor(times.quietTime) - 1}`;

  await chooseMode(page, 'Speel door en bewaar de vraag voor later', 'later');
  await openPage(page, before);
  await toolsReady(page);
  await player.start();
  await expect
    .poll(async () => (await soundOf(page, 'first')).currentTime)
    .toBeGreaterThan(times.quietTime + 0.5);
  expect((await soundOf(page, 'first')).isPaused).toBe(false);
  await expect(sheet.dialog).toHaveCount(0);
  await page.getByRole('link', { name: 'Notities' }).click();
  await expect(page.getByRole('heading', { name: 'Nog te beantwoorden (1)' })).toBeVisible();

  await chooseMode(page, 'Pauzeer als de app in beeld is', 'auto');
  await openPage(page, before);
  await toolsReady(page);
  await player.start();
  await expect(sheet.dialog).toBeVisible();
  await expect.poll(async () => (await soundOf(page, 'first')).isPaused).toBe(true);
});

test('with questions off the sound leaves them out and counts them as heard', async ({
  page,
  site,
}) => {
  const times = await loadQuestionTimes(site, ID, QUESTION);
  const player = playerOn(page);
  await chooseMode(page, 'Sla denkvragen over', 'off');
  await openPage(page, FIRST);
  await toolsReady(page);
  await player.seek(Math.floor(times.cueTime) - 2);
  await player.start();
  await expect
    .poll(async () => (await soundOf(page, 'first')).currentTime)
    .toBeGreaterThan(times.endTime + 0.5);
  expect((await soundOf(page, 'first')).isPaused).toBe(false);
  await player.stop();
  await expect(sheetOn(page).dialog).toHaveCount(0);
  await expect
    .poll(async () =>
      (await storedProgress(page, ID))?.heard.some(
        ({ startTime, endTime }) => startTime <= times.cueTime && endTime >= times.endTime,
      ),
    )
    .toBe(true);
});

test('a jump over a question asks nothing', async ({ page, site }) => {
  const times = await loadQuestionTimes(site, ID, QUESTION);
  const player = playerOn(page);
  await openPage(page, `${FIRST}?t=${Math.floor(times.cueTime) - 10}`);
  await player.start();
  await expectSoundGoesOn(page);
  await player.forward.click();
  await expectSoundGoesOn(page);
  await expect(sheetOn(page).dialog).toHaveCount(0);
  await page.getByRole('link', { name: 'Notities' }).click();
  await expect(page.getByRole('heading', { name: 'Nog te beantwoorden' })).toHaveCount(0);
});

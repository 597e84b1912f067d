/** Time as a listener deals with it: sleep timer, ways back, going on after a while, the bar's marks. */
import type { Page } from '@playwright/test';
import { expect, openPage, started, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { hurry, playerOn } from './player-controls.ts';
import { loadModule, loadSentences, moduleAddress, TITLES } from './route-pages.ts';
import { storedProgress, storedRecords } from './stored-data.ts';

const FIRST = moduleAddress('even-niet-weten');

async function setSleepTimer(page: Page, choice: string): Promise<void> {
  const player = playerOn(page);
  await player.region.getByRole('button', { name: 'Slaaptimer' }).click();
  const menu = page.getByRole('group', { name: 'Slaaptimer' });
  await menu.getByRole('button', { name: choice, exact: true }).click();
  await expect(menu).toBeHidden();
}

/** Waits until the place in the sound was written down. */
async function keptPosition(page: Page, moduleId: string): Promise<number> {
  return (await storedProgress(page, moduleId))?.position ?? 0;
}

test.describe('the sleep timer', () => {
  test('shows what is left, grows quiet, stops, and offers where it began', async ({ page }) => {
    await page.clock.install();
    const player = playerOn(page);
    await openPage(page, FIRST);
    await player.seek(60);
    await player.start();
    await expectSoundGoesOn(page);
    const opener = player.region.getByRole('button', { name: 'Slaaptimer' });
    await setSleepTimer(page, '15 min');
    await expect(opener).toContainText('15 min');
    const { currentTime: start } = await engineFacts(page);
    await expectSoundGoesOn(page, 1);
    await page.clock.fastForward('05:00');
    await expect(opener).toContainText('10 min');

    await page.clock.fastForward('09:50');
    const volume = () => page.evaluate(() => Math.min(...window.sounds.map((s) => s.volume)));
    await expect.poll(volume).toBeLessThan(1);
    await page.clock.fastForward('00:09');
    await expect(player.play).toBeVisible();
    await expect.poll(volume).toBe(1);
    await expect(opener).not.toContainText('min');

    await page.reload();
    await started(page);
    const back = player.region.getByRole('button', {
      name: 'Terug naar het moment waarop de timer begon',
    });
    await back.click();
    await expect(back).toBeHidden();
    expect(Math.abs((await player.position()) - start)).toBeLessThanOrEqual(2);
  });

  test('stops at the end of the chapter', async ({ page, site }) => {
    const { chapters } = await loadModule(site, 'even-niet-weten');
    const end = chapters[0]?.endTime ?? 0;
    const player = playerOn(page);
    await openPage(page, FIRST);
    await player.seek(Math.floor(end) - 4);
    await player.start();
    await setSleepTimer(page, 'Einde hoofdstuk');
    await expect(player.play).toBeVisible({ timeout: 10_000 });
    const { currentTime } = await engineFacts(page);
    expect(currentTime).toBeGreaterThan(end - 1);
    expect(currentTime).toBeLessThan(end + 0.3);

    const back = player.region.getByRole('button', { name: /^Terug naar het moment/ });
    await expect(back).toBeVisible();
    await player.region.getByRole('button', { name: 'Niet nodig' }).press('Enter');
    await expect(back).toBeHidden();
    await expect(player.slider).toBeFocused();
    expect((await engineFacts(page)).currentTime).toBe(currentTime);
  });

  test('at the end of the module the next one does not start', async ({ page, site }) => {
    const { audio } = await loadModule(site, 'even-niet-weten');
    const player = playerOn(page);
    await openPage(page, FIRST);
    await player.seek(Math.floor(audio?.duration ?? 0) - 4);
    await player.start();
    await setSleepTimer(page, 'Einde module');
    await expect
      .poll(() => page.evaluate(() => window.soundEvents), { timeout: 10_000 })
      .toContain('ended');
    await expect(player.play).toBeVisible();
    await expect(page).toHaveURL(FIRST);
    expect((await engineFacts(page)).source).toContain('even-niet-weten');
  });

  test('has every length, and is turned off again', async ({ page }) => {
    const player = playerOn(page);
    await openPage(page, FIRST);
    await player.start();
    const opener = player.region.getByRole('button', { name: 'Slaaptimer' });
    for (const choice of ['60 min', '45 min', '30 min', '10 min', '5 min']) {
      await setSleepTimer(page, choice);
      await expect(opener).toContainText(choice);
    }
    await setSleepTimer(page, 'Uit');
    await expect(opener).not.toContainText('min');
  });
});

test('a far jump has a way back, by keys too, from other pages, and into the module that was left', async ({
  page,
}) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.seek(20);
  const back = player.region.getByRole('button', { name: /^Terug naar \d/ });
  await expect(back).toBeHidden();
  await player.start();
  // Long enough that what follows is a jump of its own.
  await hurry(page);
  await expectSoundGoesOn(page, 3.5);
  await player.stop();
  const { currentTime } = await engineFacts(page);
  await player.seek(120);
  const clock = `0:${String(Math.floor(currentTime)).padStart(2, '0')}`;
  await expect(back).toHaveText(`Terug naar ${clock}`);
  await back.press('Enter');
  await expect.poll(player.position).toBe(Math.floor(currentTime));
  await expect(back).toBeHidden();
  await expect(player.slider).toBeFocused();

  await player.seek(120);
  const menu = page.getByRole('navigation', { name: 'Hoofdmenu' });
  await menu.getByRole('link', { name: 'Notities' }).click();
  await expect(player.slider).toHaveCount(0);
  await expect(back).toHaveText(`Terug naar ${clock}`);
  await back.press('Enter');
  await expect(back).toBeHidden();
  await expect(player.play).toBeFocused();

  await page.goBack();
  await expect.poll(player.position).toBe(Math.floor(currentTime));
  await player.seek(120);
  await player.next.click();
  await expect(page).not.toHaveURL(FIRST);
  await expect(back).toHaveText(`Terug naar 2:00 in ‘${TITLES['even-niet-weten']}’`);
  await back.click();
  await expect(page).toHaveURL(FIRST);
  await expect(player.pause).toBeVisible();
  await expect(back).toBeHidden();
  expect((await engineFacts(page)).currentTime).toBeGreaterThanOrEqual(119.9);
});

test('“Waar was ik?” lists the moments and goes back, to another module too', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.seek(5);
  await player.start();
  await hurry(page);
  await expectSoundGoesOn(page, 3.5);
  await player.stop();
  await player.seek(150);
  await expect.poll(async () => (await storedRecords(page, 'journal')).length).toBe(2);
  await openPage(page, moduleAddress('bepaal-de-urgentie'));

  const opener = player.region.getByRole('button', { name: 'Waar was ik?' });
  await opener.click();
  const moments = page.getByRole('list', { name: 'Momenten' }).getByRole('button');
  await expect(moments).toHaveCount(2);
  const jump = moments.filter({ hasText: 'gesprongen naar 2:30' });
  await expect(jump).toContainText(TITLES['even-niet-weten']);
  await expect(jump).toContainText(/vandaag \d+:\d\d/);
  await jump.click();
  await expect(page).toHaveURL(FIRST);
  await expect.poll(player.position).toBeGreaterThanOrEqual(8);
  expect(await player.position()).toBeLessThanOrEqual(15);
  await expect(player.play).toBeVisible();
});

test('going on after two minutes starts at the sentence of 3 s ago and says so, on the route page too', async ({
  page,
  site,
}) => {
  await page.clock.install();
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.seek(60);
  await player.start();
  await expectSoundGoesOn(page, 1);
  await player.stop();
  const stopped = (await engineFacts(page)).currentTime;
  await expect.poll(() => keptPosition(page, 'even-niet-weten')).toBeCloseTo(stopped, 1);
  await page.clock.fastForward('02:00');
  expect(await player.position()).toBe(Math.floor(stopped));

  const sentences = await loadSentences(site, 'even-niet-weten');
  const expected = sentences.findLast(({ startTime }) => startTime <= stopped - 3)?.startTime ?? 0;
  await player.start();
  const status = player.region.getByText(/^\d+ s terug$/);
  await expect(status).toHaveText(`${Math.round(stopped - expected)} s terug`);
  const { currentTime } = await engineFacts(page);
  expect(currentTime).toBeGreaterThanOrEqual(expected - 0.1);
  expect(currentTime).toBeLessThan(expected + 2);

  await player.stop();
  const place = (await engineFacts(page)).currentTime;
  await expect.poll(() => keptPosition(page, 'even-niet-weten')).toBeCloseTo(place, 1);
  await page.clock.fastForward('02:00');
  await openPage(page, '/');
  await page.getByRole('button', { name: 'Verder luisteren' }).click();
  const again = sentences.findLast(({ startTime }) => startTime <= place - 3)?.startTime ?? 0;
  await expect(status).toHaveText(`${Math.round(place - again)} s terug`);
  const { currentTime: here } = await engineFacts(page);
  expect(here).toBeGreaterThanOrEqual(again - 0.1);
  expect(here).toBeLessThan(again + 3);
});

test('a pause of half a minute changes nothing, nor does a longer one once that is turned off', async ({
  page,
}) => {
  await page.clock.install();
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.seek(60);
  await player.start();
  await expectSoundGoesOn(page, 1);
  await player.stop();
  const stopped = (await engineFacts(page)).currentTime;
  await page.clock.fastForward('00:30');
  await player.start();
  expect((await engineFacts(page)).currentTime).toBeGreaterThanOrEqual(stopped - 0.1);
  await expect(player.region.getByText(/^\d+ s terug$/)).toHaveCount(0);

  await player.stop();
  const again = (await engineFacts(page)).currentTime;
  await page.getByRole('link', { name: 'Instellingen' }).click();
  await page.getByRole('checkbox', { name: 'Begin na een pauze iets eerder' }).uncheck();
  await page.clock.fastForward('02:00');
  await player.start();
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).currentTime).toBeGreaterThan(again);
  await expect(player.region.getByText(/^\d+ s terug$/)).toHaveCount(0);
});

test('the time left follows the speed, and says at which', async ({ page, site }) => {
  const { audio } = await loadModule(site, 'even-niet-weten');
  const duration = audio?.duration ?? 0;
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.seek(30);
  await player.speed.click();
  await page
    .getByRole('group', { name: 'Snelheid' })
    .getByRole('button', { name: '2×', exact: true })
    .click();
  const left = Math.floor((duration - 30) / 2);
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  await expect(player.region.getByText(`−${clock} op 2×`)).toBeVisible();
  await expect(player.region.getByText(/^nog .* op snelheid 2$/)).toHaveCount(1);
});

test('one chapter back and on, from the chapter menu', async ({ page, site }) => {
  const { chapters } = await loadModule(site, 'even-niet-weten');
  const second = Math.floor(chapters[1]?.startTime ?? 0);
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.chapters.click();
  const previous = page.getByRole('button', { name: 'Vorig hoofdstuk' });
  const next = page.getByRole('button', { name: 'Volgend hoofdstuk' });
  await expect(previous).toBeDisabled();
  await next.click();
  await expect.poll(player.position).toBe(second);
  await next.click();
  await expect.poll(player.position).toBe(Math.floor(chapters[2]?.startTime ?? 0));
  await previous.click();
  await expect.poll(player.position).toBe(second);
});

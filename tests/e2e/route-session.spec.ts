/** Beyond one module: listening for so many minutes, what was missed, finished or not, and starting over. */
import type { Page } from '@playwright/test';
import { expect, openPage, started, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { hurry, playerOn, toolsReady } from './player-controls.ts';
import { loadRoute, MODULE_IDS, moduleAddress, ROUTE, TITLES } from './route-pages.ts';
import { storedProgress, storedRecords, storeProgress } from './stored-data.ts';

const FIRST = moduleAddress('even-niet-weten');

/** Remembers a module as heard in these passages, and shows the page anew. */
async function remember(
  page: Page,
  id: (typeof MODULE_IDS)[number],
  duration: number,
  heard: [number, number][],
  isCompleted = false,
): Promise<void> {
  await storeProgress(page, {
    key: `twee-werelden/${id}`,
    position: heard.at(-1)?.[1] ?? 0,
    duration,
    heard: heard.map(([startTime, endTime]) => ({ startTime, endTime })),
    ...(isCompleted ? { completed: { at: 1, how: 'heard' as const } } : {}),
    lastPlayedAt: 1,
    updatedAt: 1,
  });
}

async function durationOf(site: Parameters<typeof loadRoute>[0], id: string): Promise<number> {
  const route = await loadRoute(site);
  return route.modules.find((module) => module.id === id)?.audio?.duration ?? 0;
}

test('"Ik heb … minuten" shows what fits, plays it, and says how much is left', async ({
  page,
}) => {
  await openPage(page, ROUTE);
  await page.getByRole('button', { name: 'Ik heb … minuten' }).click();
  const panel = page.getByRole('dialog', { name: 'Ik heb … minuten' });
  await panel.getByRole('button', { name: '10 minuten', exact: true }).click();
  await expect(panel.getByRole('status')).toHaveText(/^2 modules in \d+ min$/);
  await expect(panel.getByRole('listitem')).toHaveText([
    new RegExp(TITLES['even-niet-weten']),
    new RegExp(TITLES['bepaal-de-urgentie']),
  ]);
  await panel.getByRole('button', { name: 'Begin' }).click();
  await expect(panel).toBeHidden();
  const { region } = playerOn(page);
  await expect(region.getByText(/^Nog 2 modules, \d+ min$/)).toBeVisible();
  await region.getByRole('button', { name: 'Stop na deze module' }).click();
  await expect(region.getByText(/^Stopt na deze module, nog \d+ min$/)).toBeVisible();
});

test('after the last chosen module it stops, while the route would go on', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, ROUTE);
  await page.getByRole('button', { name: 'Ik heb … minuten' }).click();
  await page.getByRole('button', { name: '5 minuten', exact: true }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('link', { name: 'Open de speler' }).click();
  await expectSoundGoesOn(page);
  const end = Number(await player.slider.getAttribute('max'));
  await player.seek(end - 1);
  await expect(
    player.region.getByText('Klaar. Je hoorde alle modules van deze keer.'),
  ).toBeVisible();
  // What follows is asked for while the element tells that it ended; after that nothing can come any more.
  expect(await page.evaluate(() => window.soundEvents)).toContain('ended');
  const { source, isPaused } = await engineFacts(page);
  expect(source).toContain('even-niet-weten');
  expect(isPaused).toBe(true);
  await expect(player.play).toBeVisible();
});

test('between two modules the player says what comes next, the lock screen that it plays, and one element goes on', async ({
  page,
}) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.start();
  await expectSoundGoesOn(page);
  await player.seek(Number(await player.slider.getAttribute('max')) - 1);
  await expect(
    player.region.getByText(`Straks: ${TITLES['bepaal-de-urgentie']}`, { exact: true }),
  ).toBeVisible();
  expect((await engineFacts(page)).source).toContain('/sounds/tussen.mp3');
  await expect
    .poll(() => page.evaluate(() => navigator.mediaSession.playbackState))
    .toBe('playing');
  await hurry(page);
  await expect
    .poll(async () => (await engineFacts(page)).source)
    .toMatch(/\/media\/.*bepaal-de-urgentie/);
  await expectSoundGoesOn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES['bepaal-de-urgentie']);
  expect(await engineFacts(page)).toMatchObject({ elements: 1, isPaused: false });
});

test('"Speel wat ik miste" plays the gaps and nothing else', async ({ page, site }) => {
  const duration = await durationOf(site, 'even-niet-weten');
  const player = playerOn(page);
  await openPage(page, FIRST);
  await remember(page, 'even-niet-weten', duration, [
    [0, 50],
    [53, 100],
    [103, duration],
  ]);
  await page.reload();
  await started(page);
  await page.getByRole('button', { name: 'Speel wat ik miste' }).click();
  await expect(player.region.getByText('Stuk 1 van 2 dat je miste')).toBeVisible();
  await hurry(page, 2);
  expect(await player.position()).toBeGreaterThanOrEqual(49);
  await expect(player.region.getByText('Stuk 2 van 2 dat je miste')).toBeVisible();
  await expect.poll(player.position).toBeGreaterThanOrEqual(100);
  await expect(player.region.getByText('Je hebt gehoord wat je miste.')).toBeVisible();
  await expect(player.play).toBeVisible();
  expect(await player.position()).toBeLessThan(106);
  await expect(page.getByRole('button', { name: 'Speel wat ik miste' })).toBeHidden();
});

test('"Markeer als afgerond" and back; hearing on does not finish it at once', async ({
  page,
  site,
}) => {
  const duration = await durationOf(site, 'even-niet-weten');
  await openPage(page, FIRST);
  await remember(page, 'even-niet-weten', duration, [[0, duration]], true);
  await page.reload();
  await started(page);
  const reopen = page.getByRole('button', { name: 'Toch niet afgerond' });
  const complete = page.getByRole('button', { name: 'Markeer als afgerond' });
  await reopen.click();
  await expect(complete).toBeFocused();
  await page.reload();
  await started(page);
  await expect(complete).toBeVisible();
  const player = playerOn(page);
  await player.start();
  await expectSoundGoesOn(page, 1);
  await player.stop();
  await expect(complete).toBeVisible();
  expect((await storedProgress(page, 'even-niet-weten'))?.completed).toBeUndefined();
  await complete.click();
  await expect(reopen).toBeFocused();
});

test('"Route opnieuw beginnen" asks once, forgets the places and keeps the notes', async ({
  page,
}) => {
  await openPage(page, FIRST);
  await page.getByRole('button', { name: 'Beantwoord' }).first().click();
  await page.getByRole('textbox').fill('Mijn antwoord');
  await expect(page.getByRole('status').getByText('Bewaard op dit toestel')).toBeVisible();
  await page.getByRole('button', { name: 'Later' }).click();
  await playerOn(page).seek(100);
  await page.getByRole('button', { name: 'Markeer als afgerond' }).click();
  await page.getByRole('link', { name: 'Instellingen' }).click();
  const ask = page.getByRole('button', { name: 'Route opnieuw beginnen' });
  await ask.click();
  // What cannot be undone is never the main thing: it looks as wiping does.
  const goOn = page.getByRole('dialog').getByRole('button', { name: 'Begin opnieuw' });
  const look = (button: Element) => {
    const { backgroundColor, color, borderColor } = getComputedStyle(button);
    return [backgroundColor, color, borderColor];
  };
  const wipe = await page.getByRole('button', { name: 'Alles wissen' }).evaluate(look);
  expect(await goOn.evaluate(look)).toEqual(wipe);
  expect(await ask.evaluate(look)).toEqual(wipe);
  await page.getByRole('button', { name: 'Annuleer' }).click();
  await expect(ask).toBeFocused();
  expect((await storedProgress(page, 'even-niet-weten'))?.completed).toBeDefined();
  await ask.click();
  await goOn.click();
  await expect(page.getByText('De route begint weer vooraan.')).toBeVisible();
  const [record] = await storedRecords(page, 'progress');
  expect(record).toMatchObject({ position: 0, heard: [] });
  expect(record?.completed).toBeUndefined();
  await page.getByRole('link', { name: 'Route', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Begin met luisteren' })).toBeVisible();
  await page.getByRole('link', { name: 'Notities' }).click();
  await expect(page.getByText('Mijn antwoord')).toBeVisible();
});

test('when all is heard the route says so and leads to the plan of the last module', async ({
  page,
}) => {
  // A page of a module opens the storage; that of the route waits for a touch.
  await openPage(page, FIRST);
  await toolsReady(page);
  for (const id of MODULE_IDS) await remember(page, id, 100, [[0, 100]], true);
  await openPage(page, ROUTE);
  await page.getByRole('link', { name: 'Alles gehoord' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES['wat-doe-je-morgen']);
  await expect(page.locator('#vraag-mijn-als-dan')).toBeInViewport();
});

/** "Alles wissen" while something goes on, in this tab or another: from then on nothing sounds, and nothing is kept. */
import { rm, writeFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { moduleAddress } from './route-pages.ts';
import { makeLargeMp3 } from './sound-files.ts';
import { keptNames } from './stored-data.ts';

test.use({ serviceWorkers: 'allow' });

test('a tab that played when everything was wiped in another is silent, and no key wakes it', async ({
  context,
}) => {
  const listening = await context.newPage();
  await openPage(listening, moduleAddress('even-niet-weten'));
  await playerOn(listening).start();
  await expectSoundGoesOn(listening, 1);
  const wiping = await context.newPage();
  await openPage(wiping, '/instellingen/');
  await wiping.getByRole('button', { name: 'Alles wissen' }).click();
  await wiping.getByRole('button', { name: 'Wis alles' }).click();
  const said = { level: 1, name: 'Alles is gewist' } as const;
  await expect(wiping.getByRole('heading', said)).toBeVisible();
  await expect(listening.getByRole('heading', said)).toBeVisible();

  expect((await engineFacts(listening)).isPaused).toBe(true);
  const shown = () =>
    listening.evaluate(() => {
      const { metadata, playbackState } = navigator.mediaSession;
      return [metadata, playbackState];
    });
  expect(await shown()).toEqual([null, 'none']);
  await listening.keyboard.press('k');
  expect((await engineFacts(listening)).isPaused).toBe(true);
  // Code is still asked of the worker, which may not make its cache anew.
  await listening.evaluate(() => fetch(document.querySelector('script')?.src ?? ''));
  await listening.keyboard.press('k');
  expect((await engineFacts(listening)).isPaused).toBe(true);
  expect(await keptNames(wiping)).toEqual([]);
});

/** The page where wiping is asked for, with the answer at hand. */
async function askToWipe(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Alles wissen' }).click();
  await expect(page.getByRole('button', { name: 'Wis alles' })).toBeVisible();
}

/** Answers, and looks what is left: at once, and when what was under way would have been written. */
async function expectWiped(wiping: Page, others: readonly Page[]): Promise<void> {
  await wiping.getByRole('button', { name: 'Wis alles' }).click();
  for (const page of [wiping, ...others]) {
    await expect(page.getByRole('heading', { level: 1, name: 'Alles is gewist' })).toBeVisible();
  }
  expect(await keptNames(wiping)).toEqual([]);
  await wiping.waitForTimeout(4000);
  expect(await keptNames(wiping)).toEqual([]);
}

/** The tab of the settings: the one that works itself, by a link, or another. */
async function openSettings(context: BrowserContext, working: Page, where: string): Promise<Page> {
  if (where === 'the same tab') return working;
  const other = await context.newPage();
  await openPage(other, '/instellingen/');
  await askToWipe(other);
  return other;
}

async function goToSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Instellingen', exact: true }).click();
  await askToWipe(page);
}

for (const where of ['the same tab', 'another tab']) {
  test(`a download that runs when everything is wiped in ${where} leaves nothing behind`, async ({
    context,
  }) => {
    const working = await context.newPage();
    await openPage(working, '/offline/');
    const wiping = await openSettings(context, working, where);
    let asked = 0;
    await context.route('**/media/**', async (request) => {
      asked += 1;
      // The second is on its way when everything goes, and comes in a moment later.
      if (asked > 1) await new Promise((resolve) => setTimeout(resolve, 2500));
      await request.continue().catch(() => undefined);
    });
    await working.getByRole('button', { name: /^Hele route downloaden/ }).click();
    await expect.poll(() => asked).toBeGreaterThan(1);
    if (wiping === working) await goToSettings(working);
    await expectWiped(wiping, wiping === working ? [] : [working]);
  });
}

test('a recording that is added when everything is wiped leaves nothing behind', async ({
  context,
  page,
}) => {
  await openPage(page, moduleAddress('wat-als-ik-het-mis-heb'));
  // Its worker waits before each piece that it writes, as on a slow disk.
  await context.route('**/file-worker-*', async (request) => {
    const response = await request.fetch();
    const body = `{
      const { put } = Cache.prototype;
      Cache.prototype.put = async function slow(...given) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return put.apply(this, given);
      };
    }
    ${await response.text()}`;
    await request.fulfill({ response, body });
  });
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Opname toevoegen' }).click();
  await (await choosing).setFiles(await makeLargeMp3(6_000_000));
  await expect(page.getByText('Stap 2 van 2').first()).toBeVisible();
  await goToSettings(page);
  await expectWiped(page, []);
});

test('a recording that is added when everything is wiped in another tab leaves nothing behind', async ({
  context,
}, testInfo) => {
  // Large enough to be on its way for some seconds.
  const file = testInfo.outputPath('lang.mp3');
  await writeFile(file, (await makeLargeMp3(200_000_000)).buffer);
  const working = await context.newPage();
  await openPage(working, moduleAddress('wat-als-ik-het-mis-heb'));
  const wiping = await openSettings(context, working, 'another tab');
  await working.bringToFront();
  const choosing = working.waitForEvent('filechooser');
  await working.getByRole('button', { name: 'Opname toevoegen' }).click();
  await (await choosing).setFiles(file);
  await expect(working.getByText('Stap 2 van 2').first()).toBeVisible();
  await expectWiped(wiping, [working]);
  await rm(file);
});

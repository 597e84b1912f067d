/** A new version of the built app: it waits for the person, and for every tab. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openPage, started, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { FAKE_MICROPHONE } from './fake-microphone.ts';
import { DIST } from './fixtures.ts';
import { newerBuild } from './newer-build.ts';
import { occupyDrafts } from './occupied-drafts.ts';
import { playerOn } from './player-controls.ts';
import { openQuestion, questionCard } from './questions.ts';
import { moduleAddress, ROUTE } from './route-pages.ts';
import { expectSpoken, watchSpoken } from './spoken.ts';

// What these are about begins with the worker.
test.use({ serviceWorkers: 'allow' });

test('a new version waits while any tab plays, and then only the tab that asked reloads', async ({
  context,
  site,
}) => {
  const folder = await newerBuild();
  try {
    await watchSpoken(context);
    const one = await context.newPage();
    await openPage(one, moduleAddress('even-niet-weten'));
    await one.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const other = await context.newPage();
    await openPage(other, ROUTE);
    await playerOn(one).start();
    await expectSoundGoesOn(one);

    await site.start(folder);
    await other.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const ask = other.getByRole('button', { name: 'Nieuwe versie gebruiken' });
    await expectSpoken(other, /^Er is een nieuwe versie\./);
    await ask.click();
    await expectSpoken(other, /^De nieuwe versie komt zodra er niets meer speelt/);
    await expect(other.getByText('De nieuwe versie komt zodra er niets meer speelt')).toBeVisible();
    await other.evaluate(() => {
      document.body.dataset.wasHere = '';
    });
    await expectSoundGoesOn(one, 1);
    expect(await other.locator('body[data-was-here]').count()).toBe(1);

    await playerOn(one).stop();
    await expect(other.locator('body[data-was-here]')).toHaveCount(0);
    await started(other);
    await expect(ask).toBeHidden();
    // The tab of before goes on where it was.
    await playerOn(one).start();
    await expectSoundGoesOn(one);
    expect((await engineFacts(one)).isPaused).toBe(false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a new version waits while any tab has words that are not kept yet, or records', async ({
  profile,
  faults,
  site,
}) => {
  const folders = [await newerBuild('second'), await newerBuild('third')];
  try {
    const { context, page } = await profile.open({ args: FAKE_MICROPHONE });
    await faults.watch(context);
    await openPage(page, moduleAddress('even-niet-weten'));
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const other = await context.newPage();
    await openPage(other, ROUTE);
    const sheet = await openQuestion(page, 'jouw-vraag');
    const stay = (tab: Page) =>
      tab.evaluate(() => {
        document.body.dataset.wasHere = '';
      });
    const askAndWait = async (folder: string | undefined) => {
      await site.start(folder);
      await other.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await stay(other);
      await other.getByRole('button', { name: 'Nieuwe versie gebruiken' }).click();
      await expect(
        other.getByText('De nieuwe versie komt zodra er niets meer speelt'),
      ).toBeVisible();
      // What would act at once has done so by the time that the browser was asked who is busy.
      const held = () =>
        other.evaluate(async () => (await navigator.locks.query()).pending?.length);
      await expect.poll(held).toBe(1);
      expect(await other.locator('body[data-was-here]').count()).toBe(1);
    };
    const expectReload = async () => {
      await expect(other.locator('body[data-was-here]')).toHaveCount(0);
      await started(other);
    };
    await stay(page);
    await occupyDrafts(page);
    await sheet.answer.fill('Dit staat nog niet op het toestel.');
    await expect(sheet.says('Nog niet bewaard')).toBeVisible();
    await askAndWait(folders[0]);
    await page.evaluate(() => window.release?.());
    await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
    await expectReload();

    await sheet.dialog.getByRole('button', { name: 'Spreek in' }).click();
    const stop = sheet.dialog.getByRole('button', { name: 'Stop opname' });
    await expect(stop).toBeVisible();
    await askAndWait(folders[1]);
    await stop.click();
    await expectReload();

    // The tab with the words stays as it is, two versions later.
    expect(await page.locator('body[data-was-here]').count()).toBe(1);
    await expect(sheet.answer).toHaveValue('Dit staat nog niet op het toestel.');
    await openPage(other, moduleAddress('even-niet-weten'));
    await expect(questionCard(other, 'jouw-vraag')).toContainText(
      'Dit staat nog niet op het toestel.',
    );
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
});

test('a part of the app that is gone is told, and reloads once at most', async ({
  page,
  context,
  faults,
}) => {
  faults.allow(/Failed to (load resource|fetch dynamically)|preload/);
  const names = await readdir(join(DIST, 'assets'));
  const code = names.find((name) => /^later-pages.*\.js$/.test(name));
  await context.route(`**/assets/${code}`, (route) => route.fulfill({ status: 404 }));
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await openPage(page, ROUTE);
  // The code that follows what is missing comes with the first touch.
  await page.keyboard.press('Shift');
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Notities' }).click();
  await expect.poll(() => loads).toBe(2);
  await expect(page.getByText('Een deel van de app ontbreekt.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Notities' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(loads).toBe(2);
});

test('an old tab goes on after two deployments, and what is missing offline is told in words', async ({
  page,
  site,
  faults,
}) => {
  faults.allow(/Failed to (load resource|fetch dynamically)|preload|net::ERR|fetching the script/);
  const folders = [await newerBuild('second'), await newerBuild('third')];
  try {
    await openPage(page, ROUTE);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await openPage(page, ROUTE);
    const codeNow = () =>
      page.locator('script[type="module"]').evaluate((script) => script.getAttribute('src'));
    const before = await codeNow();
    for (const folder of folders) {
      await site.start(folder);
      const mark = folder.includes('second') ? 'second-' : 'third-';
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      // The files of a deployment are all there before the next one comes.
      await expect
        .poll(() =>
          page.evaluate(async (name) => {
            const kept = await (await caches.open('luisterroute-shell')).keys();
            const { waiting, installing } = await navigator.serviceWorker.ready;
            const isInstalled = waiting !== null && installing === null;
            return isInstalled && kept.some(({ url }) => url.includes(`/assets/${name}index`));
          }, mark),
        )
        .toBe(true);
    }
    await site.stop();
    await page.getByRole('link', { name: 'Notities' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Notities' })).toBeVisible();
    await expect(page.getByText('Een deel van de app ontbreekt.')).toHaveCount(0);
    await page.getByRole('button', { name: 'Nieuwe versie gebruiken' }).click();
    await expect.poll(codeNow).not.toBe(before);
    expect(await codeNow()).toContain('third-index');
    await started(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Notities' })).toBeVisible();

    // Taken away one after the other, as a browser that cleans up might.
    const session = await page.context().newCDPSession(page);
    const lose = async (pattern: string) => {
      await session.send('Network.clearBrowserCache');
      await page.evaluate(async (name) => {
        for (const cacheName of await caches.keys()) {
          const cache = await caches.open(cacheName);
          for (const key of await cache.keys()) {
            if (key.url.includes(name)) await cache.delete(key);
          }
        }
      }, pattern);
    };
    await lose('later-pages');
    await page.goto('/offline/');
    await expect(page.getByText('Een deel van de app ontbreekt op dit toestel.')).toBeVisible();
    await expect(page.getByText('Je notities en je plek in de route zijn bewaard.')).toBeVisible();
    await lose('assets/third-index');
    await page.goto(ROUTE);
    await expect(page.getByText('Luisterroute kan nu niet starten.')).toBeVisible();
    await lose('shell.html');
    await page.goto(ROUTE);
    await expect(page.getByText('De app staat niet meer op dit toestel')).toBeVisible();
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
});

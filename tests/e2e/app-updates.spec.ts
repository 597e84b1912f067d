/** A new version of the built app: it waits for the person, and for every tab. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, openPage, started, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { DIST } from './fixtures.ts';
import { playerOn } from './player-controls.ts';
import { moduleAddress, ROUTE } from './route-pages.ts';
import { expectSpoken, watchSpoken } from './spoken.ts';

// What these are about begins with the worker.
test.use({ serviceWorkers: 'allow' });

/** The same app as a build of its own: a deployment without the earlier files. */
async function newerBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'luisterroute-newer-'));
  await cp(DIST, folder, { recursive: true });
  const worker = join(folder, 'sw.js');
  await writeFile(worker, `${await readFile(worker, 'utf8')}\n// newer\n`);
  return folder;
}

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

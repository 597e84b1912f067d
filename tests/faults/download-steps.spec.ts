/** A download that is paused, closed, cut, stopped and checked: pieces that are there are never asked for again. */
import type { Page } from '@playwright/test';
import { openPage, watchStart } from '../e2e/app-start.ts';
import { startFaultServer } from '../e2e/fault-server.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { copyWithLargeModule } from '../e2e/large-module.ts';
import { TITLES } from '../e2e/route-pages.ts';
import { storeProgress } from '../e2e/stored-data.ts';

const ID = 'even-niet-weten';
const FIRST = TITLES[ID];
const MIB = 1_048_576;

/** The numbers of the pieces on the device. */
function storedPieces(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const keys = await (await caches.open('luisterroute-audio')).keys();
    const names = keys.map(({ url }) => url.split('/').at(-1) ?? '');
    return names.filter((name) => /^\d+$/.test(name)).map(Number);
  });
}

test('a download goes on from the piece where it was, whatever came in between', async ({
  browser,
}) => {
  const app = await copyWithLargeModule();
  const server = await startFaultServer(app.folder);
  const context = await browser.newContext({ baseURL: server.url });
  await watchStart(context);
  const { size, hash } = app.audio;
  const range = (piece: number) => `${piece * MIB}-${Math.min(size, (piece + 1) * MIB) - 1}`;
  const stallIn = (piece: number) => server.setFault({ kind: 'stall', at: (piece + 0.5) * MIB });
  try {
    let page = await context.newPage();
    await openPage(page, '/offline/');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const ready = () => page.getByText('1 van 8 modules staan op je toestel');
    stallIn(1);
    await page.getByRole('button', { name: `Download ${FIRST}`, exact: true }).click();
    await expect(page.getByText(/^1,[5-7]\sMB van 3,1\sMB$/).first()).toBeVisible();
    expect(await storedPieces(page)).toEqual([0]);
    await page.getByRole('button', { name: 'Pauzeer download' }).click();
    await expect(page.getByText(/^gepauzeerd bij 1,[5-7]\sMB van 3,1\sMB$/)).toBeVisible();
    expect(server.takeRanges()).toEqual([range(0), range(1)]);

    // A closed tab leaves it paused, and knows where it was.
    await page.close();
    page = await context.newPage();
    await openPage(page, '/offline/');
    await expect(page.getByText(/^gepauzeerd bij 1\sMB van 3,1\sMB$/)).toBeVisible();
    expect(server.takeRanges()).toEqual([]);

    stallIn(2);
    await page.getByRole('button', { name: 'Ga door met downloaden' }).click();
    await expect.poll(() => storedPieces(page)).toEqual([0, 1]);
    await expect.poll(() => server.takeRanges()).toEqual([range(1), range(2)]);

    // A tab that is closed under way goes on by itself.
    await page.close();
    server.setFault({ kind: 'cut', at: 2.5 * MIB });
    page = await context.newPage();
    await openPage(page, '/offline/');
    // The line is lost, and comes back before the tries are over.
    await expect.poll(() => server.takeRanges()).toEqual([range(2)]);
    server.setFault(undefined);
    await expect(ready()).toBeVisible();
    expect(server.takeRanges()).toEqual([range(2)]);

    await page.evaluate(async (name) => {
      await (await caches.open('luisterroute-audio')).delete(`/_audio/${name}/1`);
    }, hash);
    await page.getByRole('button', { name: 'Controleer nu' }).click();
    await expect.poll(() => server.takeRanges()).toEqual([range(1)]);
    await expect(ready()).toBeVisible();
    await expect.poll(async () => (await storedPieces(page)).sort()).toEqual([0, 1, 2]);

    // What was heard to its end is the first to go.
    await storeProgress(page, {
      key: `twee-werelden/${ID}`,
      position: 0,
      duration: app.audio.duration,
      heard: [],
      completed: { at: 1, how: 'marked' },
      updatedAt: 1,
    });
    await openPage(page, '/offline/');
    await page.getByRole('button', { name: 'Verwijder afgeronde downloads' }).click();
    await expect(page.getByText('De downloads zijn verwijderd.')).toBeVisible();
    expect(await storedPieces(page)).toEqual([]);

    stallIn(1);
    await page.getByRole('button', { name: `Download ${FIRST}`, exact: true }).click();
    await expect.poll(() => storedPieces(page)).toEqual([0]);
    await page.getByRole('button', { name: 'Stop met downloaden' }).click();
    await expect(
      page.getByRole('button', { name: `Download ${FIRST}`, exact: true }),
    ).toBeVisible();
    await expect.poll(() => storedPieces(page)).toEqual([]);
  } finally {
    await context.close();
    await server.close();
    await app.remove();
  }
});

/**
 * The file on the host becomes another one while a download is between two pieces: nothing of the two is ever
 * mixed, it is told, and the version that knows the new file brings it in by itself.
 */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { AudioFile } from '../../src/model/learning-module.ts';
import type { Catalog } from '../../src/model/learning-route.ts';
import { expect, openPage, started, test } from '../e2e/app-test.ts';
import { startFaultServer } from '../e2e/fault-server.ts';
import { copyWithLargeModule, describeSound } from '../e2e/large-module.ts';
import { newerBuild } from '../e2e/newer-build.ts';
import { TITLES } from '../e2e/route-pages.ts';
import { makeMp3File } from '../e2e/sound-files.ts';

const FIRST = TITLES['even-niet-weten'];
const MIB = 1_048_576;
/** Half a minute of patience then takes less than a second. */
const HURRY = 40;

/** The hash of what the worker plays, or its refusal. */
async function served(page: Page, { hash }: AudioFile): Promise<string | number> {
  return page.evaluate(async (name) => {
    const answer = await fetch(`/_audio/${name}`);
    if (answer.status !== 200) return answer.status;
    const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }, hash);
}

/** The next build, in which the sound at that address has a few seconds more. */
async function buildWithLongerSound(folder: string, audio: AudioFile) {
  const newer = await newerBuild('newer', folder);
  const bytes = Buffer.concat([
    (await makeMp3File(5)).buffer,
    await readFile(join(folder, audio.url)),
  ]);
  const longer = describeSound({ ...audio, duration: audio.duration + 5 }, bytes);
  const path = join(newer, 'catalog.json');
  const catalog: Catalog = JSON.parse(await readFile(path, 'utf8'));
  const [summary] = catalog.routes[0]?.modules ?? [];
  if (summary) summary.audio = longer;
  await writeFile(path, JSON.stringify(catalog));
  await writeFile(join(newer, audio.url), bytes);
  return { newer, longer };
}

test('a sound that changes between two pieces is never mixed, and comes whole with the next version', async ({
  page,
  faults,
}) => {
  faults.allow(/Failed to load resource|status of 404/);
  faults.allow(/asked of another origin/);
  const app = await copyWithLargeModule(HURRY);
  const { newer, longer } = await buildWithLongerSound(app.folder, app.audio);
  const server = await startFaultServer(app.folder);
  const file = join(app.folder, app.audio.url);
  const original = await readFile(file);
  const download = page.getByRole('button', { name: `Download ${FIRST}`, exact: true });
  const firstPiece = async () => {
    server.setFault({ kind: 'stall', at: 1.5 * MIB });
    await download.click();
    await expect(page.getByText(/^1,[5-7]\sMB van 3,1\sMB$/).first()).toBeVisible();
  };
  try {
    await page.goto(`${server.url}offline/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await openPage(page, `${server.url}offline/`);
    await firstPiece();
    // As long as it was, but with other bytes from there on.
    await writeFile(
      file,
      Buffer.concat([original.subarray(0, MIB), original.subarray(MIB).reverse()]),
    );
    server.setFault(undefined);
    await expect(page.getByText('Het bestand is beschadigd.').first()).toBeVisible();
    expect(await served(page, app.audio)).toBe(404);

    await firstPiece();
    await cp(newer, app.folder, { recursive: true });
    server.setFault(undefined);
    await expect(page.getByText('Het bestand op de website is veranderd.').first()).toBeVisible();
    await expect(page.getByText('0 van 8 modules staan op je toestel')).toBeVisible();
    expect(await served(page, app.audio)).toBe(404);

    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const before = await page.evaluate(() => performance.timeOrigin);
    await page.getByRole('button', { name: 'Nieuwe versie gebruiken' }).click();
    await page.waitForFunction((time) => performance.timeOrigin !== time, before);
    await started(page);
    await expect(page.getByText('1 van 8 modules staan op je toestel')).toBeVisible();
    expect(await served(page, longer)).toBe(longer.hash);
    await expect.poll(() => served(page, app.audio)).toBe(404);
  } finally {
    await server.close();
    await rm(newer, { recursive: true, force: true });
    await app.remove();
  }
});

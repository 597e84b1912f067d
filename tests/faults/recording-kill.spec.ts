/** SIGKILL at any moment of taking a recording in: the next browser has a whole one, or nothing and says so. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Recording } from '../../src/model/recording.ts';
import type { Bytes, Milliseconds, Sha256 } from '../../src/model/units.ts';
import { openPage, watchStart } from '../e2e/app-start.ts';
import { expect, type ProfileBrowser, test } from '../e2e/fixtures.ts';
import { moduleAddress } from '../e2e/route-pages.ts';
import { makeMp3File } from '../e2e/sound-files.ts';
import { killRounds } from '../kill-rounds.ts';

const PAGE = moduleAddress('wat-als-ik-het-mis-heb');
const READY = 'De opname staat op je toestel.';
const CLEANED = 'Wat er al stond, is opgeruimd.';

/** Pieces enough for kills between them; the same minute again and again. */
const SIZE: Bytes = 6_000_000;

/** Of the time that the first, undisturbed taking in needs, which is the slowest; kills come during and after it. */
const WINDOW = 0.8;

const QUICKLY: Milliseconds[] = [30];

/** What the device keeps of recordings. */
interface Kept {
  /** Of the bytes of each record, in the order of its pieces. */
  records: { fileName: string; isCopied: boolean; hash: Sha256 }[];
  /** Entries in the cache, and how many there are for the records. */
  entries: number;
  expected: number;
}

interface SoundFile {
  name: string;
  path: string;
  hash: Sha256;
}

test('a kill while a file is taken in leaves a whole recording, or nothing', async ({
  profile,
}, testInfo) => {
  const { rounds, seed, random } = killRounds(50);
  const files = await makeFiles((name) => testInfo.outputPath(name));
  const ends = { new: 0, old: 0, nothing: 0, told: 0 };
  let before: string | undefined;
  let tried: SoundFile | undefined;
  let longest: Milliseconds = 0;

  /** Looks at what the kill of the round before left. */
  async function check(page: Page, name: string): Promise<string | undefined> {
    const ready = page.getByText(READY);
    const add = page.getByRole('button', { name: 'Opname toevoegen' });
    // What was half there is cleaned up first; until then nothing is promised.
    await expect
      .poll(async () => isWhole(await kept(page), await ready.isVisible()), {
        message: name,
        intervals: QUICKLY,
      })
      .toBe(true);
    const [record] = (await kept(page)).records;
    if (!record) {
      expect(before, `${name}: the old one stays until the new one is whole`).toBeUndefined();
      await expect(add).toBeVisible();
      ends.nothing += 1;
      if (await page.getByText(CLEANED).isVisible()) ends.told += 1;
      return undefined;
    }
    expect([before, tried?.name], name).toContain(record.fileName);
    const file = files.find(({ name: fileName }) => fileName === record.fileName);
    expect(record.hash, name).toBe(file?.hash);
    expect(await playEnd(page), name).toBe('ended');
    ends[record.fileName === tried?.name ? 'new' : 'old'] += 1;
    return record.fileName;
  }

  // Each browser first shows what the one before it kept.
  for (let round = 0; round <= rounds; round += 1) {
    const { page, kill } = await openControlled(await profile.open());
    if (tried) before = await check(page, `SEED=${seed}, round ${round - 1}`);
    if (round === rounds) break;
    // By turns in an empty place and in the place of another.
    if (before !== undefined && round % 2 === 0) {
      await remove(page);
      before = undefined;
    }
    tried = files.find(({ name }) => name !== before) ?? files[0];
    if (!tried) throw new Error('no file');
    if (longest === 0) {
      const startedAt = performance.now();
      await choose(page, tried);
      await expect(page.getByText(READY)).toBeVisible();
      longest = (performance.now() - startedAt) * WINDOW;
      await remove(page);
    }
    await choose(page, tried);
    await page.waitForTimeout(random(round)() * longest);
    await kill();
  }
  console.log(`SEED=${seed}: ${rounds} kills while taking in: ${JSON.stringify(ends)}`);
});

async function makeFiles(pathOf: (name: string) => string): Promise<SoundFile[]> {
  return Promise.all(
    [5, 6].map(async (seconds) => {
      const name = `aflevering-${seconds}.mp3`;
      const { buffer } = await makeMp3File(seconds);
      const times = Math.ceil(SIZE / buffer.length);
      const bytes = Buffer.concat(new Array<Buffer>(times).fill(buffer));
      await writeFile(pathOf(name), bytes);
      return { name, path: pathOf(name), hash: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
}

/** Only the worker can answer for a recording. */
async function openControlled(browser: ProfileBrowser): Promise<ProfileBrowser> {
  const { page, context } = browser;
  await watchStart(context);
  await openPage(page, PAGE);
  await page.keyboard.press('Shift');
  await page.waitForFunction(() => Boolean(navigator.serviceWorker.controller));
  return browser;
}

async function choose(page: Page, { path }: SoundFile): Promise<void> {
  const button = page.getByRole('button', { name: /^(Opname toevoegen|Andere opname kiezen)$/ });
  const choosing = page.waitForEvent('filechooser');
  await button.click();
  await (await choosing).setFiles(path);
}

async function remove(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Opname verwijderen' }).click();
  await page.getByRole('button', { name: 'Verwijder de opname' }).click();
  await expect.poll(async () => (await kept(page)).entries, { intervals: QUICKLY }).toBe(0);
}

function isWhole({ records, entries, expected }: Kept, isShown: boolean): boolean {
  const isCopied = records.every((record) => record.isCopied);
  return isCopied && records.length === (isShown ? 1 : 0) && entries === expected;
}

/** Reads database and cache, and puts the pieces together. */
async function kept(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const request = indexedDB.open('luisterroute');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const asked = database.transaction('recordings').objectStore('recordings').getAll();
    const stored = await new Promise<Recording[]>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    database.close();
    const cache = await caches.open('luisterroute-recordings');
    const records = stored.map(async ({ fileName, copiedAt, audioHash, pieces }) => {
      const found = await Promise.all(
        pieces.map(async (_, index) =>
          (await cache.match(`/_audio/${audioHash}/${index}`))?.blob(),
        ),
      );
      const bytes = await new Blob(found.filter((piece) => piece !== undefined)).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return { fileName, isCopied: copiedAt !== undefined, hash };
    });
    return {
      records: await Promise.all(records),
      entries: (await cache.keys()).length,
      // Every piece, and the manifest.
      expected: stored.reduce((sum, { pieces }) => sum + pieces.length + 1, 0),
    };
  });
}

/** Plays the last second of what the worker answers with. */
async function playEnd(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const cache = await caches.open('luisterroute-recordings');
    const [{ url } = { url: '' }] = await cache.keys();
    const audio = new Audio(url.slice(0, url.lastIndexOf('/')));
    audio.muted = true;
    return new Promise<string>((resolve) => {
      for (const kind of ['ended', 'error']) {
        audio.addEventListener(kind, () => resolve(kind), { once: true });
      }
      audio.addEventListener(
        'loadedmetadata',
        () => {
          audio.currentTime = audio.duration - 0.5;
          void audio.play();
        },
        { once: true },
      );
    });
  });
}

/** A large recording: SIGKILL at any moment of adding it, and what adding it takes of memory and of the page. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Bytes } from '../../src/model/units.ts';
import { expect, openPage, test } from '../e2e/app-test.ts';
import { moduleAddress } from '../e2e/route-pages.ts';
import { makeMp3 } from '../e2e/sound-files.ts';
import { killRounds, LONG_FORM } from '../kill-rounds.ts';

const PAGE = moduleAddress('wat-als-ik-het-mis-heb');
const READY = 'De opname staat op je toestel.';

test.skip(
  process.env[LONG_FORM] === undefined,
  'takes minutes; the rules are proven in the unit tests',
);

/** An MP3 of at least so many bytes on the disk: the same minute again and again. */
async function writeLargeMp3(size: Bytes): Promise<{ path: string; size: Bytes }> {
  const { buffer } = await makeMp3(60);
  const times = Math.ceil(size / buffer.length);
  const path = join(tmpdir(), `luisterroute-${process.pid}-${size}.mp3`);
  await writeFile(path, Buffer.concat(new Array<Buffer>(times).fill(buffer)));
  return { path, size: times * buffer.length };
}

async function choose(page: Page, path: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Opname toevoegen' }).click();
  await (await choosing).setFiles(path);
}

/** Everything that the device keeps of recordings. */
async function kept(page: Page): Promise<{ keys: number; records: number; whole: number }> {
  return page.evaluate(async () => {
    const keys = await (await caches.open('luisterroute-recordings')).keys();
    const request = indexedDB.open('luisterroute');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const asked = database.transaction('recordings').objectStore('recordings').getAll();
    const records = await new Promise<{ copiedAt?: number; pieces: string[] }[]>((resolve) => {
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    const whole = records.filter(({ copiedAt }) => copiedAt !== undefined);
    return { keys: keys.length, records: records.length, whole: whole.length };
  });
}

test('a kill while a file is added leaves a whole recording or nothing', async ({ profile }) => {
  const { rounds, seed, random } = killRounds(30);
  const file = await writeLargeMp3(60_000_000);
  const ends = { whole: 0, nothing: 0, told: 0 };
  const longest = 2500;
  for (let round = 0; round < rounds; round += 1) {
    const killed = await profile.open();
    await openPage(killed.page, PAGE);
    await choose(killed.page, file.path);
    await killed.page.waitForTimeout(random(round)() * longest);
    await killed.kill();

    const { page, close } = await profile.open();
    await openPage(page, PAGE);
    const add = page.getByRole('button', { name: 'Opname toevoegen' });
    const ready = page.getByText(READY);
    await expect(add.or(ready).first()).toBeEnabled();
    await expect
      .poll(async () => {
        const { keys, records, whole } = await kept(page);
        const isWhole = (await ready.isVisible()) && keys === Math.ceil(file.size / 1_048_576) + 1;
        return (isWhole && whole === 1) || (keys === 0 && records === 0);
      }, `SEED=${seed}, round ${round}`)
      .toBe(true);
    if (await page.getByText('Wat er al stond, is opgeruimd.').isVisible()) ends.told += 1;
    if (await ready.isVisible()) {
      ends.whole += 1;
      await page.getByRole('button', { name: 'Opname verwijderen' }).click();
      await page.getByRole('button', { name: 'Verwijder de opname' }).click();
      await expect.poll(async () => (await kept(page)).keys).toBe(0);
    } else ends.nothing += 1;
    await close();
  }
  console.log(`SEED=${seed}: ${rounds} kills while adding: ${JSON.stringify(ends)}`);
  await rm(file.path);
});

test('300 MB is added without memory or a task to speak of', async ({ profile }) => {
  const file = await writeLargeMp3(300_000_000);
  const { page, context } = await profile.open();
  await context.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await openPage(page, PAGE);
  await page.keyboard.press('Shift');
  await expect
    .poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)))
    .toBe(true);
  await page.waitForTimeout(2000);
  const idle = await rendererSize(page);
  await page.evaluate(() => {
    (window as unknown as { longTasks: number[] }).longTasks.length = 0;
  });
  const startedAt = performance.now();
  await choose(page, file.path);
  let peak = idle;
  while (!(await page.getByText(READY).isVisible())) {
    peak = Math.max(peak, await rendererSize(page));
    expect(performance.now() - startedAt).toBeLessThan(300_000);
    await page.waitForTimeout(100);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  const longest = Math.max(0, ...tasks);
  console.log(
    `300 MB added in ${seconds.toFixed(1)} s; renderers ${toMb(idle)} MB idle, ${toMb(peak)} MB at most; longest task ${longest} ms`,
  );
  await rm(file.path);
  expect(peak - idle).toBeLessThan(60_000_000);
  expect(longest).toBeLessThan(200);
});

const toMb = (bytes: Bytes) => Math.round(bytes / 1_000_000);

/** All processes of pages and workers together, as they stand in memory. */
async function rendererSize(page: Page): Promise<Bytes> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  await session?.detach();
  let size = 0;
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue;
    // One may have ended since it was listed.
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    size += Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  }
  return size;
}

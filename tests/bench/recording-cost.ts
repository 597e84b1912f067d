/** What taking in a large recording costs: the memory of the page and of the worker that it starts, which share a process. */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serveFolder } from '../../src/build/serve.ts';
import type { Bytes, Milliseconds } from '../../src/model/units.ts';
import { makeMp3 } from '../fixtures/made-sounds.ts';
import type { MeasuredBrowser, MeasuredPage } from './devtools-browser.ts';
import { rendererOf, residentSize } from './offline-cost.ts';

const PAGE = 'twee-werelden/wat-als-ik-het-mis-heb/';
const PART = `document.querySelector('[aria-labelledby="eigen-opname"]')`;
const ADD = `[...${PART}.querySelectorAll('button')].find((button) => button.textContent === 'Opname toevoegen')`;

const READY = 'De opname staat op je toestel.';

/** What was measured. */
export interface RecordingCost {
  idle: Bytes;
  peak: Bytes;
  time: Milliseconds;
}

/** The most memory of the page's process while a file is taken in, above what it took before. */
export async function measureRecordingMemory(
  browser: MeasuredBrowser,
  dist: string,
  size: Bytes,
): Promise<RecordingCost> {
  const folder = await mkdtemp(join(tmpdir(), 'luisterroute-recording-'));
  const server = await serveFolder({ folder: dist, port: 0 });
  try {
    const path = join(folder, 'aflevering.mp3');
    await writeMp3(path, size);
    const page = await browser.newPage();
    await page.send('Page.enable');
    await page.send('Page.navigate', { url: `${server.url}${PAGE}` });
    await page.until(`${ADD}?.disabled === false`);
    await page.evaluate(`dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))`);
    await page.until('navigator.serviceWorker.controller !== null');
    await wait(2000);
    const cost = await takeIn(page, await rendererOf(browser, page), path);
    await page.close();
    return cost;
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

async function takeIn(page: MeasuredPage, pid: number, path: string): Promise<RecordingCost> {
  const idle = await residentSize(pid);
  const { result } = (await page.send('Runtime.evaluate', {
    expression: `${PART}.querySelector('input[type="file"]')`,
  })) as { result: { objectId: string } };
  const startedAt = performance.now();
  await page.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId });
  let peak = idle;
  for (let look = 1; ; look += 1) {
    peak = Math.max(peak, await residentSize(pid));
    await wait(20);
    // Every question costs the page something: it is asked seldom.
    if (look % 10 > 0) continue;
    if (await page.evaluate<boolean>(`${PART}.textContent.includes('${READY}')`)) break;
    // The same line tells which step it is at.
    const problem = await page.evaluate<string>(
      `${PART}.querySelector(':scope > [role="status"]').textContent`,
    );
    if (problem !== '' && !/^Stap \d/.test(problem))
      throw new Error(`the recording was not taken in: ${problem}`);
  }
  return { idle, peak, time: performance.now() - startedAt };
}

/** A minute of stereo at 128 kbit/s, as podcasts have it, again and again. */
async function writeMp3(path: string, size: Bytes): Promise<void> {
  const minute = await makeMp3(new Array(60).fill(0.3), { bitrate: 128, channels: 2 });
  const file = await open(path, 'w');
  for (let written = 0; written < size; written += minute.length) await file.write(minute);
  await file.close();
}

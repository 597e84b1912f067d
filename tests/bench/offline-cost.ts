/** What being offline costs: opening without a server, a download while the page is used, and memory. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serveFolder } from '../../src/build/serve.ts';
import type { Catalog } from '../../src/model/learning-route.ts';
import type { Bytes, Milliseconds } from '../../src/model/units.ts';
import type { OfflineSite } from '../e2e/offline-site.ts';
import type { MeasuredBrowser, MeasuredPage } from './devtools-browser.ts';
import { recordTasks } from './task-times.ts';

/** How long the route page took to answer, load by load. */
export interface OpenTimes {
  offline: Milliseconds[];
  /** From a server on this machine, with the code in the browser's own cache. */
  online: Milliseconds[];
}

/** Notes when the page shows its text and its buttons work. Must be the first thing that runs in a page. */
const WATCH_START = `{
  // Who comes again is compared with who comes again.
  try { localStorage.setItem('luisterroute-was-here', '1'); } catch {}
  const { addEventListener } = window;
  window.addEventListener = function (name, ...rest) {
    // The app follows the back button from the moment that it answers to everything.
    if (name === 'popstate') window.startedAt = performance.now();
    addEventListener.call(this ?? window, name, ...rest);
  };
}`;

/** Opens the route page again and again, from a server, then without one. */
export async function measureOpening(
  browser: MeasuredBrowser,
  dist: string,
  rounds: number,
): Promise<OpenTimes> {
  const route = await readRoute(dist);
  const server = await serveFolder({ folder: dist, port: 0 });
  const address = `${server.url}${route.id}/`;
  const page = await browser.newPage();
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH_START });
  // The worker is registered 2.5 s after a load at the earliest: before that the server answers.
  const online = await openOften(page, address, rounds);
  await installWorker(page, address);
  await server.close();
  const offline = await openOften(page, address, rounds);
  await page.close();
  return { online, offline };
}

async function openOften(
  page: MeasuredPage,
  address: string,
  rounds: number,
): Promise<Milliseconds[]> {
  const times: Milliseconds[] = [];
  // The first one only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    await page.send('Page.navigate', { url: address });
    await page.until(
      `window.startedAt !== undefined && document.querySelector('h1') !== null && document.readyState === 'complete'`,
    );
    if (round > 0) times.push(await page.evaluate<number>('window.startedAt'));
  }
  return times;
}

async function installWorker(page: MeasuredPage, address: string): Promise<void> {
  await page.send('Page.navigate', { url: address });
  await page.until('window.startedAt !== undefined');
  await page.evaluate(`dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))`);
  await page.until('navigator.serviceWorker.controller !== null');
  await page.until(`caches.open('luisterroute-texts').then((cache) => cache.keys())
    .then((keys) => keys.length >= 8)`);
}

/** How long the tasks are, longest first, while the whole route is downloaded with a processor four times as slow. */
export async function measureDownloadTasks(
  browser: MeasuredBrowser,
  dist: string,
): Promise<Milliseconds[]> {
  const server = await serveFolder({ folder: dist, port: 0 });
  const page = await browser.newPage(true);
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH_START });
  await installWorker(page, `${server.url}offline/`);
  const button = `[...document.querySelectorAll('button')]
    .find((button) => button.textContent.startsWith('Hele route downloaden'))`;
  await page.until(`${button} !== undefined`);
  // What the first visit still has to do is no part of the download.
  await wait(2000);
  await page.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const tasks = await recordTasks(browser, async () => {
    await page.evaluate(`new Promise((resolve) => {
      const seen = new MutationObserver(() => {
        if (document.body.textContent.includes('Klaar voor onderweg')) resolve();
      });
      seen.observe(document.body, { subtree: true, childList: true, characterData: true });
      ${button}.click();
    })`);
    await wait(300);
  });
  await page.close();
  await server.close();
  return tasks;
}

/** The most memory of the page's process during one large download, above what it took before. */
export async function measureDownloadMemory(
  browser: MeasuredBrowser,
  site: OfflineSite,
): Promise<{ idle: Bytes; peak: Bytes }> {
  const server = await serveFolder({ folder: site.folder, port: 0 });
  const page = await browser.newPage();
  await page.send('Page.enable');
  await page.send('Page.navigate', { url: server.url });
  await page.until('window.offline !== undefined');
  await page.evaluate(`dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))`);
  await page.until('navigator.serviceWorker.controller !== null');
  await wait(1500);
  const pid = await rendererOf(browser, page);
  const idle = await residentSize(pid);
  let peak = idle;
  await page.evaluate(`offline.catalog().then(({ routes }) =>
    offline.downloads.download(routes.flatMap((route) => route.modules)))`);
  for (;;) {
    peak = Math.max(peak, await residentSize(pid));
    const kind = await page.evaluate<string>(`offline.downloads.states.get('een')?.kind`);
    if (kind === 'ready') break;
    if (kind === 'failed') throw new Error('the download failed');
    await wait(25);
  }
  await page.close();
  await server.close();
  return { idle, peak };
}

/** The process that runs this page: it is asked for its own number by what it alone is busy with. */
export async function rendererOf(browser: MeasuredBrowser, page: MeasuredPage): Promise<number> {
  const { processInfo } = (await browser.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number; cpuTime: number }[];
  };
  const before = new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime]));
  await page.evaluate('{ const end = performance.now() + 400; while (performance.now() < end); }');
  const after = (await browser.send('SystemInfo.getProcessInfo')) as {
    processInfo: typeof processInfo;
  };
  const [busiest] = after.processInfo
    .filter(({ type }) => type === 'renderer')
    .toSorted(
      (a, b) => b.cpuTime - (before.get(b.id) ?? 0) - (a.cpuTime - (before.get(a.id) ?? 0)),
    );
  if (!busiest) throw new Error('the browser has no page');
  return busiest.id;
}

/** What a process has in memory. @throws on a system without /proc */
export async function residentSize(pid: number): Promise<Bytes> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`process ${pid} does not tell its size`);
  return Number(kilobytes) * 1024;
}

async function readRoute(dist: string): Promise<{ id: string }> {
  const { routes }: Catalog = JSON.parse(await readFile(join(dist, 'catalog.json'), 'utf8'));
  const [route] = routes;
  if (!route) throw new Error('the catalog holds no route');
  return route;
}

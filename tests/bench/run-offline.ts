/**
 * `npm run bench:offline`: what being offline costs. Prints a table and ends with 1 when a limit is not met,
 * or when a row could not be measured here and `BENCH_ALLOW_SKIP=1` does not accept that.
 * `BENCH_ROUNDS` and `BENCH_MEGABYTES` make it shorter.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildOfflineSite } from '../e2e/offline-site.ts';
import { type MeasuredBrowser, startBrowser } from './devtools-browser.ts';
import { measureDownloadMemory, measureDownloadTasks, measureOpening } from './offline-cost.ts';
import { measureRecordingMemory } from './recording-cost.ts';
import { median, type Result, report, type Skipped } from './result-table.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const MEGABYTES = Number(process.env.BENCH_MEGABYTES ?? 300);

/** The longest task that nobody notices. */
const LONGEST_TASK_MS = 50;

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

if (existsSync(join(DIST, 'catalog.json'))) {
  report([
    await withBrowser(measureOpen),
    await withBrowser(measureTasks),
    ...(await withBrowser(measureLarge)),
    await withBrowser(measureRecording),
  ]);
} else {
  console.error('Er is nog niets gebouwd. Doe eerst: npm run build');
  process.exitCode = 1;
}

async function withBrowser<T>(measure: (browser: MeasuredBrowser) => Promise<T>): Promise<T> {
  const browser = await startBrowser();
  try {
    return await measure(browser);
  } finally {
    await browser.close();
  }
}

async function measureOpen(browser: MeasuredBrowser): Promise<Result> {
  const { offline, online } = await measureOpening(browser, DIST, ROUNDS);
  const list = (values: number[]) => values.map((value) => value.toFixed(0)).join(' ');
  console.log(`opening, ms\n  offline ${list(offline)}\n  server  ${list(online)}`);
  const beside = median(online);
  return {
    name: `route page offline beside a local server, median of ${ROUNDS}`,
    unit: 'ms',
    app: median(offline),
    beside,
    limit: beside * 1.3,
  };
}

async function measureTasks(browser: MeasuredBrowser): Promise<Result> {
  const tasks = await measureDownloadTasks(browser, DIST);
  const longest = tasks.slice(0, 8).map((time) => time.toFixed(1));
  console.log(`tasks of a download: ${tasks.length}, the longest, ms\n  ${longest.join(' ')}`);
  return {
    name: 'longest task during a download, processor 4x as slow',
    unit: 'ms',
    app: tasks[0] ?? Number.NaN,
    beside: 0,
    limit: LONGEST_TASK_MS,
  };
}

async function measureLarge(browser: MeasuredBrowser): Promise<(Result | Skipped)[]> {
  const name = `memory of the page during a download of ${MEGABYTES} MB`;
  if (process.platform !== 'linux') return [{ name, reason: 'needs /proc' }];
  const site = await buildOfflineSite('versie 1', MEGABYTES * 1_000_000);
  try {
    const { idle, peak } = await measureDownloadMemory(browser, site);
    const beside = idle / 1e6;
    return [{ name, unit: 'MB', app: peak / 1e6, beside, limit: beside + 30 }];
  } finally {
    await site.remove();
  }
}

async function measureRecording(browser: MeasuredBrowser): Promise<Result | Skipped> {
  const name = `memory of the page while a recording of ${MEGABYTES} MB is taken in`;
  if (process.platform !== 'linux') return { name, reason: 'needs /proc' };
  const { idle, peak, time } = await measureRecordingMemory(browser, DIST, MEGABYTES * 1_000_000);
  console.log(`a recording of ${MEGABYTES} MB was taken in within ${(time / 1000).toFixed(1)} s`);
  const beside = idle / 1e6;
  return { name, unit: 'MB', app: peak / 1e6, beside, limit: beside + 30 };
}

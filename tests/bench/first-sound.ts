/** How long a listener waits between the tap on play and the first sound, on a slow connection with nothing cached. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Milliseconds } from '../../src/model/units.ts';
import type { MeasuredBrowser } from './devtools-browser.ts';
import { openSubject, pressPlay, type Subject, type Subjects } from './subjects.ts';

/** "Slow 4G" as the browser's own DevTools have it; latency in milliseconds, the rest in bytes per second. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};

/** Between the page's `load` and the tap: somebody reads the title. */
const READING_TIME: Milliseconds = 1000;

/** The waits of both, pair by pair. */
export interface FirstSounds {
  app: Milliseconds[];
  bare: Milliseconds[];
}

/** Measures pairs, the one that goes first by turns. */
export async function measureFirstSounds(
  browser: MeasuredBrowser,
  subjects: Subjects,
  pairs: number,
): Promise<FirstSounds> {
  const waits: FirstSounds = { app: [], bare: [] };
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = [subjects.app, subjects.bare];
    for (const subject of pair % 2 === 0 ? order : order.reverse()) {
      waits[subject.name].push(await measureOnce(browser, subject));
    }
  }
  return waits;
}

async function measureOnce(browser: MeasuredBrowser, subject: Subject): Promise<Milliseconds> {
  const page = await browser.newPage(true);
  await page.send('Network.enable');
  await page.send('Network.emulateNetworkConditions', SLOW_4G);
  await openSubject(page, subject);
  await wait(READING_TIME);
  const pressedAt = await pressPlay(page, subject);
  await page.until('window.firstTimeAt !== undefined');
  const firstTimeAt = await page.evaluate<Milliseconds>('window.firstTimeAt');
  await page.close();
  return firstTimeAt - pressedAt;
}

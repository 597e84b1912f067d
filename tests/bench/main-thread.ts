/** How much of the main thread playing takes, in a page that is seen and in one behind another tab. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Milliseconds, Seconds } from '../../src/model/units.ts';
import type { MeasuredBrowser, MeasuredPage } from './devtools-browser.ts';
import { openSubject, pressPlay, type Subject, type Subjects, untilPlaying } from './subjects.ts';

/** Milliseconds of the main thread for each second of sound, round by round. */
export interface Loads {
  app: Milliseconds[];
  bare: Milliseconds[];
}

export interface MainThreadOptions {
  visibility: 'visible' | 'hidden';
  rounds: number;
  /** How long each round lasts. */
  time: Seconds;
}

/** What starting leaves behind is no part of playing: the worker is installed, the texts are kept. */
const SETTLING_TIME: Milliseconds = 5000;

/**
 * Half a minute after a page goes behind another the browser collects its memory, once (some 20 ms here, and none
 * of that size in the three minutes after it): that is what leaving costs, not what playing unseen does.
 */
const LEAVING_TIME: Milliseconds = 32_000;

/** @throws when a page is not as visible as it is to be, or its sound stopped */
export async function measureMainThread(
  browser: MeasuredBrowser,
  subjects: Subjects,
  { visibility, rounds, time }: MainThreadOptions,
): Promise<Loads> {
  const loads: Loads = { app: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    const order = [subjects.app, subjects.bare];
    for (const subject of round % 2 === 0 ? order : order.reverse()) {
      loads[subject.name].push(await measureRound(browser, subject, visibility, time));
    }
  }
  return loads;
}

async function measureRound(
  browser: MeasuredBrowser,
  subject: Subject,
  visibility: 'visible' | 'hidden',
  time: Seconds,
): Promise<Milliseconds> {
  const page = await browser.newPage();
  await page.bringToFront();
  // Every round from the start, also for who remembers: further on a question would stop the sound.
  await openSubject(page, { ...subject, url: `${subject.url}?t=0` });
  await wait(SETTLING_TIME);
  await pressPlay(page, subject);
  await untilPlaying(page);
  const front = visibility === 'hidden' ? await browser.newPage() : undefined;
  await front?.bringToFront();
  await page.until(`document.visibilityState === '${visibility}'`);
  await wait(front ? LEAVING_TIME : 1000);

  // The thread's own clock: what other programs on this machine do is not counted.
  await page.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await readState(page);
  await wait(time * 1000);
  const after = await readState(page);
  const heard = after.position - before.position;
  if (after.visibility !== visibility) throw new Error(`${subject.name}: ${after.visibility}`);
  if (heard < time * 0.8) throw new Error(`${subject.name}: heard ${heard} s in ${time} s`);
  await front?.close();
  await page.close();
  return ((after.busy - before.busy) * 1000) / heard;
}

async function readState(
  page: MeasuredPage,
): Promise<{ busy: Seconds; position: Seconds; visibility: string }> {
  const { metrics } = (await page.send('Performance.getMetrics')) as {
    metrics: { name: string; value: number }[];
  };
  const busy = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (busy === undefined) throw new Error('the browser does not tell TaskDuration');
  const state = await page.evaluate<{ position: Seconds; visibility: string }>(`({
    position: window.sounds.find((sound) => !sound.paused)?.currentTime ?? 0,
    visibility: document.visibilityState,
  })`);
  return { busy, ...state };
}

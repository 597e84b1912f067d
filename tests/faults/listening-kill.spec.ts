/** SIGKILL while it plays: the place to go on from is at most a second earlier. */
import type { Page } from '@playwright/test';
import type { Milliseconds, Seconds } from '../../src/model/units.ts';
import { openPage, watchStart } from '../e2e/app-start.ts';
import { engineFacts, watchEngine } from '../e2e/engine-facts.ts';
import { expect, type ProfileBrowser, test } from '../e2e/fixtures.ts';
import { playerOn } from '../e2e/player-controls.ts';
import { storedProgress } from '../e2e/stored-data.ts';
import { killRounds } from '../kill-rounds.ts';
import { aimAt, summarize } from './kill-moment.ts';

/** What may be lost. */
const LIMIT: Seconds = 1;

const LEAST: Seconds = 1;
const SPREAD: Milliseconds = 1500;

const ADDRESS = '/twee-werelden/even-niet-weten/';

test('a kill while it plays loses at most a second of the place', async ({ profile }) => {
  const { rounds, seed, random } = killRounds(50);
  const losses: Seconds[] = [];
  let reached: Seconds | undefined;
  // Each browser first shows where the one before it was.
  for (let round = 0; round <= rounds; round += 1) {
    const browser = await profile.open();
    await watchStart(browser.context);
    await watchEngine(browser.context);
    await openPage(browser.page, ADDRESS);
    if (reached !== undefined) {
      losses.push(await checkLoss(browser.page, reached, `SEED=${seed}, round ${round - 1}`));
    }
    if (round < rounds) reached = await playAndKill(browser, random(round)() * SPREAD);
  }
  const { median, worst } = summarize(losses);
  console.log(
    `SEED=${seed}: ${rounds} kills while playing, lost ${median.toFixed(2)} s (median), ${worst.toFixed(2)} s (worst)`,
  );
});

/** Plays on for a second and a while, and is killed. @returns Where the sound was at that moment. */
async function playAndKill(browser: ProfileBrowser, wait: Milliseconds): Promise<Seconds> {
  const { page } = browser;
  const victim = await aimAt(browser);
  await playerOn(page).start();
  const { currentTime: from } = await engineFacts(page);
  await expect
    .poll(async () => (await engineFacts(page)).currentTime, { intervals: [50] })
    .toBeGreaterThan(from + LEAST);
  await new Promise((resolve) => setTimeout(resolve, wait));
  const { currentTime, at } = await page.evaluate(() => {
    const element = window.sounds.find(({ currentSrc }) => currentSrc !== '');
    return { currentTime: element?.currentTime ?? 0, at: Date.now() };
  });
  const killedAt = await victim.kill();
  return currentTime + (killedAt - at) / 1000;
}

/** @returns How much earlier than it was the sound goes on. */
async function checkLoss(page: Page, reached: Seconds, name: string): Promise<Seconds> {
  const { slider, position } = playerOn(page);
  await expect(slider).toBeVisible();
  const kept = (await storedProgress(page, 'even-niet-weten'))?.position ?? 0;
  expect(kept, name).toBeLessThanOrEqual(reached);
  expect(reached - kept, `${name}: kept ${kept}, was at ${reached}`).toBeLessThanOrEqual(LIMIT);
  await expect.poll(position, { message: name }).toBe(Math.floor(kept));
  return reached - kept;
}

/** SIGKILL: while it plays at most a second of sound is lost, and nothing once it stopped or was put away. */
import type { Page } from '@playwright/test';
import type { Milliseconds, Seconds } from '../../src/model/units.ts';
import { openPage, watchStart } from '../e2e/app-start.ts';
import { engineFacts, watchEngine } from '../e2e/engine-facts.ts';
import { expect, type Profile, type ProfileBrowser, test } from '../e2e/fixtures.ts';
import { setVisible } from '../e2e/listening-state.ts';
import { hurry, playerOn } from '../e2e/player-controls.ts';
import { storedProgress } from '../e2e/stored-data.ts';
import { killRounds } from '../kill-rounds.ts';
import { aimAt, summarize } from './kill-moment.ts';

/** What may be lost while it plays. */
const LIMIT: Seconds = 1;

/** How exactly a place is told by the element and kept as a number. */
const GRAIN: Seconds = 0.01;

/** Going to another app takes longer than this; what is written then is on its way to the disk. */
const HIDING: Milliseconds = 100;

const LEAST: Seconds = 1;
const SPREAD: Milliseconds = 1500;

/** Before the first question, which would stop the sound, by more than a round plays. */
const TURN_BACK_AT: Seconds = 85;

const ADDRESS = '/twee-werelden/even-niet-weten/';

test('a kill while it plays loses at most a second of sound, also at three times the speed', async ({
  profile,
}) => {
  const { rounds, seed, random } = killRounds(50);
  const losses: Seconds[] = [];
  let reached: Seconds | undefined;
  // Each browser first shows where the one before it was.
  for (let round = 0; round <= rounds; round += 1) {
    const browser = await openPlayer(profile);
    if (reached !== undefined) {
      const name = `SEED=${seed}, round ${round - 1}`;
      const lost = reached - (await readPlace(browser.page));
      expect(lost, name).toBeGreaterThanOrEqual(0);
      expect(lost, name).toBeLessThanOrEqual(LIMIT);
      losses.push(lost);
    }
    if (round < rounds) {
      reached = await playAndKill(browser, round % 2 === 0 ? 3 : 1, random(round)() * SPREAD);
    }
  }
  const { median, worst } = summarize(losses);
  console.log(
    `SEED=${seed}: ${rounds} kills while playing, lost ${median.toFixed(2)} s (median), ${worst.toFixed(2)} s (worst)`,
  );
});

test('a kill loses nothing of what was heard before a pause, or before the page was hidden', async ({
  profile,
}) => {
  const { rounds, seed, random } = killRounds(20, 2);
  let reached: { place: Seconds; isPaused: boolean } | undefined;
  for (let round = 0; round <= rounds; round += 1) {
    const browser = await openPlayer(profile);
    if (reached) {
      const name = `SEED=${seed}, round ${round - 1}, was at ${reached.place}`;
      const place = await readPlace(browser.page);
      expect(place, name).toBeGreaterThanOrEqual(reached.place - GRAIN);
      // What is only hidden may have played on until the kill.
      expect(place, name).toBeLessThan(reached.place + (reached.isPaused ? GRAIN : LIMIT));
    }
    if (round === rounds) break;
    const { page } = browser;
    const victim = await aimAt(browser);
    await playOn(page, 3, random(round)() * SPREAD);
    const isPaused = round % 2 === 0;
    if (isPaused) await playerOn(page).stop();
    const { currentTime: place } = await engineFacts(page);
    if (!isPaused) {
      await setVisible(page, 'hidden');
      await new Promise((resolve) => setTimeout(resolve, HIDING));
    }
    await victim.kill();
    reached = { place, isPaused };
  }
});

async function openPlayer(profile: Profile): Promise<ProfileBrowser> {
  const browser = await profile.open();
  await watchStart(browser.context);
  await watchEngine(browser.context);
  await openPage(browser.page, ADDRESS);
  return browser;
}

/** Plays for a second and a while. */
async function playOn(page: Page, rate: number, wait: Milliseconds): Promise<void> {
  const player = playerOn(page);
  if ((await player.position()) > TURN_BACK_AT) await player.seek(0);
  await player.start();
  await hurry(page, rate);
  const { currentTime: from } = await engineFacts(page);
  await expect
    .poll(async () => (await engineFacts(page)).currentTime, { intervals: [50] })
    .toBeGreaterThan(from + LEAST * rate);
  await new Promise((resolve) => setTimeout(resolve, wait));
}

/** @returns Where the sound was at the moment of the kill. */
async function playAndKill(
  browser: ProfileBrowser,
  rate: number,
  wait: Milliseconds,
): Promise<Seconds> {
  const victim = await aimAt(browser);
  await playOn(browser.page, rate, wait);
  const { currentTime, at } = await browser.page.evaluate(() => {
    const element = window.sounds.find(({ currentSrc }) => currentSrc !== '');
    return { currentTime: element?.currentTime ?? 0, at: Date.now() };
  });
  const killedAt = await victim.kill();
  return currentTime + ((killedAt - at) / 1000) * rate;
}

/** @returns The place that is kept, and that the slider shows. */
async function readPlace(page: Page): Promise<Seconds> {
  const { slider, position } = playerOn(page);
  await expect(slider).toBeVisible();
  const kept = (await storedProgress(page, 'even-niet-weten'))?.position ?? 0;
  await expect.poll(position).toBe(Math.floor(kept));
  return kept;
}

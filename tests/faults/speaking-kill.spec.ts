/** SIGKILL while somebody speaks: what was said until a second and a half before it is a whole note. */
import type { Page } from '@playwright/test';
import type { Milliseconds, Seconds } from '../../src/model/units.ts';
import { openPage, watchStart } from '../e2e/app-start.ts';
import { FAKE_MICROPHONE, storedVoices, watchRecorder } from '../e2e/fake-microphone.ts';
import { expect, type ProfileBrowser, test } from '../e2e/fixtures.ts';
import { openQuestion } from '../e2e/questions.ts';
import { killRounds } from '../kill-rounds.ts';
import { aimAt, summarize } from './kill-moment.ts';

/** What may be lost. */
const LIMIT: Seconds = 1.5;

const LEAST: Milliseconds = 1500;
const SPREAD: Milliseconds = 2000;

test('a kill while speaking loses at most a second and a half', async ({ profile }) => {
  const { rounds, seed, random } = killRounds(50);
  const losses: Seconds[] = [];
  let spoken: Seconds | undefined;
  // Each browser first shows what the one before it kept.
  for (let round = 0; round <= rounds; round += 1) {
    const browser = await profile.open({ args: FAKE_MICROPHONE });
    const { page } = browser;
    await watchStart(browser.context);
    const startOfRecording = await watchRecorder(page);
    await openPage(page, '/twee-werelden/even-niet-weten/');
    if (spoken !== undefined) {
      losses.push(await checkLoss(page, round, spoken, `SEED=${seed}, round ${round - 1}`));
    }
    if (round === rounds) break;
    spoken = await speakAndKill(browser, startOfRecording, LEAST + random(round)() * SPREAD);
  }
  const { median, worst } = summarize(losses);
  console.log(
    `SEED=${seed}: ${rounds} kills while speaking, lost ${median.toFixed(2)} s (median), ${worst.toFixed(2)} s (worst)`,
  );
});

/** @param wait - From the start of the recording to the kill. @returns How long was spoken. */
async function speakAndKill(
  browser: ProfileBrowser,
  startOfRecording: () => Promise<Milliseconds | undefined>,
  wait: Milliseconds,
): Promise<Seconds> {
  const { page } = browser;
  const victim = await aimAt(browser);
  const { dialog } = await openQuestion(page, 'jouw-vraag');
  await dialog.getByRole('button', { name: 'Spreek in' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: 'Opname loopt' })).toBeVisible();
  const since = (await startOfRecording()) ?? 0;
  await new Promise((resolve) => setTimeout(resolve, since + wait - Date.now()));
  return ((await victim.kill()) - since) / 1000;
}

/** @returns How much of the end is not on the device. */
async function checkLoss(
  page: Page,
  count: number,
  spoken: Seconds,
  name: string,
): Promise<Seconds> {
  const voices = await storedVoices(page);
  expect(voices, name).toHaveLength(count);
  const kept = voices.at(-1);
  const loss = spoken - (kept?.decoded ?? 0);
  expect(loss, `${name}: spoken ${spoken}, kept ${kept?.decoded}`).toBeLessThanOrEqual(LIMIT);
  // The length that the note tells is the one that can be heard.
  expect(Math.abs((kept?.duration ?? 0) - (kept?.decoded ?? 0)), name).toBeLessThan(0.5);
  const { dialog, later } = await openQuestion(page, 'jouw-vraag');
  const list = dialog.getByRole('list', { name: 'Ingesproken antwoorden' });
  await expect(list.getByRole('listitem')).toHaveCount(count);
  await later.click();
  return loss;
}

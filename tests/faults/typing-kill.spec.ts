/** SIGKILL while somebody types ten letters a second: what is lost was typed in the last quarter of a second. */

import type { Locator, Page } from '@playwright/test';
import type { Milliseconds, Timestamp } from '../../src/model/units.ts';
import { openPage, watchStart } from '../e2e/app-start.ts';
import { expect, type ProfileBrowser, test } from '../e2e/fixtures.ts';
import { openQuestion } from '../e2e/questions.ts';
import { killRounds } from '../kill-rounds.ts';
import { aimAt, summarize } from './kill-moment.ts';

/** What may be lost. */
const LIMIT: Milliseconds = 250;

const KEY_INTERVAL: Milliseconds = 100;

const LETTERS = 'de wijkagent belt morgen met het jongerenwerk over wie wat doet ';

/** What went into the field, and what the page said of it before it was killed. */
interface Typed {
  /** When each letter came into the field, by the page's own clock. */
  times: Timestamp[];
  killedAt: Timestamp;
}

test('a kill while typing loses at most the letters of the last 250 ms', async ({ profile }) => {
  const { rounds, seed, random } = killRounds(100);
  const losses: Milliseconds[] = [];
  let typed: Typed | undefined;
  // Each browser first shows what the one before it kept.
  for (let round = 0; round <= rounds; round += 1) {
    const browser = await profile.open();
    const times = await tellInputs(browser);
    const field = await openField(browser.page);
    if (typed) losses.push(await checkLoss(typed, field, `SEED=${seed}, round ${round - 1}`));
    if (round < rounds) {
      await field.fill('');
      typed = await typeAndKill(browser, times, random(round)() * 20 * KEY_INTERVAL);
    }
  }
  const { median, worst } = summarize(losses);
  console.log(
    `SEED=${seed}: ${rounds} kills while typing, lost ${median} ms (median), ${worst} ms (worst)`,
  );
});

/** Lets the page tell when it has started and when letters come in; must be called before it is opened. */
async function tellInputs({ context }: ProfileBrowser): Promise<Timestamp[]> {
  const times: Timestamp[] = [];
  await watchStart(context);
  await context.exposeFunction('tellInput', (at: Timestamp) => times.push(at));
  await context.addInitScript(() => {
    const { tellInput } = window as unknown as { tellInput(at: number): void };
    addEventListener('input', () => tellInput(Date.now()), { capture: true });
  });
  return times;
}

async function openField(page: Page): Promise<Locator> {
  await openPage(page, '/twee-werelden/even-niet-weten/');
  const { answer } = await openQuestion(page, 'jouw-vraag');
  return answer;
}

/** Types at least ten letters, and is killed a while after the tenth. */
async function typeAndKill(
  browser: ProfileBrowser,
  times: Timestamp[],
  wait: Milliseconds,
): Promise<Typed> {
  const victim = await aimAt(browser);
  await expect(browser.page.getByRole('textbox')).toHaveValue('');
  times.length = 0;
  const typing = type(browser.page);
  await expect.poll(() => times.length, { intervals: [20] }).toBeGreaterThanOrEqual(10);
  await new Promise((resolve) => setTimeout(resolve, wait));
  const killedAt = await victim.kill();
  await typing;
  return { times, killedAt };
}

/** Types until the browser is gone. */
async function type(page: Page): Promise<void> {
  const begin = performance.now();
  for (let index = 0; ; index += 1) {
    const letter = letterAt(index);
    try {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    } catch {
      return;
    }
    const due = begin + (index + 1) * KEY_INTERVAL;
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
  }
}

/** @returns How long before the kill the first letter that is lost was typed; 0 when none is. */
async function checkLoss(
  { times, killedAt }: Typed,
  field: Locator,
  name: string,
): Promise<Milliseconds> {
  const kept = await field.inputValue();
  expect(kept, name).toBe(Array.from(kept, (_, index) => letterAt(index)).join(''));
  const firstLost = times[kept.length];
  const loss = firstLost === undefined ? 0 : killedAt - firstLost;
  expect(loss, `${name}: kept ${kept.length} of ${times.length}`).toBeLessThanOrEqual(LIMIT);
  return Math.max(0, loss);
}

function letterAt(index: number): string {
  return LETTERS[index % LETTERS.length] ?? '';
}

/**
 * SIGKILL while somebody types ten letters a second: what is lost was typed in the last quarter of a second,
 * and what the screen called kept is there, also where another connection makes every write wait.
 */

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

/** Every so many rounds the database is kept busy: then the line on the screen says when words are kept. */
const SLOW_EVERY = 5;

const LETTERS = 'de wijkagent belt morgen met het jongerenwerk over wie wat doet ';

/** What went into the field, and what the page said of it before it was killed. */
interface Typed {
  /** When each letter came into the field, by the page's own clock. */
  times: Timestamp[];
  /** What stood in the field each time that the line beneath it became "Bewaard op dit toestel". */
  acknowledged: string[];
  killedAt: Timestamp;
  /** Whether writes had to wait: then only what was acknowledged is promised. */
  isSlow: boolean;
}

test('a kill while typing loses at most the letters of the last 250 ms', async ({ profile }) => {
  const { rounds, seed, random } = killRounds(100);
  const losses: Milliseconds[] = [];
  let typed: Typed | undefined;
  let promises = 0;
  // Each browser first shows what the one before it kept.
  for (let round = 0; round <= rounds; round += 1) {
    const browser = await profile.open();
    const told = await tellInputs(browser);
    const field = await openField(browser.page);
    if (typed) {
      const loss = await checkLoss(typed, field, `SEED=${seed}, round ${round - 1}`);
      if (typed.isSlow) promises += typed.acknowledged.filter((words) => words !== '').length;
      else losses.push(loss);
    }
    if (round < rounds) {
      await field.fill('');
      const isSlow = round % SLOW_EVERY === SLOW_EVERY - 1;
      if (isSlow) await keepBusy(browser.page);
      const wait = random(round)() * 20 * KEY_INTERVAL;
      typed = { ...(await typeAndKill(browser, told, wait)), isSlow };
    }
  }
  expect(promises, 'words that were called kept after a wait').toBeGreaterThan(0);
  const { median, worst } = summarize(losses);
  console.log(
    `SEED=${seed}: ${rounds} kills while typing, lost ${median} ms (median), ${worst} ms (worst)`,
  );
});

/** What a page tells, as long as it lives. */
type Told = Pick<Typed, 'times' | 'acknowledged'>;

/** Lets the page tell when letters come in and when it says that they are kept; before it is opened. */
async function tellInputs({ context }: ProfileBrowser): Promise<Told> {
  const told: Told = { times: [], acknowledged: [] };
  await watchStart(context);
  await context.exposeFunction('tellInput', (at: Timestamp) => told.times.push(at));
  await context.exposeFunction('tellKept', (words: string) => told.acknowledged.push(words));
  await context.addInitScript(() => {
    const tell = window as unknown as {
      tellInput(at: number): void;
      tellKept(words: string): void;
    };
    addEventListener('input', () => tell.tellInput(Date.now()), { capture: true });
    let before = false;
    new MutationObserver(() => {
      const sheet = document.querySelector('dialog[open]');
      const lines = [...(sheet?.querySelectorAll('[role="status"]') ?? [])];
      const isKept = lines.some(({ textContent }) => textContent === 'Bewaard op dit toestel');
      if (isKept && !before) tell.tellKept(sheet?.querySelector('textarea')?.value ?? '');
      before = isKept;
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return told;
}

/** From another connection: drafts wait 400 ms, come through, and wait again. */
async function keepBusy(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('luisterroute');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const occupy = () => {
      const transaction = database.transaction('drafts', 'readwrite');
      const until = performance.now() + 400;
      const ask = () => {
        transaction.objectStore('drafts').count().onsuccess = () => {
          if (performance.now() < until) ask();
        };
      };
      ask();
      transaction.oncomplete = () => setTimeout(occupy, 100);
    };
    occupy();
  });
}

async function openField(page: Page): Promise<Locator> {
  await openPage(page, '/twee-werelden/even-niet-weten/');
  const { answer } = await openQuestion(page, 'jouw-vraag');
  return answer;
}

/** Types at least ten letters, and is killed a while after the tenth. */
async function typeAndKill(
  browser: ProfileBrowser,
  { times, acknowledged }: Told,
  wait: Milliseconds,
): Promise<Omit<Typed, 'isSlow'>> {
  const victim = await aimAt(browser);
  await expect(browser.page.getByRole('textbox')).toHaveValue('');
  times.length = 0;
  acknowledged.length = 0;
  const typing = type(browser.page);
  await expect.poll(() => times.length, { intervals: [20] }).toBeGreaterThanOrEqual(10);
  await new Promise((resolve) => setTimeout(resolve, wait));
  const killedAt = await victim.kill();
  await typing;
  return { times, acknowledged, killedAt };
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
  { times, acknowledged, killedAt, isSlow }: Typed,
  field: Locator,
  name: string,
): Promise<Milliseconds> {
  const kept = await field.inputValue();
  expect(kept, name).toBe(Array.from(kept, (_, index) => letterAt(index)).join(''));
  for (const words of acknowledged) {
    expect(kept.startsWith(words), `${name}: "${words}" was called kept, "${kept}" is there`).toBe(
      true,
    );
  }
  const firstLost = times[kept.length];
  const loss = firstLost === undefined ? 0 : killedAt - firstLost;
  if (!isSlow) {
    expect(loss, `${name}: kept ${kept.length} of ${times.length}`).toBeLessThanOrEqual(LIMIT);
  }
  return Math.max(0, loss);
}

function letterAt(index: number): string {
  return LETTERS[index % LETTERS.length] ?? '';
}

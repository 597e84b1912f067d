/**
 * Every fault of a network and a host against the download of the built app: there is a sentence, the module is
 * not called ready, and once the host is well it is ready with every byte right.
 */
import type { Page } from '@playwright/test';
import type { AudioFile } from '../../src/model/learning-module.ts';
import { test as base, expect, openPage } from '../e2e/app-test.ts';
import { type AudioFault, startFaultServer } from '../e2e/fault-server.ts';
import { copyWithLargeModule, type LargeModuleApp } from '../e2e/large-module.ts';
import { answerQuestion, questionCard } from '../e2e/questions.ts';
import { moduleAddress, TITLES } from '../e2e/route-pages.ts';
import { storedRecords } from '../e2e/stored-data.ts';
import { killRounds } from '../kill-rounds.ts';

const FIRST = TITLES['even-niet-weten'];
const QUESTION = 'jouw-vraag';

/** Half a minute of patience then takes less than a second. */
const HURRY = 40;

/** So often is everything tried in the long form. */
const LONG = 10;

const REFUSED = 'De website geeft dit bestand nu niet.';
const LOST = 'De verbinding viel weg.';
const CHANGED = 'Het bestand op de website is veranderd.';
const DAMAGED = 'Het bestand is beschadigd.';

interface Case {
  name: string;
  fault: AudioFault;
  /** What is said; without it the download succeeds all the same. */
  words?: string | RegExp;
}

function allCases(size: number, random: () => number): Case[] {
  const anywhere = () => Math.floor(random() * size);
  return [
    { name: '404', fault: { kind: 'missing' }, words: REFUSED },
    { name: '403', fault: { kind: 'status', code: 403 }, words: REFUSED },
    { name: '500', fault: { kind: 'status', code: 500 }, words: REFUSED },
    { name: 'a login page', fault: { kind: 'login' }, words: REFUSED },
    { name: 'a redirect', fault: { kind: 'redirect' }, words: LOST },
    { name: 'a cut', fault: { kind: 'cut', at: anywhere() }, words: LOST },
    { name: 'a stall', fault: { kind: 'stall', at: anywhere() }, words: LOST },
    // By then it has taken longer than the patience.
    {
      name: '1 kB/s',
      fault: { kind: 'slow', pause: 1000 / HURRY },
      words: /^\d{3}\skB van 3,1\sMB$/,
    },
    { name: 'another part', fault: { kind: 'shifted', by: 100 }, words: REFUSED },
    { name: 'more than there is', fault: { kind: 'promise', more: 1000 }, words: CHANGED },
    {
      name: 'truncated',
      fault: { kind: 'other', change: (file) => file.subarray(0, file.length - 1000) },
      words: CHANGED,
    },
    { name: 'a flipped byte', fault: { kind: 'flip', at: random() }, words: DAMAGED },
    { name: 'another validator for every part', fault: { kind: 'etags' } },
    { name: 'the whole for a part', fault: { kind: 'whole' } },
  ];
}

const test = base.extend<object, { app: LargeModuleApp }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it.
    async ({}, use) => {
      const app = await copyWithLargeModule(HURRY);
      await use(app);
      await app.remove();
    },
    { scope: 'worker' },
  ],
  folder: async ({ app }, use) => use(app.folder),
});

/** The hash of what the worker plays. */
async function servedHash(page: Page, { hash }: AudioFile): Promise<string> {
  return page.evaluate(async (name) => {
    const answer = await fetch(`/_audio/${name}`);
    const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }, hash);
}

test('whatever the network does, it is told, and what is called ready is right to the last byte', async ({
  page,
  app,
  faults,
}) => {
  const { rounds, seed, random } = killRounds(LONG);
  faults.allow(/Failed to load resource|net::ERR|Content Security Policy|violates the following/);
  faults.allow(/asked of another origin/);
  const server = await startFaultServer(app.folder);
  try {
    await page.goto(`${server.url}offline/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await openPage(page, `${server.url}offline/`);
    // The short form tries everything once, the long one at other bytes each time.
    for (let round = 0; round < (rounds === LONG ? LONG : 1); round += 1) {
      for (const { name, fault, words } of allCases(app.audio.size, random(round))) {
        await test.step(`SEED=${seed}, round ${round}: ${name}`, async () => {
          server.setFault(fault);
          await page.getByRole('button', { name: `Download ${FIRST}`, exact: true }).click();
          if (words !== undefined) {
            await expect(page.getByText(words).first()).toBeVisible();
            await expect(page.getByText('0 van 8 modules staan op je toestel')).toBeVisible();
            server.setFault(undefined);
            // What is slow goes on by itself.
            if (fault.kind !== 'slow') {
              await page.getByRole('button', { name: `Download ${FIRST}`, exact: true }).click();
            }
          }
          await expect(page.getByText('1 van 8 modules staan op je toestel')).toBeVisible();
          expect(await servedHash(page, app.audio)).toBe(app.audio.hash);
          await page.getByRole('button', { name: `Verwijder download ${FIRST}` }).click();
          await expect(page.getByText('0 van 8 modules staan op je toestel')).toBeVisible();
        });
      }
    }
  } finally {
    await server.close();
  }
});

test('wherever the device is full, a note is kept, and what is called ready is whole', async ({
  page,
  context,
  app,
  site,
}) => {
  const { rounds, seed, random } = killRounds(20);
  const session = await context.newCDPSession(page);
  const setQuota = (quotaSize?: number) =>
    session.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(site.url).origin,
      ...(quotaSize === undefined ? {} : { quotaSize: Math.floor(quotaSize) }),
    });
  const ends: Record<string, number> = {};
  await openPage(page, '/offline/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  for (let round = 0; round < rounds; round += 1) {
    const name = `SEED=${seed}, round ${round}`;
    const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
    await setQuota(usage + random(round)() * 1.1 * app.audio.size);
    await page.getByRole('button', { name: `Download ${FIRST}`, exact: true }).click();
    const full = page.getByText('Je toestel heeft te weinig ruimte. Je notities staan er nog.');
    const ready = page.getByText('1 van 8 modules staan op je toestel');
    await expect(full.or(ready), name).toBeVisible();
    const isReady = await ready.isVisible();
    if (isReady) expect(await servedHash(page, app.audio), name).toBe(app.audio.hash);
    ends[isReady ? 'ready' : 'full'] = (ends[isReady ? 'ready' : 'full'] ?? 0) + 1;

    await openPage(page, moduleAddress('even-niet-weten'));
    await answerQuestion(page, QUESTION, name);
    await expect(questionCard(page, QUESTION), name).toContainText(name);
    expect((await storedRecords(page, 'revisions')).map(({ text }) => text)).toContain(name);

    await setQuota();
    await openPage(page, '/offline/');
    await takeAway(page);
  }
  console.log(`SEED=${seed}: ${rounds} sizes of a full device: ${JSON.stringify(ends)}`);
});

/** The download that was wanted goes on meanwhile: a press that lands just when it is ready does not count. */
async function takeAway(page: Page): Promise<void> {
  const start = page.getByRole('button', { name: `Download ${FIRST}`, exact: true });
  const end = page.getByRole('button', { name: /^(Verwijder|Stop) download/ });
  await expect(end).toBeVisible();
  await expect(async () => {
    if (!(await start.isVisible())) await end.click({ timeout: 2000 });
    await expect(start).toBeVisible({ timeout: 2000 });
  }).toPass();
}

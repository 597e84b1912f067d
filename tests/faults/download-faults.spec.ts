/**
 * Every fault of a network and a host against the download of the built app: there is a sentence, the module is
 * not called ready, and once the host is well it is ready with every byte right.
 */
import type { Page } from '@playwright/test';
import { openPage } from '../e2e/app-start.ts';
import { expect, test } from '../e2e/app-test.ts';
import { type AudioFault, startFaultServer } from '../e2e/fault-server.ts';
import { copyWithLargeModule, type LargeModuleApp } from '../e2e/large-module.ts';
import { TITLES } from '../e2e/route-pages.ts';
import { killRounds } from '../kill-rounds.ts';

const FIRST = TITLES['even-niet-weten'];

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

let app: LargeModuleApp;

test.beforeAll(async () => {
  app = await copyWithLargeModule(HURRY);
});

test.afterAll(() => app.remove());

/** The hash of what the worker plays. */
async function servedHash(page: Page): Promise<string> {
  return page.evaluate(async (hash) => {
    const answer = await fetch(`/_audio/${hash}`);
    const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }, app.audio.hash);
}

test('whatever the network does, it is told, and what is called ready is right to the last byte', async ({
  page,
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
          await page.getByRole('button', { name: `Download ${FIRST}` }).click();
          if (words !== undefined) {
            await expect(page.getByText(words).first()).toBeVisible();
            await expect(page.getByText('0 van 8 modules staan op je toestel')).toBeVisible();
            server.setFault(undefined);
            // What is slow goes on by itself.
            if (fault.kind !== 'slow') {
              await page.getByRole('button', { name: `Download ${FIRST}` }).click();
            }
          }
          await expect(page.getByText('1 van 8 modules staan op je toestel')).toBeVisible();
          expect(await servedHash(page)).toBe(app.audio.hash);
          await page.getByRole('button', { name: `Verwijder download ${FIRST}` }).click();
          await expect(page.getByText('0 van 8 modules staan op je toestel')).toBeVisible();
        });
      }
    }
  } finally {
    await server.close();
  }
});

/** Downloading as a person meets it: one tap, a question before it costs something, room, and what goes wrong. */
import type { Page } from '@playwright/test';
import type { Catalog } from '../../src/model/learning-route.ts';
import { expect, openPage, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { answerQuestion, openQuestion } from './questions.ts';
import { moduleAddress, ROUTE, TITLES } from './route-pages.ts';

// What these are about begins with the worker.
test.use({ serviceWorkers: 'allow' });

const FIRST = TITLES['even-niet-weten'];

declare global {
  interface Window {
    /** How often the browser was asked to keep the data. */
    keepingAsked: number;
    answerKeeping?: (isKept: boolean) => void;
  }
}

/** A line that costs something, as phones tell it. */
async function useMobileData(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const connection = Object.assign(new EventTarget(), { type: 'cellular', saveData: false });
    Object.defineProperty(navigator, 'connection', { value: connection });
  });
}

test('one tap on the route page brings the route, after a question over mobile data', async ({
  page,
}) => {
  await useMobileData(page);
  await openPage(page, ROUTE);
  await page.getByRole('link', { name: /^Zet de route op je toestel \(\d/ }).click();
  const question = page.getByRole('dialog', { name: /MB downloaden over mobiele data/ });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Nu niet' }).click();
  await expect(page.getByText('0 van 8 modules staan op je toestel')).toBeVisible();

  await page.getByRole('button', { name: /^Hele route downloaden/ }).click();
  await question.getByRole('button', { name: 'Toch downloaden' }).click();
  await expect(
    page.getByText(/^Klaar voor onderweg: 8 van 8 modules, [\d,]+\sMB, gecontroleerd om/),
  ).toBeVisible();
  const audio = page.locator('dl div', { hasText: 'Gedownloade audio' });
  await expect(audio).toContainText(/[5-9],\d\sMB/);

  await pressTwice(page, 'Verwijder alle downloads', 'Verwijder');
  await expect(page.getByText('Alle downloads verwijderen?')).toBeVisible();
  await page.getByRole('button', { name: 'Verwijder', exact: true }).click();
  await expect(page.getByText('De downloads zijn verwijderd.')).toBeVisible();
  await expect(audio).toContainText('0 kB');

  // Over mobile data they wait until that is allowed.
  await page.reload();
  await page.getByRole('checkbox', { name: /Altijd de volgende drie/ }).check();
  await page.getByRole('checkbox', { name: /mobiele data/ }).check();
  await expect(page.getByText('3 van 8 modules staan op je toestel')).toBeVisible();
});

/** The second press of a double click: what answers has just come, and may stand under the same finger. */
async function pressTwice(page: Page, asker: string, answer: string): Promise<void> {
  await page.evaluate(
    async (names) => {
      for (const name of names) {
        let button: HTMLButtonElement | undefined;
        while (!button) {
          await new Promise(requestAnimationFrame);
          button = [...document.querySelectorAll('button')].find(
            ({ textContent }) => textContent === name,
          );
        }
        button.click();
      }
    },
    [asker, answer],
  );
}

test('how much audio may take is chosen, and asked about where it is too little', async ({
  page,
}) => {
  await page.route('**/catalog.json', async (request) => {
    const response = await request.fetch();
    const catalog: Catalog = await response.json();
    for (const { audio } of catalog.routes[0]?.modules ?? []) if (audio) audio.size = 80_000_000;
    await request.fulfill({ response, json: catalog });
  });
  await openPage(page, '/offline/');
  const all = page.getByRole('button', { name: 'Hele route downloaden (640' });
  const question = page.getByRole('dialog', { name: 'Dit past niet binnen je grens' });
  await all.click();
  await expect(question).toContainText(/samen 500\sMB innemen/);
  await question.getByRole('button', { name: 'Nu niet' }).click();
  await page.getByRole('combobox', { name: 'Grens voor gedownloade audio' }).selectOption('1000');
  await all.click();
  // It starts, and finds that the files are not as large as this catalog says.
  await expect(page.getByText('Het bestand op de website is veranderd').first()).toBeVisible();
  await expect(question).toBeHidden();
});

test('keeping the data is asked after the first note or download, waited for by nothing, and the answer told', async ({
  page,
  browser,
  faults,
  site,
}) => {
  const watchAsking = (target: Page) =>
    target.addInitScript(() => {
      window.keepingAsked = 0;
      StorageManager.prototype.persisted = async () => false;
      StorageManager.prototype.persist = () => {
        window.keepingAsked += 1;
        return new Promise((resolve) => {
          window.answerKeeping = resolve;
        });
      };
    });
  const asked = (target: Page) => target.evaluate(() => window.keepingAsked);
  const settings = async (target: Page) => {
    await target.getByRole('link', { name: 'Instellingen', exact: true }).click();
    return target.getByRole('region', { name: 'Wat er bewaard blijft' });
  };
  await watchAsking(page);
  await openPage(page, moduleAddress('even-niet-weten'));
  const sheet = await openQuestion(page, 'jouw-vraag');
  expect(await asked(page)).toBe(0);
  await sheet.answer.fill('Een eerste woord.');
  await expect.poll(() => asked(page)).toBe(1);
  // The question of the browser stays open: everything goes on.
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await sheet.answer.fill('Een eerste woord, en meer.');
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await sheet.later.click();
  await answerQuestion(page, 'laatste-keer', 'Een tweede.');
  const told = await settings(page);
  await expect(told).toContainText('We weten nog niet of je browser deze gegevens');
  await page.evaluate(() => window.answerKeeping?.(false));
  await expect(told).toContainText('Je browser mag deze gegevens wissen als er ruimte nodig is.');
  expect(await asked(page)).toBe(1);

  const context = await browser.newContext({ baseURL: site.url });
  await faults.watch(context);
  const other = await context.newPage();
  await watchAsking(other);
  await openPage(other, '/offline/');
  const download = other.getByRole('button', { name: `Download ${FIRST}`, exact: true });
  await expect(download).toBeVisible();
  expect(await asked(other)).toBe(0);
  await download.click();
  await expect(other.getByText('1 van 8 modules staan op je toestel')).toBeVisible();
  await expect.poll(() => asked(other)).toBe(1);
  await other.evaluate(() => window.answerKeeping?.(true));
  await expect(await settings(other)).toContainText('Je browser heeft toegezegd');
  await context.close();
});

test('what the browser takes away is noticed and named, type by type', async ({ page, site }) => {
  const session = await page.context().newCDPSession(page);
  const clear = async (storageTypes: string) => {
    // Away from the app, so that nothing is written behind the clearing.
    await page.goto('about:blank');
    await session.send('Storage.clearDataForOrigin', {
      origin: new URL(site.url).origin,
      storageTypes,
    });
    await openPage(page, ROUTE);
  };
  const notice = page.getByRole('alert', {
    name: 'Je browser heeft de opgeslagen gegevens verwijderd',
  });
  const marked = () =>
    expect
      .poll(() =>
        page.evaluate(async () => (await caches.has('luisterroute-marker')) && document.cookie),
      )
      .toContain('had_data=1');
  const download = async () => {
    await openPage(page, '/offline/');
    await page.getByRole('button', { name: `Download ${FIRST}`, exact: true }).click();
    await expect(page.getByText('1 van 8 modules staan op je toestel')).toBeVisible();
    await marked();
  };
  await download();

  await clear('cookies');
  await marked();
  await expect(notice).toBeHidden();

  await clear('cache_storage');
  await expect(notice).toContainText('Je notities en je plek zijn er nog');
  await notice.getByRole('link', { name: 'Opnieuw downloaden' }).click();
  await page.getByRole('button', { name: 'Begrepen' }).click();
  await expect(notice).toBeHidden();
  await expect(page.getByText('1 van 8 modules staan op je toestel')).toBeVisible();
  await marked();

  await clear('indexeddb');
  await expect(notice).toContainText(
    'Je notities, je plek in de route, je downloads en eigen opnames',
  );
  await expect(notice.getByRole('link', { name: 'Naar Notities' })).toBeVisible();

  await download();
  await clear('indexeddb,cache_storage,local_storage,service_workers');
  await expect(notice).toBeVisible();

  await clear('all');
  await expect(page.getByRole('button', { name: 'Begin met luisteren' })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect(notice).toBeHidden();
});

test('a damaged download plays on while the host is gone, is named, and is mended later', async ({
  page,
  site,
  faults,
}) => {
  faults.allow(/Failed to load resource|net::ERR|error occurred when fetching the script/);
  await openPage(page, '/offline/');
  await page.getByRole('button', { name: `Download ${FIRST}`, exact: true }).click();
  await expect(page.getByText('1 van 8 modules staan op je toestel')).toBeVisible();
  await page.evaluate(async () => {
    const cache = await caches.open('luisterroute-audio');
    const [key] = (await cache.keys()).filter(({ url }) => url.endsWith('/0'));
    const kept = key && (await cache.match(key));
    if (!key || !kept) throw new Error('no piece');
    const bytes = new Uint8Array(await kept.arrayBuffer());
    bytes[400_000] = (bytes[400_000] ?? 0) ^ 255;
    await cache.put(key, new Response(bytes, { headers: kept.headers }));
  });
  // The code of the player comes from the worker, as the sound does.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await openPage(page, moduleAddress('even-niet-weten'));
  // The browser goes on saying that it is online, as it does on the network of a train.
  await site.stop();
  const player = playerOn(page);
  await player.start();
  const damage = player.region.getByText(/^Deze download is beschadigd van 0:00 tot/);
  await expect(damage).toContainText('De app haalt dat stuk opnieuw op.');
  // After its row of tries.
  await expect(damage).toContainText('Je kunt daar iets horen haperen', { timeout: 25_000 });
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).source).toContain('/_audio/');

  await page.getByRole('link', { name: 'Offline', exact: true }).click();
  await expect(page.getByText(/De rest kun je nog beluisteren/)).toBeVisible();
  await expect(page.getByText('0 van 8 modules staan op je toestel')).toBeVisible();

  // A start finds the same, and leaves what can be heard where it is.
  await openPage(page, moduleAddress('even-niet-weten'));
  await player.start();
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).source).toContain('/_audio/');
  await site.start();
  await page.getByRole('link', { name: 'Offline', exact: true }).click();
  await expect(page.getByText('1 van 8 modules staan op je toestel')).toBeVisible();
});

test('what is wished for while the code of the downloads cannot be had is done once it can', async ({
  page,
  faults,
}) => {
  faults.allow(/Failed to load resource/);
  let refused = 0;
  await page.route(/\/assets\/offline-tools-/, async (route) => {
    refused += 1;
    if (refused === 1) await route.abort('connectionreset');
    else await route.continue();
  });
  await openPage(page, '/offline/');
  await expect.poll(() => refused).toBe(1);
  await page.getByRole('button', { name: /^Hele route downloaden/ }).click();
  // Nobody said that the line is back: it is tried anew all the same.
  await expect(page.getByText(/^Klaar voor onderweg: 8 van 8 modules/)).toBeVisible();
});

/** "Bewaard" is a promise: a slow, failing or refused storage is told, and the words stay on screen. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Download } from '@playwright/test';
import { expect, openPage, started, test } from './app-test.ts';
import { expectSoundGoesOn } from './engine-facts.ts';
import { occupyDrafts } from './occupied-drafts.ts';
import { playerOn } from './player-controls.ts';
import { openQuestion, questionCard } from './questions.ts';
import { moduleAddress, ROUTE, TITLES } from './route-pages.ts';

declare global {
  interface Window {
    /** While true, no draft can be written. */
    isStorageBroken?: boolean;
  }
}

const FIRST = moduleAddress('even-niet-weten');
const QUESTION = 'jouw-vraag';
const NOT_KEPT = 'Wat je hier schrijft, wordt niet bewaard.';
const NOTHING_KEPT = 'Je browser bewaart niets in dit venster.';

/** Lets the storage of the page fail on demand, as a full disk does. */
async function makeBreakable(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function store(this: IDBObjectStore, ...record) {
      if (window.isStorageBroken && this.name === 'drafts') {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      }
      return put.apply(this, record);
    };
  });
}

async function readDownload(download: Download): Promise<string> {
  expect(download.suggestedFilename()).toMatch(/^luisterroute-.*\.(txt|md)$/);
  return readFile(await download.path(), 'utf8');
}

test('Bewaard is said only after the write', async ({ page }) => {
  await openPage(page, FIRST);
  const sheet = await openQuestion(page, QUESTION);
  await occupyDrafts(page);
  await sheet.answer.fill('Wacht even');
  await expect(sheet.says('Nog niet bewaard')).toBeVisible();
  await expect(sheet.says('Bewaard op dit toestel')).toHaveCount(0);
  await page.evaluate(() => window.release?.());
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await expect(sheet.says('Nog niet bewaard')).toHaveCount(0);
});

test('a write that fails is told, the words stay, can be copied, and are kept later', async ({
  page,
  context,
}) => {
  await makeBreakable(context);
  await openPage(page, FIRST);
  const sheet = await openQuestion(page, QUESTION);
  await page.evaluate(() => {
    window.isStorageBroken = true;
  });
  await sheet.answer.fill('Blijf staan');
  const failure = sheet.says('Je toestel is vol. Je tekst staat nog op het scherm');
  await expect(failure).toBeVisible();
  await expect(sheet.status).toContainText('Je toestel is vol');
  await expect(sheet.says('Bewaard op dit toestel')).toHaveCount(0);
  await sheet.later.click();
  await expect(failure).toBeVisible();
  await expect(sheet.answer).toHaveValue('Blijf staan');

  const copy = sheet.dialog.getByRole('button', { name: 'Kopieer de tekst' });
  const told = (words: string) => sheet.dialog.getByRole('status').filter({ hasText: words });
  await page.evaluate(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      configurable: true,
      value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
    });
  });
  await copy.click();
  await expect(told('Kopiëren lukt niet')).toBeVisible();
  const asking = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const asked = await asking;
  expect(asked.type()).toBe('beforeunload');
  await asked.dismiss();
  const downloading = page.waitForEvent('download');
  await sheet.dialog.getByRole('button', { name: 'Bewaar als bestand' }).click();
  expect(await readDownload(await downloading)).toMatch(/\?\n\nBlijf staan\n$/);
  await expect(told('Je tekst staat in een bestand.')).toBeVisible();
  await page.evaluate(() => Reflect.deleteProperty(navigator.clipboard, 'writeText'));
  await copy.click();
  await expect(told('Gekopieerd')).toBeVisible();

  await page.evaluate(() => {
    window.isStorageBroken = false;
  });
  await sheet.answer.press('End');
  await sheet.answer.press('Control+V');
  await expect(sheet.answer).toHaveValue('Blijf staanBlijf staan');
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await page.reload();
  await started(page);
  await expect(questionCard(page, QUESTION)).toContainText('Blijf staanBlijf staan');
});

test('on a full device sound gives way: the words are kept, and the person is told what went', async ({
  page,
  context,
}) => {
  await makeBreakable(context);
  // Removing a piece of sound makes room.
  await context.addInitScript(() => {
    const remove = Cache.prototype.delete;
    Cache.prototype.delete = function takeAway(this: Cache, request, options) {
      if (String(request).includes('/_audio/')) window.isStorageBroken = false;
      return remove.call(this, request, options);
    };
  });
  const title = TITLES['bepaal-de-urgentie'];
  await openPage(page, '/offline/');
  await page.getByRole('button', { name: `Download ${title}`, exact: true }).click();
  const remove = page.getByRole('button', { name: `Verwijder download ${title}` });
  await expect(remove).toBeVisible();
  await openPage(page, FIRST);
  const sheet = await openQuestion(page, QUESTION);
  await page.evaluate(() => {
    window.isStorageBroken = true;
  });
  await sheet.answer.fill('Past er nog bij.');
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await expect(sheet.dialog.getByText(`deze download verwijderd: ${title}`)).toBeVisible();
  await sheet.later.click();
  await expect(questionCard(page, QUESTION)).toContainText('Past er nog bij.');
  await page.getByRole('link', { name: 'Offline' }).click();
  await expect(page.getByRole('button', { name: `Download ${title}`, exact: true })).toBeVisible();
  await expect(remove).toHaveCount(0);
});

const REFUSALS: Readonly<Record<string, () => void>> = {
  'a database that refuses to open': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  },
  'a database that fails to open': () => {
    const { open } = IDBFactory.prototype;
    // As in private windows of some browsers: no exception but an error event.
    IDBFactory.prototype.open = function fail(this: IDBFactory, name) {
      const request = open.call(this, name);
      request.addEventListener('upgradeneeded', (event) => {
        event.stopImmediatePropagation();
        request.transaction?.abort();
      });
      return request;
    };
  },
  'a browser without a database': () => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  },
  'a browser that refuses every kind of storage': () => {
    const refuse = {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    };
    Object.defineProperty(window, 'indexedDB', refuse);
    Object.defineProperty(window, 'localStorage', refuse);
    Object.defineProperty(window, 'caches', refuse);
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
  },
};

for (const [name, refuse] of Object.entries(REFUSALS)) {
  test(`${name}: the app plays and says that nothing is kept`, async ({ page, context }) => {
    await context.addInitScript(refuse);
    const player = playerOn(page);
    await openPage(page, ROUTE);
    await expect(page.getByRole('status').filter({ hasText: NOTHING_KEPT })).toBeVisible();
    await page.getByRole('button', { name: 'Begin met luisteren' }).click();
    await expect(player.pause).toBeVisible();
    await expectSoundGoesOn(page);

    await openPage(page, FIRST);
    await expect(page.getByText(NOTHING_KEPT)).toBeVisible();
    const sheet = await openQuestion(page, QUESTION);
    await expect(sheet.says(NOT_KEPT)).toBeVisible();
    await sheet.answer.fill('Alleen hier');
    await expect(sheet.says(`${NOT_KEPT} Kopieer`)).toBeVisible();
    await expect(sheet.says('Bewaard op dit toestel')).toHaveCount(0);
    await expect(sheet.dialog.getByText('blijft bewaard')).toHaveCount(0);
    await expect(sheet.dialog.getByRole('button', { name: 'Kopieer de tekst' })).toBeVisible();
    await sheet.later.click();
    await expect(sheet.dialog).toBeHidden();
    await expect(questionCard(page, QUESTION)).toContainText('Alleen hier');

    await page.getByRole('link', { name: 'Notities' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notities');
    await expect(page.getByText(NOTHING_KEPT)).toBeVisible();
    await expect(page.getByText('Alleen hier')).toBeVisible();
    const ways = page.getByRole('region', { name: 'Wordt niet bewaard' });
    await expect(ways).toContainText(NOT_KEPT);
    await ways.getByRole('button', { name: 'Kopieer alles' }).click();
    await expect(ways.getByRole('status')).toHaveText('Gekopieerd');
    const downloading = page.waitForEvent('download');
    await ways.getByRole('button', { name: 'Bewaar als bestand' }).click();
    expect(await readDownload(await downloading)).toContain('Alleen hier');
  });
}

test('where nothing is kept a note and a plan say so before the first letter, and give their words as a file', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await openPage(page, '/notities/');
  await expect(page.getByRole('region', { name: 'Wordt niet bewaard' })).toContainText(
    'Wat je schrijft, wordt niet bewaard.',
  );
  await openPage(page, moduleAddress('wat-doe-je-morgen'));
  const { dialog, says, later } = await openQuestion(page, 'mijn-als-dan');
  await expect(says(NOT_KEPT)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Als', exact: true }).fill('het overleg begint');
  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Bewaar als bestand' }).click();
  expect(await readDownload(await saving)).toContain('Als het overleg begint');
  await later.click();
  await page.getByRole('button', { name: 'Schrijf een notitie' }).first().click();
  const note = page.getByRole('dialog', { name: /^Notitie bij/ });
  await expect(note.getByRole('status').getByText(NOT_KEPT)).toBeVisible();
});

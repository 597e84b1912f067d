/** How safe the notes are, told at the moment that it matters: an old backup, a browser that may clean up, other versions. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { openBackup } from './backup-file.ts';
import { addNotes } from './many-notes.ts';
import { answerQuestion, openQuestion, questionCard } from './questions.ts';
import { moduleAddress } from './route-pages.ts';
import { storeRecords } from './stored-data.ts';

const FIRST = moduleAddress('even-niet-weten');
const DAY = 24 * 60 * 60 * 1000;
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const SEVEN_DAYS = 'In Safari kan je iPhone of iPad je notities wissen';

declare global {
  interface Window {
    /** The names of files that went through the share sheet. */
    sharedFiles: string[];
    /** The name of the error with which the share sheet ends, if it does. */
    shareFault?: string;
  }
}

// A phone: there the share sheet is the better way.
test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

/** A share sheet that can be watched, and a browser that promises nothing. */
async function makePhone(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.sharedFiles = [];
    StorageManager.prototype.persist = async () => false;
    StorageManager.prototype.persisted = async () => false;
    Object.defineProperty(navigator, 'canShare', { value: () => true });
    Object.defineProperty(navigator, 'share', {
      value: async ({ files = [] }: ShareData) => {
        if (window.shareFault) throw new DOMException('no', window.shareFault);
        window.sharedFiles.push(...files.map(({ name }) => name));
      },
    });
  });
}

/** In an app on the home screen of an iPhone. */
async function makeStandalone(target: Page | BrowserContext): Promise<void> {
  await target.addInitScript(() => {
    Object.defineProperty(navigator, 'standalone', { value: true });
  });
}

/** A tab of the next build: its storage is one version further. */
async function nextBuild(context: BrowserContext): Promise<Page> {
  const next = await context.newPage();
  await next.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function further(this: IDBFactory, name, version) {
      const isApp = name === 'luisterroute' && version !== undefined;
      return isApp ? open.call(this, name, version + 1) : open.call(this, name, version);
    };
  });
  return next;
}

test('one line tells how old the backup is, with the advice that fits; a phone gives it to its share sheet', async ({
  page,
  context,
  browser,
  faults,
  site,
}) => {
  await makePhone(context);
  const openAfter = async (days: number) => {
    await page.clock.setFixedTime(Date.now() + days * DAY);
    await openPage(page, '/notities/');
  };
  const main = page.getByRole('main');
  await openPage(page, FIRST);
  await answerQuestion(page, 'laatste-keer', 'Vorige week.');
  await openPage(page, '/notities/');
  await expect(main.getByText('Bewaard op dit toestel. Nog geen back-up.')).toBeVisible();

  await page.getByRole('button', { name: 'Exporteren' }).click();
  const sheet = page.getByRole('dialog', { name: 'Je notities meenemen' });
  const make = sheet.getByRole('button', { name: 'Maak een back-up' });
  const share = sheet.getByRole('button', { name: 'Deel of bewaar' });
  const answerShare = (fault: string) =>
    page.evaluate((name) => {
      window.shareFault = name;
    }, fault);
  await make.click();
  await expect(sheet.getByRole('status')).toContainText('Waar wil je het hebben?');
  // Closing the sheet is no backup.
  await answerShare('AbortError');
  await share.click();
  await expect(share).toBeVisible();
  await expect(main.getByText('Nog geen back-up.')).toHaveCount(1);
  // A sheet that cannot be opened gives way to a download.
  await answerShare('NotAllowedError');
  const downloading = page.waitForEvent('download');
  await share.click();
  expect((await downloading).suggestedFilename()).toMatch(/\.zip$/);
  await expect(sheet.getByRole('status')).toContainText('Je back-up is gemaakt en nagekeken');
  await answerShare('');
  await make.click();
  await share.click();
  await expect(sheet.getByRole('status')).toContainText('Je back-up is gemaakt en nagekeken');
  expect(await page.evaluate(() => window.sharedFiles)).toEqual([
    expect.stringMatching(/^luisterroute-[\d-]+\.zip$/),
  ]);
  await sheet.getByRole('button', { name: 'Sluit' }).click();
  await expect(main.getByText('Laatste back-up: vandaag.')).toBeVisible();

  const advice = {
    install: main.getByText('Je browser mag je notities wissen als er ruimte nodig is.'),
    backup: main.getByText('Maak een back-up: dan heb je je notities ook'),
    safari: main.getByText('Safari kan je notities wissen als je hier zeven dagen niet komt.'),
  };
  await openAfter(6);
  await expect(main.getByText('Laatste back-up: 6 dagen geleden.')).toBeVisible();
  for (const words of Object.values(advice)) await expect(words).toHaveCount(0);
  await openPage(page, FIRST);
  await answerQuestion(page, 'jouw-vraag', 'Wie belt wie?');
  await page.getByRole('link', { name: 'Notities' }).click();
  await expect(advice.install).toBeVisible();
  await openAfter(20);
  await expect(main.getByText('Laatste back-up: 20 dagen geleden.')).toBeVisible();
  await expect(advice.backup).toBeVisible();
  await expect(main.getByText('Eén notitie is nieuw of veranderd')).toBeVisible();
  // A young backup is not enough once there is much that it lacks.
  await openAfter(6);
  const many = Array.from({ length: 9 }, (_, index) => ({ id: `n${index}`, text: 'Nieuw.' }));
  await addNotes(page, many.slice(1));
  await openAfter(6);
  await expect(main.getByText('Laatste back-up: 6 dagen geleden.')).toBeVisible();
  await expect(advice.backup).toHaveCount(0);
  await addNotes(page, many);
  await openAfter(6);
  await expect(advice.backup).toContainText('10 notities zijn nieuw of veranderd');
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' });
  });
  await openAfter(20);
  await expect(advice.safari).toBeVisible();
  await makeStandalone(page);
  await openAfter(20);
  await expect(advice.backup).toBeVisible();
  await expect(advice.safari).toHaveCount(0);

  // On an iPhone it is told before the first note, and not in the app, where it is not so.
  const phone = await browser.newContext({ userAgent: IPHONE, baseURL: site.url });
  await faults.watch(phone);
  const tab = await phone.newPage();
  await openPage(tab, FIRST);
  const { dialog } = await openQuestion(tab, 'laatste-keer');
  await expect(dialog.getByText(SEVEN_DAYS)).toContainText(
    'De app op je beginscherm begint leeg. Maak eerst een back-up bij Notities.',
  );
  await makeStandalone(tab);
  await openPage(tab, FIRST);
  await openQuestion(tab, 'laatste-keer');
  await expect(dialog.getByRole('textbox')).toBeVisible();
  await expect(dialog.getByText(SEVEN_DAYS)).toHaveCount(0);
  await phone.close();
});

test('beside an older version nothing is called kept until that is closed, and beside a newer one there is still a backup', async ({
  page,
  context,
}) => {
  await openPage(page, FIRST);
  await answerQuestion(page, 'laatste-keer', 'Van eerder.');
  // A tab of an older build that does not let go of its version.
  await page.goto('/catalog.json');
  await page.evaluate(async () => {
    const opening = indexedDB.open('luisterroute');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    window.release = () => opening.result.close();
  });

  const next = await nextBuild(context);
  await openPage(next, FIRST);
  const notice = next
    .getByRole('status')
    .filter({ hasText: 'Luisterroute staat nog open in een ander tabblad met een oudere versie.' });
  await expect(notice).toBeVisible();
  const sheet = await openQuestion(next, 'jouw-vraag');
  await sheet.answer.fill('Ondertussen geschreven.');
  await expect(sheet.says('Wat je hier schrijft, wordt niet bewaard.')).toBeVisible();
  await expect(sheet.says('Bewaard op dit toestel')).toHaveCount(0);
  await page.evaluate(() => window.release?.());
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await sheet.later.click();
  await expect(notice).toHaveCount(0);

  // This build finds a database that it may not change: it says so, and the words can be taken out.
  await openPage(page, '/notities/');
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: 'Op dit toestel is al een nieuwere versie van Luisterroute gebruikt.' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Exporteren' }).click();
  const taking = page.getByRole('dialog', { name: 'Je notities meenemen' });
  await taking.getByRole('button', { name: 'Maak een back-up' }).click();
  const downloading = page.waitForEvent('download');
  await taking.getByRole('button', { name: /^Download/ }).click();
  const { content } = await openBackup(await (await downloading).path());
  const words = (content.data.revisions as { text: string }[]).map(({ text }) => text);
  expect(words.toSorted()).toEqual(['Ondertussen geschreven.', 'Van eerder.']);
});

test('an old tab that a newer version overtakes says so, and its last words are there in the newer one', async ({
  page,
  context,
}) => {
  await openPage(page, FIRST);
  const sheet = await openQuestion(page, 'jouw-vraag');
  await sheet.answer.fill('Van eerder.');
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  const next = await nextBuild(context);
  await openPage(next, '/instellingen/');
  // What was there before the storage changed stands in the second database.
  await expect(next.getByRole('button', { name: /^Zet de kopie van/ })).toBeVisible();

  await sheet.answer.fill('Van eerder. En van nu.');
  await expect(page.getByText('al een nieuwere versie van Luisterroute gebruikt')).toBeAttached();
  await expect(sheet.says('Wat je hier schrijft, wordt niet bewaard.')).toBeVisible();
  await expect(sheet.says('Bewaard op dit toestel')).toHaveCount(0);
  await expect(sheet.dialog.getByRole('button', { name: 'Bewaar als bestand' })).toBeVisible();
  await page.goto('/catalog.json');

  await openPage(next, FIRST);
  await expect(questionCard(next, 'jouw-vraag')).toContainText('Van eerder. En van nu.');
});

test('what nobody asked for is read too, and what cannot be read is counted in the settings and can be taken out', async ({
  page,
}) => {
  await openPage(page, FIRST);
  await answerQuestion(page, 'jouw-vraag', 'Een woord.');
  const voice = { type: 'audio/webm', duration: 1, peaks: [], pieces: 1 };
  await storeRecords(page, {
    notes: [
      {
        id: 'gesproken',
        kind: 'free',
        routeId: 'twee-werelden',
        moduleId: 'even-niet-weten',
        anchor: {},
        createdAt: 1,
        voice,
      },
    ],
    voice: [{ noteId: 'gesproken', index: 0, bytes: 'geen geluid' }],
  });
  await page.clock.install();
  await openPage(page, '/instellingen/');
  const count = page.getByText('Eén bewaard stuk is niet te lezen.');
  // Once the tools are there, their timer is.
  await expect(page.getByText('Bewaard op dit toestel. Nog geen back-up.')).toBeVisible();
  await expect(count).toHaveCount(0);
  await page.clock.fastForward(15_000);
  await expect(count).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporteer wat niet te lezen is' }).click();
  expect((await downloading).suggestedFilename()).toMatch(/-onleesbaar\.json$/);
});

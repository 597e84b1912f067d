/** Taking the notebook out, wiping everything, and bringing it back, as a person does it. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, openPage, started, test } from './app-test.ts';
import { answerQuestion } from './questions.ts';
import { moduleAddress, ROUTE } from './route-pages.ts';
import { storedRecords } from './stored-data.ts';

const BEFORE = 'Van voor het terugzetten.';
const WORDS = 'Vorige week. <b>Niet vet</b> 👩‍👩‍👧';

/** Everything of the app that is in this browser, by name. */
function keptNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...(await caches.keys()).map((name) => `cache ${name}`),
    ...Object.keys(localStorage).map((key) => `key ${key}`),
    ...document.cookie.split(';').filter((cookie) => cookie !== ''),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
  ]);
}

test('export, wipe in two tabs, bring back: the note is there again', async ({ page, context }) => {
  await openPage(page, moduleAddress('even-niet-weten'));
  await answerQuestion(page, 'laatste-keer', WORDS);
  await openPage(page, '/notities/');
  await page.getByRole('button', { name: 'Exporteren' }).click();
  const sheet = page.getByRole('dialog', { name: 'Je notities meenemen' });
  const downloading = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Maak een back-up' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^luisterroute-\d{4}-\d\d-\d\d\.zip$/);
  const path = await download.path();
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
  await expect(sheet.getByRole('status')).toContainText('Je back-up is gemaakt en nagekeken');
  await sheet.getByRole('button', { name: 'Sluit' }).click();
  await expect(page.getByText('Laatste back-up: vandaag.')).toBeVisible();

  const other = await context.newPage();
  await openPage(other, '/notities/');
  await expect(other.getByText('Niet vet')).toBeVisible();
  await openPage(page, '/instellingen/');
  expect(await keptNames(page)).toContain('database luisterroute');
  await context.addCookies([{ name: 'luisterroute-oud', value: '1', url: page.url() }]);
  expect(await keptNames(page)).toContain('luisterroute-oud=1');
  await page.getByRole('button', { name: 'Alles wissen' }).click();
  const ask = page.getByRole('dialog', { name: 'Alles van Luisterroute wissen?' });
  await expect(ask.getByRole('button', { name: 'Maak eerst een back-up' })).toBeVisible();
  await ask.getByRole('button', { name: 'Wis alles' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alles is gewist');
  await expect(page.getByText('Dat is nagekeken.')).toBeVisible();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Alles is gewist');
  await expect(other.getByText('Niet vet')).toBeHidden();
  expect(await keptNames(page)).toEqual([]);
  await other.close();
  expect(await keptNames(page)).toEqual([]);

  await page.getByRole('link', { name: 'Opnieuw beginnen' }).click();
  await started(page);
  await openPage(page, '/notities/');
  await expect(page.getByText('Nog geen antwoorden')).toBeVisible();
  await page.getByRole('button', { name: 'Back-up terugzetten' }).click();
  const restoring = page.getByRole('dialog', { name: 'Back-up terugzetten' });
  await restoring.getByLabel('Kies een bestand').setInputFiles({
    name: 'brief.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('Dit is een brief.'),
  });
  await expect(restoring.getByRole('status')).toContainText('Dit bestand is geen back-up.');
  await restoring.getByLabel('Kies een ander bestand').setInputFiles(path);
  await expect(restoring.getByRole('row', { name: 'Notities' })).toHaveText('Notities100');
  // On the route page, where nobody touched anything yet.
  const third = await context.newPage();
  await openPage(third, ROUTE);
  await restoring.getByRole('button', { name: 'Zet terug' }).click();
  await expect(restoring.getByRole('status')).toContainText('Er kwam 1 notitie bij.');
  await restoring.getByRole('button', { name: 'Klaar' }).click();
  await expect(page.getByText(WORDS)).toBeVisible();
  await third.getByRole('link', { name: 'Notities' }).click();
  await expect(third.getByText(WORDS)).toBeVisible();
  const [revision] = await storedRecords(page, 'revisions');
  expect(revision?.text).toBe(WORDS);

  // A second time there is nothing new, and settings show the copy of before.
  await page.getByRole('button', { name: 'Back-up terugzetten' }).click();
  await restoring.getByLabel('Kies een bestand').setInputFiles(path);
  await expect(restoring.getByText('Alles uit deze back-up staat hier al.')).toBeVisible();
});

test('a copy of before bringing back stands in the settings, and brings back what went since', async ({
  page,
}) => {
  await openPage(page, moduleAddress('even-niet-weten'));
  await answerQuestion(page, 'laatste-keer', BEFORE);
  await openPage(page, '/notities/');
  await page.getByRole('button', { name: 'Back-up terugzetten' }).click();
  const restoring = page.getByRole('dialog', { name: 'Back-up terugzetten' });
  const fixture = new URL('../fixtures/backups/format-1.zip', import.meta.url);
  await restoring.getByLabel('Kies een bestand').setInputFiles({
    name: 'oud.zip',
    mimeType: 'application/zip',
    buffer: await readFile(fixture),
  });
  await expect(restoring.getByRole('row', { name: 'Notities' })).toHaveText('Notities200');
  await restoring.getByRole('button', { name: 'Zet terug' }).click();
  await expect(restoring.getByRole('status')).toContainText('Er kwamen 2 notities bij.');
  await restoring.getByRole('button', { name: 'Klaar' }).click();
  // One record in that file was damaged where it was made: it can be taken out as it was found.
  const unreadable = page.getByRole('button', { name: 'Exporteer wat niet te lezen is' });
  const takingOut = page.waitForEvent('download');
  await unreadable.click();
  expect(await readFile(await (await takingOut).path(), 'utf8')).toContain('kapot');
  // Since then something was deleted: the copy of before has it.
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: BEFORE });
  await card.getByRole('button', { name: 'Verwijder deze notitie' }).click();
  await expect(card).toBeHidden();

  await openPage(page, '/instellingen/');
  const copies = page.getByRole('region', { name: 'Veiligheidskopieën' });
  await expect(copies.getByRole('listitem')).toHaveCount(1);
  const downloading = page.waitForEvent('download');
  await copies.getByRole('button', { name: 'Download de kopie van vandaag' }).click();
  expect((await downloading).suggestedFilename()).toContain('veiligheidskopie');
  await copies.getByRole('button', { name: 'Zet de kopie van vandaag' }).click();
  await expect(restoring.getByRole('row', { name: 'Notities' })).toHaveText('Notities100');
  await restoring.getByRole('button', { name: 'Zet terug' }).click();
  await expect(restoring.getByRole('status')).toContainText('Er kwam 1 notitie bij.');
  await restoring.getByRole('button', { name: 'Klaar' }).click();
  await expect(copies.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('link', { name: 'Notities' }).click();
  await expect(card).toBeVisible();
  await expect(page.locator('#notitie-n1')).toHaveText('En nu');
});

test('the workbook and the conversation sheet come on paper', async ({ page }) => {
  await openPage(page, moduleAddress('even-niet-weten'));
  await answerQuestion(page, 'laatste-keer', 'Mijn eigen woorden.');
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await openPage(page, '/notities/');
  // What the print dialog asks of a page, without the dialog.
  await page.evaluate(() => {
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });
  await page.getByRole('button', { name: 'Exporteren' }).click();
  await page.getByRole('button', { name: 'Werkboek afdrukken of als pdf' }).click();
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('[data-sheet]');
  await expect(paper.getByText('Mijn eigen woorden.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeHidden();
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Gespreksblad afdrukken of als pdf' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(paper.getByRole('heading', { name: 'Wat nemen we mee?' })).toBeVisible();
  await expect(paper.getByText('Mijn eigen woorden.')).toHaveCount(0);
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
});

/** The notebook over days and tabs: plans that come back, notes that are deleted and put back, versions that are joined. */
import type { Page } from '@playwright/test';
import { expect, openPage, started, test } from './app-test.ts';
import { playerOn } from './player-controls.ts';
import { answerQuestion, openQuestion, questionCard, sheetOn } from './questions.ts';
import { loadSentences, moduleAddress, ROUTE } from './route-pages.ts';
import { storedRecords } from './stored-data.ts';

const FIRST = moduleAddress('even-niet-weten');
const QUESTION = 'jouw-vraag';
const DAY = 24 * 60 * 60 * 1000;

/** Opens the page so many days from now, by its own clock. */
async function openAfter(page: Page, days: number, address: string): Promise<void> {
  await page.clock.setFixedTime(Date.now() + days * DAY);
  await openPage(page, address);
}

/** The cards and other entries of the page, by their words. */
function entry(page: Page, words: string | RegExp) {
  return page.getByRole('main').getByRole('listitem').filter({ hasText: words });
}

test('a plan comes back after a week and three weeks later, in the person’s own words', async ({
  page,
}) => {
  await openPage(page, moduleAddress('wat-doe-je-morgen'));
  const { dialog, says, later } = await openQuestion(page, 'mijn-als-dan');
  await dialog.getByRole('textbox', { name: 'Als', exact: true }).fill('het overleg begint');
  await dialog.getByRole('textbox', { name: 'dan', exact: true }).fill('stel ik één vraag');
  await expect(says('Bewaard op dit toestel')).toBeVisible();
  await later.click();
  await expect(dialog).toBeHidden();

  const due = page.getByRole('region', { name: 'Hoe ging het met je plan?' });
  await openAfter(page, 6, ROUTE);
  await expect(page.getByRole('list', { name: 'Modules' })).toBeVisible();
  await expect(due).toHaveCount(0);
  await openAfter(page, 7, ROUTE);
  await expect(due).toContainText('Als het overleg begint, dan stel ik één vraag');
  await due.getByRole('button', { name: 'Deels' }).click();
  const why = due.getByRole('textbox', { name: 'Wat lukte wel, en wat niet?' });
  await why.fill('Ik vroeg het pas na afloop.');
  await expect(due.getByText('vraagt de app het nog één keer')).toBeVisible();
  await due.getByRole('button', { name: 'Klaar' }).press('Enter');
  await expect(due).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await openAfter(page, 27, ROUTE);
  await expect(page.getByRole('list', { name: 'Modules' })).toBeVisible();
  await expect(due).toHaveCount(0);
  await openAfter(page, 28, ROUTE);
  await due.getByRole('button', { name: 'Niet' }).click();
  await expect(due.getByText('Dit was de laatste keer')).toBeVisible();
  await due.getByRole('button', { name: 'Pas je plan aan' }).click();
  const sheet = page.getByRole('dialog');
  const dan = sheet.getByRole('textbox', { name: 'dan', exact: true });
  await expect(dan).toHaveValue('stel ik één vraag');
  await dan.fill('begin ik met een vraag');
  await expect(sheet.getByText('Ik vroeg het pas na afloop.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Klaar' }).click();
  await expect(sheet).toBeHidden();

  await page.getByRole('link', { name: 'Notities' }).click();
  const card = entry(page, 'dan begin ik met een vraag').first();
  await expect(card).toContainText(/Terugblik op \d+ \w+/);
  const revisions = await storedRecords(page, 'revisions');
  expect(
    revisions.some(({ fields }) => fields?.outcome1 === 'deels' && fields.outcome2 === 'niet'),
  ).toBe(true);
});

test('two tabs that changed one answer keep both, and the person joins them', async ({
  page,
  context,
}) => {
  await openPage(page, FIRST);
  await answerQuestion(page, QUESTION, 'Het begin.');
  const second = await context.newPage();
  await openPage(second, FIRST);
  const here = await openQuestion(page, QUESTION);
  const there = await openQuestion(second, QUESTION);
  await there.answer.fill('In het andere tabblad.');
  await here.answer.fill('In dit tabblad.');
  await there.later.click();
  await expect(there.dialog).toBeHidden();

  const versions = here.dialog.getByRole('region', { name: 'meer versies van deze tekst' });
  await expect(versions.getByRole('listitem')).toHaveCount(2);
  await expect(here.answer).toHaveValue('In dit tabblad.');
  await expect(versions).toContainText('In het andere tabblad.');
  await versions.getByRole('button', { name: 'Voeg samen' }).click();
  await expect(versions).toHaveCount(0);
  await expect(here.answer).toHaveValue(
    /In het andere tabblad\.[\s\S]*In dit tabblad\.|In dit tabblad\.[\s\S]*In het andere tabblad\./,
  );
  await expect(questionCard(second, QUESTION)).toContainText('In dit tabblad.');
  await here.later.click();
  await expect(here.dialog).toBeHidden();
  const revisions = await storedRecords(page, 'revisions');
  expect(revisions).toHaveLength(4);
  expect(revisions.filter(({ parents }) => parents.length === 2)).toHaveLength(1);
});

test('a mark gets its words later, and a free note stands at a moment or at the module', async ({
  page,
  site,
}) => {
  const player = playerOn(page);
  await openPage(page, `${FIRST}?t=60`);
  await player.region.getByRole('button', { name: 'Markeer dit moment' }).click();
  await player.region.getByRole('button', { name: 'Schrijf erbij' }).click();
  const sheet = page.getByRole('dialog');
  const field = sheet.getByRole('textbox', { name: 'Je notitie' });
  const done = sheet.getByRole('button', { name: 'Klaar' });
  await field.fill('Dit speelt bij ons ook.');
  await done.click();
  await expect(sheet).toBeHidden();
  const here = page.getByRole('region', { name: 'Je notities bij deze module' });
  await expect(here.getByRole('listitem').filter({ hasText: 'Gemarkeerd bij 1:00' })).toContainText(
    'Dit speelt bij ons ook.',
  );

  await page.getByRole('button', { name: 'Meer bij het lezen' }).click();
  await page.getByRole('button', { name: 'Schrijf een notitie bij 1:00' }).click();
  await field.fill('Navragen bij het team.');
  await done.click();
  await expect(sheet).toBeHidden();
  await here.getByRole('button', { name: 'Schrijf een notitie' }).click();
  await field.fill('Over de hele module.');
  await done.click();
  await expect(here.getByRole('listitem')).toHaveCount(3);

  const notes = await storedRecords(page, 'notes');
  const spoken = (await loadSentences(site, 'even-niet-weten')).findLast(
    ({ startTime }) => startTime <= 60,
  );
  const free = notes.filter(({ kind }) => kind === 'free');
  expect(free.map(({ anchor }) => anchor.time).toSorted()).toEqual([60, undefined]);
  expect(free.find(({ anchor }) => anchor.time === 60)?.anchor.sentence).toBe(spoken?.text);
  await page.getByRole('link', { name: 'Notities' }).click();
  for (const words of ['Dit speelt bij ons ook.', 'Navragen bij het team.', 'Over de hele module.'])
    await expect(entry(page, words)).toBeVisible();
});

test('notes are deleted one by one or together, put back, and gone after 30 days', async ({
  page,
  context,
}) => {
  await openPage(page, FIRST);
  await answerQuestion(page, QUESTION, 'Blijft staan.');
  await answerQuestion(page, 'laatste-keer', 'Mag weg.');
  await page.getByRole('button', { name: 'Schrijf een notitie' }).last().click();
  await page.getByRole('dialog').getByRole('textbox').fill('Mag ook weg.');
  await page.getByRole('dialog').getByRole('button', { name: 'Klaar' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.getByRole('link', { name: 'Notities' }).click();
  await expect(page.getByText('Bewaard op dit toestel. Nog geen back-up.')).toBeVisible();
  await entry(page, 'Mag weg.').getByRole('button', { name: 'Verwijder deze notitie' }).click();
  await expect(entry(page, 'Mag weg.')).toBeHidden();
  await page.getByRole('button', { name: 'Zet terug' }).first().click();
  await expect(entry(page, 'Mag weg.')).toBeVisible();

  await page.getByRole('button', { name: 'Kies notities' }).click();
  await page.getByRole('checkbox', { name: 'Mag weg.' }).check();
  await page.getByRole('checkbox', { name: 'Mag ook weg.' }).check();
  const chosen = page.getByRole('group', { name: 'Kies notities' });
  await expect(chosen).toContainText('2 notities gekozen');
  await chosen.getByRole('button', { name: 'Verwijder' }).click();
  await expect(entry(page, 'weg.').filter({ visible: true })).toHaveCount(0);
  await page.reload();
  await started(page);
  const bin = page.getByText('Verwijderd (2)');
  await bin.click();
  const item = entry(page, 'Mag ook weg.');
  await expect(item).toContainText('nog 29 dagen');
  const other = await context.newPage();
  await openPage(other, '/notities/');
  await expect(other.getByText('Verwijderd (2)')).toBeVisible();
  await item.getByRole('button', { name: 'Zet terug' }).click();
  for (const tab of [page, other]) await expect(tab.getByText('Verwijderd (1)')).toBeVisible();
  await other.close();

  await openAfter(page, 29, '/notities/');
  await expect(page.getByText('Verwijderd (1)')).toBeVisible();
  await openAfter(page, 31, '/notities/');
  await expect(entry(page, 'Mag ook weg.')).toBeVisible();
  await expect(page.getByText(/^Verwijderd/)).toHaveCount(0);
  const texts = (await storedRecords(page, 'revisions')).map(({ text }) => text).toSorted();
  expect(texts).toEqual(['Blijft staan.', 'Mag ook weg.']);
  expect(await storedRecords(page, 'notes')).toHaveLength(2);
  await expect(sheetOn(page).dialog).toHaveCount(0);
});

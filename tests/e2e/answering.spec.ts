/** Answering a question: what the sheet says, what is kept and when, and that no letter changes on the way. */
import { readFile } from 'node:fs/promises';
import { expect, openPage, started, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { soundOf } from './listening-state.ts';
import { playerOn } from './player-controls.ts';
import { answerQuestion, openQuestion, questionCard, sheetOn } from './questions.ts';
import { loadModule, moduleAddress } from './route-pages.ts';
import { storedRecords } from './stored-data.ts';

const FIRST = moduleAddress('even-niet-weten');
const QUESTION = 'jouw-vraag';
const PRIVACY = "Schrijf geen namen of gegevens van inwoners. Collega's: gebruik een rol.";

test('the sheet has the question as its field, and says what not to write', async ({
  page,
  site,
}) => {
  const { questions } = await loadModule(site, 'even-niet-weten');
  const text = questions.find(({ id }) => id === QUESTION)?.text ?? '';
  await openPage(page, FIRST);
  const sheet = await openQuestion(page, QUESTION);
  const field = sheet.dialog.getByRole('textbox', { name: text });
  await expect(field).toBeVisible();
  await expect(sheet.dialog.getByText(PRIVACY)).toBeVisible();
  await expect(field).toHaveAccessibleDescription(PRIVACY);
  await expect(sheet.later).toBeVisible();
  await expect(sheet.goOn).toBeVisible();
  await expect(sheet.says('Bewaard')).toHaveCount(0);
  expect(await storedRecords(page, 'notes')).toEqual([]);
});

test('an answer is there after a reload, and in the field again', async ({ page }) => {
  await openPage(page, FIRST);
  const sheet = await openQuestion(page, QUESTION);
  await sheet.answer.pressSequentially('Wie belt de ouders?');
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  // The words on screen may be ahead of it by a quarter of a second.
  await expect
    .poll(async () => (await storedRecords(page, 'drafts'))[0]?.text)
    .toBe('Wie belt de ouders?');
  await expect(sheet.status).toHaveText('Bewaard op dit toestel');

  // Without a word of goodbye: neither Later nor a click elsewhere.
  await page.reload();
  await started(page);
  const card = questionCard(page, QUESTION);
  await expect(card).toContainText('Wie belt de ouders?');
  await card.getByRole('button', { name: 'Bekijk je antwoord' }).click();
  await expect(sheet.answer).toHaveValue('Wie belt de ouders?');
});

test('answering again keeps the earlier answer', async ({ page }) => {
  await openPage(page, FIRST);
  const sheet = await openQuestion(page, QUESTION);
  const again = sheet.dialog.getByRole('button', { name: 'Antwoord opnieuw' });
  await sheet.answer.fill('Eerst dit.');
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await expect(again).toHaveCount(0);
  await sheet.later.click();
  await openQuestion(page, QUESTION);
  await again.click();
  await expect(sheet.answer).toHaveValue('');
  await expect(sheet.answer).toBeFocused();
  const earlier = sheet.dialog.getByRole('list', { name: 'Vorige antwoorden' });
  await expect(earlier.getByRole('listitem')).toHaveText([/Eerst dit\.$/]);
  await sheet.answer.fill('Later dat.');
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await sheet.later.click();
  await expect(questionCard(page, QUESTION)).toContainText('Later dat.');
  const [note, ...others] = await storedRecords(page, 'notes');
  expect(others).toEqual([]);
  expect(note).toMatchObject({ kind: 'answer', anchor: { questionId: QUESTION } });
  const revisions = await storedRecords(page, 'revisions');
  const first = revisions.find(({ text }) => text === 'Eerst dit.');
  const second = revisions.find(({ text }) => text === 'Later dat.');
  expect(revisions).toHaveLength(2);
  expect(first).toMatchObject({ noteId: note?.id, parents: [] });
  expect(second).toMatchObject({ noteId: note?.id, parents: [first?.id] });

  await page.getByRole('link', { name: 'Notities' }).click();
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Later dat.' });
  await card.first().getByText('Vorige antwoorden naast elkaar').click();
  const beside = card.first().getByRole('list', { name: 'Vorige antwoorden' });
  await expect(beside.getByRole('listitem')).toHaveText([/Eerst dit\.$/, /^Nu\s*Later dat\.$/]);
});

test('every letter stays as it was: long, right to left, emoji, joined marks', async ({ page }) => {
  const words = `${'De wijk. '.repeat(2200)}\nשלום עולם · مرحبا\t👩🏽‍🚒👨‍👩‍👧‍👦 e\u0301 é \u202eomgekeerd\u202c`;
  const text = words.padEnd(19_999, '—').concat('\u0000');
  expect(text.length).toBe(20_000);
  await openPage(page, FIRST);
  await answerQuestion(page, QUESTION, text);
  await page.reload();
  await started(page);
  const sheet = await openQuestion(page, QUESTION);
  // Compared here: a report of two times 20,000 letters helps nobody.
  expect((await sheet.answer.inputValue()) === text).toBe(true);
  const [revision] = await storedRecords(page, 'revisions');
  expect(revision?.text === text).toBe(true);
});

test('a plan: when and what, read back once, and a day to return that goes into a calendar', async ({
  page,
}) => {
  await openPage(page, moduleAddress('wat-doe-je-morgen'));
  const { dialog, says, later } = await openQuestion(page, 'mijn-als-dan');
  const als = dialog.getByRole('textbox', { name: 'Als', exact: true });
  const dan = dialog.getByRole('textbox', { name: 'dan', exact: true });
  await als.fill('ik morgen het overleg open');
  await expect(dialog.getByLabel('Kijk terug op')).toHaveCount(0);
  await dan.fill('zeg ik wat ik nog niet weet');
  await dialog
    .getByRole('textbox', { name: 'Wat kan je tegenhouden?' })
    .fill('het overleg valt uit');
  const sentence = 'Als ik morgen het overleg open, dan zeg ik wat ik nog niet weet';
  await expect(dialog.getByText(sentence)).toBeVisible();
  await dialog.getByRole('button', { name: 'Ik heb het teruggelezen' }).click();
  await expect(dialog.getByText('Teruggelezen')).toBeVisible();

  const today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'));
  const day = (days: number) =>
    new Date(Date.parse(`${today}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  await expect(dialog.getByLabel('Kijk terug op')).toHaveValue(day(7));
  await dialog.getByLabel('Kijk terug op').fill(day(9));
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Zet de dag in je agenda' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe(`terugkijken-${day(9)}.ics`);
  const calendar = await readFile(await file.path(), 'utf8');
  expect(calendar).toContain(`DTSTART;VALUE=DATE:${day(9).replaceAll('-', '')}\r\n`);
  expect(calendar).not.toContain('overleg');
  await expect(says('Bewaard op dit toestel')).toBeVisible();
  await later.click();
  await expect(dialog).toBeHidden();
  // Leaving a field already made a revision: the newest one has all.
  const revisions = await storedRecords(page, 'revisions');
  const [newest] = revisions.sort((a, b) => Number(b.createdAt) - Number(a.createdAt));
  expect(newest?.fields).toEqual({
    als: 'ik morgen het overleg open',
    dan: 'zeg ik wat ik nog niet weet',
    obstacle: 'het overleg valt uit',
    readBackOn: today,
    returnOn: day(9),
  });

  await page.reload();
  await started(page);
  await openQuestion(page, 'mijn-als-dan');
  await expect(als).toHaveValue('ik morgen het overleg open');
  await expect(dan).toHaveValue('zeg ik wat ik nog niet weet');
  await expect(dialog.getByText('Teruggelezen')).toBeVisible();
  await dan.fill('luister ik eerst');
  await expect(dialog.getByRole('button', { name: 'Ik heb het teruggelezen' })).toBeVisible();
});

test('a recall question asks for an own answer first, then shows the example beside it', async ({
  page,
  site,
}) => {
  const { questions } = await loadModule(site, 'overbrug-taal');
  const question = questions.find(({ kind }) => kind === 'recall');
  if (question?.modelAnswer === undefined) throw new Error('module 4 has no recall question');
  await openPage(page, moduleAddress('overbrug-taal'));
  const example = page.getByText(question.modelAnswer);
  const { dialog, answer, later } = await openQuestion(page, question.id);
  const beside = dialog.getByRole('region', { name: 'Vergelijk met een voorbeeldantwoord' });
  const compare = dialog.getByRole('button', { name: 'Vergelijk met een voorbeeldantwoord' });
  await expect(compare).toHaveCount(0);
  await expect(example).toBeHidden();
  await dialog.getByRole('button', { name: 'Ik weet het niet meer' }).click();
  await expect(example).toBeVisible();
  await expect(beside.getByText('Nog niets')).toBeVisible();
  await later.click();
  await openQuestion(page, question.id);
  await answer.fill('Omdat je dan hoort hoe iemand werkt.');
  await expect(example).toBeHidden();
  await compare.click();
  await expect(beside.getByText('Omdat je dan hoort hoe iemand werkt.')).toBeVisible();
  await expect(example).toBeVisible();
  await beside.getByRole('button', { name: 'Speel de passage nog eens' }).click();
  const cueTime = question.times?.cueTime ?? 0;
  const heard = async () => (await soundOf(page, 'second')).currentTime;
  await expect.poll(heard).toBeGreaterThan(cueTime - 90);
  expect(await heard()).toBeLessThan(cueTime);
});

test('Escape closes the sheet, keeps the words and gives the focus back', async ({ page }) => {
  await openPage(page, FIRST);
  const sheet = await openQuestion(page, QUESTION);
  await sheet.answer.fill('Nog niet af');
  await page.keyboard.press('Escape');
  await expect(sheet.dialog).toBeHidden();
  const opener = questionCard(page, QUESTION).getByRole('button');
  await expect(opener).toBeFocused();
  await expect(questionCard(page, QUESTION)).toContainText('Nog niet af');
});

test('an empty answer leaves nothing behind', async ({ page }) => {
  await openPage(page, FIRST);
  const sheet = await openQuestion(page, QUESTION);
  await sheet.later.click();
  await expect(sheet.dialog).toBeHidden();
  expect(await storedRecords(page, 'notes')).toEqual([]);
  expect(await storedRecords(page, 'revisions')).toEqual([]);
  await expect(
    questionCard(page, QUESTION).getByRole('button', { name: 'Beantwoord' }),
  ).toBeVisible();
});

test('a question pauses the sound; Later and Verder luisteren go on with it', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.start();
  await expectSoundGoesOn(page);
  for (const button of ['later', 'goOn'] as const) {
    const sheet = await openQuestion(page, QUESTION);
    await expect.poll(async () => (await engineFacts(page)).isPaused).toBe(true);
    await sheet[button].click();
    await expect(sheet.dialog).toBeHidden();
    await expect(player.pause).toBeVisible();
    await expectSoundGoesOn(page);
  }
  await player.stop();
  const sheet = await openQuestion(page, QUESTION);
  await sheet.later.click();
  await expect(sheet.dialog).toBeHidden();
  await expect(player.play).toBeVisible();
  expect((await engineFacts(page)).isPaused).toBe(true);
});

test('the questions of the episode can be answered too', async ({ page }) => {
  await openPage(page, moduleAddress('wat-als-ik-het-mis-heb'));
  await answerQuestion(page, 'halverwege', 'Dat je ook mag wachten.');
  await expect(questionCard(page, 'halverwege')).toContainText('Dat je ook mag wachten.');
  await page.getByRole('button', { name: 'Ik heb de aflevering geluisterd' }).click();
  const heard = page.getByRole('status').filter({ hasText: 'Je hebt de aflevering geluisterd' });
  await expect(heard).toBeVisible();
  await page.reload();
  await started(page);
  await expect(heard).toBeVisible();
  await expect(sheetOn(page).dialog).toHaveCount(0);
});

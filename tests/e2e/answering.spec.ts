/** Answering a question: what the sheet says, what is kept and when, and that no letter changes on the way. */
import { expect, openPage, started, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { answerQuestion, openQuestion, questionCard, sheetOn } from './questions.ts';
import { loadModule, moduleAddress } from './route-pages.ts';
import { storedRecords } from './stored-data.ts';

const FIRST = moduleAddress('even-niet-weten');
const QUESTION = 'jouw-vraag';
const PRIVACY = 'Schrijf geen namen of gegevens van inwoners. Collega’s: gebruik een rol.';

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
  await answerQuestion(page, QUESTION, 'Eerst dit.');
  await answerQuestion(page, QUESTION, 'Later dat.');
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
});

test('every letter stays as it was: long, right to left, emoji, joined marks', async ({ page }) => {
  const words = `${'De wijk. '.repeat(2200)}\nשלום עולם · مرحبا\t👩🏽‍🚒👨‍👩‍👧‍👦 e\u0301 é \u202eomgekeerd\u202c`;
  const text = words.padEnd(20_000, '—');
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

test('a plan has the fields Als and dan', async ({ page }) => {
  await openPage(page, moduleAddress('wat-doe-je-morgen'));
  const { dialog, says, later } = await openQuestion(page, 'mijn-als-dan');
  const als = dialog.getByRole('textbox', { name: 'Als', exact: true });
  const dan = dialog.getByRole('textbox', { name: 'dan', exact: true });
  await als.fill('ik morgen het overleg open');
  await dan.fill('zeg ik wat ik nog niet weet');
  await expect(says('Bewaard op dit toestel')).toBeVisible();
  await later.click();
  await expect(dialog).toBeHidden();
  // Leaving the first field already made a revision: the newest one has both.
  const revisions = await storedRecords(page, 'revisions');
  const [newest] = revisions.sort((a, b) => Number(b.createdAt) - Number(a.createdAt));
  expect(newest?.fields).toEqual({
    als: 'ik morgen het overleg open',
    dan: 'zeg ik wat ik nog niet weet',
  });

  await page.reload();
  await started(page);
  await openQuestion(page, 'mijn-als-dan');
  await expect(als).toHaveValue('ik morgen het overleg open');
  await expect(dan).toHaveValue('zeg ik wat ik nog niet weet');
});

test('a recall question shows its example only when asked', async ({ page, site }) => {
  const { questions } = await loadModule(site, 'overbrug-taal');
  const question = questions.find(({ kind }) => kind === 'recall');
  if (question?.modelAnswer === undefined) throw new Error('module 4 has no recall question');
  await openPage(page, moduleAddress('overbrug-taal'));
  const example = page.getByText(question.modelAnswer);
  await expect(example).toBeHidden();
  const { dialog } = await openQuestion(page, question.id);
  await expect(example).toBeHidden();
  await dialog.getByText('Bekijk een voorbeeldantwoord').click();
  await expect(example).toBeVisible();
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

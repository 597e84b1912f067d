/** Questions while listening, marked moments, and the list of what is still to be answered. */
import type { Page } from '@playwright/test';
import { expect, openPage, started, test } from './app-test.ts';
import { expectSoundGoesOn } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { sheetOn } from './questions.ts';
import { loadModule, loadSentences, moduleAddress, TITLES } from './route-pages.ts';
import { storedProgress, storedRecords } from './stored-data.ts';

const ID = 'even-niet-weten';
const FIRST = moduleAddress(ID);
const QUESTION = 'jouw-vraag';

/** What an element says, in the order of making: the second one is made by the press that first needs it. */
async function soundOf(page: Page, which: 'first' | 'second') {
  return page.evaluate((wanted) => {
    const used = window.sounds.filter((element) => element.currentSrc !== '');
    const element = used[wanted === 'first' ? 0 : 1];
    return {
      source: element?.currentSrc ?? '',
      currentTime: element?.currentTime ?? -1,
      isPaused: element?.paused ?? true,
    };
  }, which);
}

/** What the browser says when the person goes to another app; the sound is left alone by it. */
async function setVisible(page: Page, state: 'visible' | 'hidden') {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

async function chooseMode(page: Page, mode: string) {
  await page.evaluate(async (value) => {
    const request = indexedDB.open('luisterroute');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction('settings', 'readwrite');
    transaction.objectStore('settings').put({ schema: 1, key: 'questionMode', value });
    await new Promise<void>((resolve) => {
      transaction.oncomplete = () => resolve();
    });
    database.close();
  }, mode);
  await page.reload();
  await started(page);
}

test('one press marks the moment, with a tick of its own and without a pause', async ({
  page,
  site,
}) => {
  const player = playerOn(page);
  await openPage(page, `${FIRST}?t=60`);
  await player.start();
  await expectSoundGoesOn(page);
  await player.region.getByRole('button', { name: 'Markeer dit moment' }).click();
  await expect(player.region.getByText(/^Gemarkeerd bij 1:0\d$/)).toBeVisible();
  await expectSoundGoesOn(page);
  expect((await soundOf(page, 'first')).source).toContain(ID);
  expect((await soundOf(page, 'second')).source).toMatch(/\/sounds\/tick\.mp3$/);

  const [note, ...others] = await storedRecords(page, 'notes');
  expect(others).toEqual([]);
  const time = note?.anchor.time ?? 0;
  expect(time).toBeGreaterThan(60);
  expect(time).toBeLessThan(66);
  const sentences = await loadSentences(site, ID);
  const spoken = sentences.findLast(({ startTime }) => startTime <= time);
  const { audio } = await loadModule(site, ID);
  expect(note).toMatchObject({
    kind: 'mark',
    moduleId: ID,
    anchor: { sentence: spoken?.text, audioHash: audio?.hash },
  });
});

test('a mark is on the notes page after a reload, and its fragment moves no position', async ({
  page,
}) => {
  const player = playerOn(page);
  await openPage(page, `${FIRST}?t=60`);
  await player.region.getByRole('button', { name: 'Markeer dit moment' }).click();
  await expect(player.region.getByText('Gemarkeerd bij 1:00')).toBeVisible();
  await player.seek(30);
  await player.start();
  await expect.poll(async () => (await soundOf(page, 'second')).currentTime).toBeGreaterThan(30.2);
  await page.getByRole('link', { name: 'Notities' }).click();

  const mark = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: 'Gemarkeerd bij 1:00' });
  await expect(mark).toBeVisible();
  await mark.getByRole('button', { name: 'Luister fragment' }).click();
  await expect(player.play).toBeVisible();
  const before = await soundOf(page, 'second');
  await expect.poll(async () => (await soundOf(page, 'first')).currentTime).toBeGreaterThan(45.3);
  expect((await soundOf(page, 'first')).currentTime).toBeLessThan(52);
  expect(await soundOf(page, 'second')).toEqual(before);
  const position = (await storedProgress(page, ID))?.position ?? 0;
  expect(Math.abs(position - before.currentTime)).toBeLessThan(0.5);

  await mark.getByRole('button', { name: 'Stop fragment' }).click();
  await expect.poll(async () => (await soundOf(page, 'first')).isPaused).toBe(true);
  await mark.getByRole('button', { name: 'Luister fragment' }).click();
  await player.start();
  await expect.poll(async () => (await soundOf(page, 'first')).isPaused).toBe(true);
  await player.stop();

  await page.reload();
  await started(page);
  await mark.getByRole('link', { name: 'Open de module' }).click();
  await expect(page).toHaveURL(`${FIRST}?t=60`);
  await expect.poll(player.position).toBe(60);
});

test('a fragment ends by itself after twenty seconds', async ({ page }) => {
  await openPage(page, `${FIRST}?t=60`);
  const player = playerOn(page);
  await player.region.getByRole('button', { name: 'Markeer dit moment' }).click();
  await expect(player.region.getByText('Gemarkeerd bij 1:00')).toBeVisible();
  await page.getByRole('link', { name: 'Notities' }).click();
  await page.getByRole('button', { name: 'Luister fragment' }).click();
  await expect(page.getByRole('button', { name: 'Stop fragment' })).toBeVisible();
  await expect.poll(async () => (await soundOf(page, 'first')).currentTime).toBeGreaterThan(45);
  await page.evaluate(() => {
    const preview = window.sounds.filter((element) => element.currentSrc !== '')[0];
    if (preview) preview.currentTime = 64.5;
  });
  await expect(page.getByRole('button', { name: 'Luister fragment' })).toBeVisible();
  const { currentTime, isPaused } = await soundOf(page, 'first');
  expect(isPaused).toBe(true);
  expect(currentTime).toBeLessThan(66);
});

test('a spoken question stops the sound and opens; going on skips its quiet', async ({
  page,
  site,
}) => {
  const { questions } = await loadModule(site, ID);
  const times = questions.find(({ id }) => id === QUESTION)?.times;
  if (!times) throw new Error('the question has no times');
  const player = playerOn(page);
  const sheet = sheetOn(page);
  await openPage(page, `${FIRST}?t=${Math.floor(times.quietTime) - 1}`);
  await player.start();
  await expect(sheet.dialog).toBeVisible();
  await expect.poll(async () => (await soundOf(page, 'first')).isPaused).toBe(true);
  const stopped = (await soundOf(page, 'first')).currentTime;
  expect(stopped).toBeGreaterThanOrEqual(times.quietTime);
  expect(stopped).toBeLessThan(times.quietTime + 0.5);

  await sheet.answer.fill('Wie belt er?');
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await sheet.goOn.click();
  await expect(sheet.dialog).toBeHidden();
  await expect
    .poll(async () => (await soundOf(page, 'first')).currentTime)
    .toBeGreaterThan(times.endTime);
  expect((await soundOf(page, 'first')).currentTime).toBeLessThan(times.endTime + 3);
  await expect
    .poll(async () =>
      (await storedProgress(page, ID))?.heard.some(
        ({ startTime, endTime }) => startTime <= times.quietTime && endTime >= times.endTime,
      ),
    )
    .toBe(true);

  // Answered: it is heard, and stops nothing.
  await player.seek(Math.floor(times.quietTime) - 1);
  await expect
    .poll(async () => (await soundOf(page, 'first')).currentTime)
    .toBeGreaterThan(times.quietTime + 0.5);
  expect((await soundOf(page, 'first')).isPaused).toBe(false);
  await expect(sheet.dialog).toBeHidden();
});

test('while the page is hidden the sound goes on, and the question waits on the list', async ({
  page,
  site,
}) => {
  const { questions } = await loadModule(site, ID);
  const question = questions.find(({ id }) => id === QUESTION);
  const times = question?.times;
  if (!times) throw new Error('the question has no times');
  const player = playerOn(page);
  await openPage(page, `${FIRST}?t=${Math.floor(times.quietTime) - 2}`);
  await player.start();
  await setVisible(page, 'hidden');
  await expect
    .poll(async () => (await soundOf(page, 'first')).currentTime)
    .toBeGreaterThan(times.quietTime + 0.5);
  expect((await soundOf(page, 'first')).isPaused).toBe(false);
  await setVisible(page, 'visible');
  await expect(sheetOn(page).dialog).toHaveCount(0);
  await player.stop();

  await page.getByRole('link', { name: 'Notities' }).click();
  await page.reload();
  await started(page);
  await expect(page.getByRole('heading', { name: 'Nog te beantwoorden (1)' })).toBeVisible();
  const item = page
    .getByRole('list', { name: 'Nog te beantwoorden' })
    .getByRole('listitem')
    .filter({ hasText: question.text });
  await expect(item).toContainText(TITLES[ID]);
  await item.getByRole('button', { name: 'Luister de 20 seconden ervoor' }).click();
  await expect
    .poll(async () => (await soundOf(page, 'first')).currentTime)
    .toBeGreaterThan(times.cueTime - 19.9);
  expect((await soundOf(page, 'first')).currentTime).toBeLessThan(times.cueTime - 14);

  await item.getByRole('button', { name: 'Beantwoord' }).click();
  const sheet = sheetOn(page);
  await expect(sheet.dialog).toBeVisible();
  await expect.poll(async () => (await soundOf(page, 'first')).isPaused).toBe(true);
  await sheet.answer.fill('Nu weet ik het.');
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await sheet.later.click();
  await expect(page.getByRole('heading', { name: 'Nog te beantwoorden' })).toHaveCount(0);
  await expect(page.getByText('Nu weet ik het.')).toBeVisible();
});

test('a question without a word lets the sound go on when the page is hidden', async ({
  page,
  site,
}) => {
  const { questions } = await loadModule(site, ID);
  const times = questions.find(({ id }) => id === QUESTION)?.times;
  if (!times) throw new Error('the question has no times');
  const player = playerOn(page);
  const sheet = sheetOn(page);
  await openPage(page, `${FIRST}?t=${Math.floor(times.quietTime) - 1}`);
  await player.start();
  await expect(sheet.dialog).toBeVisible();
  await setVisible(page, 'hidden');
  await expect(sheet.dialog).toBeHidden();
  await expect
    .poll(async () => (await soundOf(page, 'first')).currentTime)
    .toBeGreaterThan(times.endTime);
  await page.getByRole('link', { name: 'Notities' }).click();
  await expect(page.getByRole('heading', { name: 'Nog te beantwoorden (1)' })).toBeVisible();
});

test('Later puts an open question on the list, once', async ({ page }) => {
  await openPage(page, FIRST);
  const sheet = sheetOn(page);
  for (let turn = 0; turn < 2; turn += 1) {
    await page.locator(`#vraag-${QUESTION}`).getByRole('button', { name: 'Beantwoord' }).click();
    await sheet.later.click();
    await expect(sheet.dialog).toBeHidden();
  }
  await page.getByRole('link', { name: 'Notities' }).click();
  await expect(page.getByRole('heading', { name: 'Nog te beantwoorden (1)' })).toBeVisible();
});

test('with questions off the sound leaves them out and counts them as heard', async ({
  page,
  site,
}) => {
  const { questions } = await loadModule(site, ID);
  const times = questions.find(({ id }) => id === QUESTION)?.times;
  if (!times) throw new Error('the question has no times');
  const player = playerOn(page);
  await openPage(page, FIRST);
  await chooseMode(page, 'off');
  await player.seek(Math.floor(times.cueTime) - 2);
  await player.start();
  await expect
    .poll(async () => (await soundOf(page, 'first')).currentTime)
    .toBeGreaterThan(times.endTime + 0.5);
  expect((await soundOf(page, 'first')).isPaused).toBe(false);
  await player.stop();
  await expect(sheetOn(page).dialog).toHaveCount(0);
  await expect
    .poll(async () =>
      (await storedProgress(page, ID))?.heard.some(
        ({ startTime, endTime }) => startTime <= times.cueTime && endTime >= times.endTime,
      ),
    )
    .toBe(true);
});

test('a jump over a question asks nothing', async ({ page, site }) => {
  const { questions } = await loadModule(site, ID);
  const times = questions.find(({ id }) => id === QUESTION)?.times;
  if (!times) throw new Error('the question has no times');
  const player = playerOn(page);
  await openPage(page, `${FIRST}?t=${Math.floor(times.cueTime) - 10}`);
  await player.start();
  await expectSoundGoesOn(page);
  await player.forward.click();
  await expectSoundGoesOn(page);
  await expect(sheetOn(page).dialog).toHaveCount(0);
  await page.getByRole('link', { name: 'Notities' }).click();
  await expect(page.getByRole('heading', { name: 'Nog te beantwoorden' })).toHaveCount(0);
});

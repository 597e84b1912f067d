/** Marked moments, and the list of what is still to be answered. */
import { expect, openPage, started, test } from './app-test.ts';
import { expectSoundGoesOn } from './engine-facts.ts';
import { setVisible, soundOf } from './listening-state.ts';
import { playerOn } from './player-controls.ts';
import { sheetOn } from './questions.ts';
import { loadModule, loadSentences, moduleAddress, TITLES } from './route-pages.ts';
import { expectSettingKept, storedProgress, storedRecords } from './stored-data.ts';

const ID = 'even-niet-weten';
const FIRST = moduleAddress(ID);
const QUESTION = 'jouw-vraag';

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
  await expect.poll(async () => (await soundOf(page, 'first')).currentTime).toBeGreaterThan(30.2);
  await page.getByRole('link', { name: 'Notities' }).click();

  const mark = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: 'Gemarkeerd bij 1:00' });
  await expect(mark).toBeVisible();
  await mark.getByRole('button', { name: 'Speel fragment' }).click();
  await expect(player.play).toBeVisible();
  const before = await soundOf(page, 'first');
  await expect.poll(async () => (await soundOf(page, 'second')).currentTime).toBeGreaterThan(45.3);
  expect((await soundOf(page, 'second')).currentTime).toBeLessThan(52);
  expect(await soundOf(page, 'first')).toEqual(before);
  const position = (await storedProgress(page, ID))?.position ?? 0;
  expect(Math.abs(position - before.currentTime)).toBeLessThan(0.5);

  await mark.getByRole('button', { name: 'Stop fragment' }).click();
  await expect.poll(async () => (await soundOf(page, 'second')).isPaused).toBe(true);
  await mark.getByRole('button', { name: 'Speel fragment' }).click();
  await player.start();
  await expect.poll(async () => (await soundOf(page, 'second')).isPaused).toBe(true);
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
  await page.getByRole('button', { name: 'Speel fragment' }).click();
  await expect(page.getByRole('button', { name: 'Stop fragment' })).toBeVisible();
  await expect.poll(async () => (await soundOf(page, 'second')).currentTime).toBeGreaterThan(45);
  await page.evaluate(() => {
    const preview = window.sounds.filter((element) => element.currentSrc !== '')[1];
    if (preview) preview.currentTime = 64.5;
  });
  await expect(page.getByRole('button', { name: 'Speel fragment' })).toBeVisible();
  const { currentTime, isPaused } = await soundOf(page, 'second');
  expect(isPaused).toBe(true);
  expect(currentTime).toBeLessThan(66);
});

test('the headset marks with its previous track, only while the setting is on', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const handlers = new Map<string, MediaSessionActionHandler | null>();
    const { mediaSession } = navigator;
    mediaSession.setActionHandler = (action, handler) => void handlers.set(action, handler);
    Object.assign(window, {
      press: (action: MediaSessionAction) => handlers.get(action)?.({ action }),
    });
  });
  const pressPrevious = () =>
    page.evaluate(() => {
      (window as unknown as { press(action: string): void }).press('previoustrack');
    });
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.start();
  await expectSoundGoesOn(page);
  await pressPrevious();
  await openPage(page, '/instellingen/');
  await page.getByRole('checkbox', { name: 'Markeer met je koptelefoon' }).check();
  await expectSettingKept(page, 'headsetMark', true);
  await openPage(page, FIRST);
  expect(await storedRecords(page, 'notes')).toEqual([]);

  await player.start();
  await expectSoundGoesOn(page);
  await pressPrevious();
  await expect(player.region.getByText(/^Gemarkeerd bij 0:0\d$/)).toBeVisible();
  expect(await storedRecords(page, 'notes')).toHaveLength(1);
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
  await item.getByRole('button', { name: 'Speel de 20 seconden ervoor' }).click();
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

/** Speaking an answer: recorded, kept, heard again from any second, and never in the way of the listening. */
import { readFile } from 'node:fs/promises';
import { expect, openPage, started, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { openWithMicrophone, storedVoices } from './fake-microphone.ts';
import { playerOn } from './player-controls.ts';
import { openQuestion, questionCard } from './questions.ts';
import { moduleAddress } from './route-pages.ts';
import { spoken, watchSpoken } from './spoken.ts';
import { storedRecords } from './stored-data.ts';

const ADDRESS = moduleAddress('even-niet-weten');

test('a spoken answer is kept, can be heard from any second, and moves no position', async ({
  profile,
  faults,
}) => {
  const { page, context } = await openWithMicrophone(profile, faults);
  await page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      window.microphones = [...(window.microphones ?? []), ...stream.getTracks()];
      return stream;
    };
  });
  const openMicrophones = () =>
    page.evaluate(
      () => (window.microphones ?? []).filter(({ readyState }) => readyState === 'live').length,
    );
  await watchSpoken(context);
  await openPage(page, ADDRESS);
  const player = playerOn(page);
  await player.start();
  const sheet = await openQuestion(page, 'jouw-vraag');
  await expect.poll(async () => (await engineFacts(page)).isPaused).toBe(true);
  const { currentTime: place } = await engineFacts(page);

  await sheet.dialog.getByRole('button', { name: 'Spreek in' }).click();
  await expect(sheet.dialog.getByRole('status').filter({ hasText: 'Opname loopt' })).toBeVisible();
  expect(await openMicrophones()).toBe(1);
  await expect(sheet.dialog.getByText('Bewaard op dit toestel: opname tot 0:02')).toBeVisible();
  await sheet.dialog.getByRole('button', { name: 'Stop opname' }).click();
  expect(await openMicrophones()).toBe(0);
  await expect(
    sheet.dialog.getByRole('status').filter({ hasText: 'Opname bewaard op dit toestel' }),
  ).toBeVisible();
  const told = (await spoken(page)).filter((said) => said.startsWith('Opname'));
  expect(told, 'at the start and the end, not every second').toEqual([
    'Opname loopt',
    expect.stringContaining('Opname bewaard op dit toestel'),
  ]);
  const [kept] = await storedVoices(page);
  expect(kept?.pieces).toBeGreaterThanOrEqual(3);
  expect(Math.abs((kept?.duration ?? 0) - (kept?.decoded ?? 0))).toBeLessThan(0.5);

  // From its second second on; the sound lands there, whatever the recorder wrote.
  await sheet.dialog.getByRole('slider', { name: 'Plek in je opname' }).fill('1');
  await sheet.dialog.getByRole('button', { name: 'Luister naar je opname' }).click();
  await expect(sheet.dialog.getByRole('button', { name: 'Pauzeer je opname' })).toBeVisible();
  const heard = () =>
    page.evaluate(() => {
      const voice = window.sounds.find(({ currentSrc }) => currentSrc.startsWith('blob:'));
      return { time: voice?.currentTime ?? 0, duration: voice?.duration ?? 0 };
    });
  // Before its length is known the element has only promised where it will start.
  let first = await heard();
  await expect(async () => {
    first = await heard();
    expect(first.duration).toBeCloseTo(kept?.decoded ?? 0, 1);
    expect(first.time).toBeGreaterThan(0.9);
  }).toPass({ intervals: [20] });
  expect(first.time).toBeLessThan(2);
  await expect(sheet.dialog.getByRole('button', { name: 'Luister naar je opname' })).toBeVisible();
  expect((await engineFacts(page)).currentTime, 'the module waits where it was').toBe(place);
  await sheet.later.click();
  await expect(sheet.dialog).toBeHidden();
  // Who was listening goes on by itself.
  await player.stop();
  const { currentTime: left } = await engineFacts(page);
  const question = questionCard(page, 'jouw-vraag');
  await expect(question).toContainText('Ingesproken · 0:0');
  await expect(question.getByRole('button', { name: 'Bekijk je antwoord' })).toBeVisible();
  // The filled diamond on the seek bar.
  await expect(player.region.locator('[data-answered]')).toHaveCount(1);

  await page.goto('/notities/');
  await started(page);
  await page.getByRole('button', { name: 'Ingesproken 1' }).click();
  const card = page.getByRole('main').getByRole('listitem');
  await expect(card).toContainText('Ingesproken · 0:0');
  await card.getByRole('button', { name: 'Luister naar je opname' }).click();
  await expect.poll(async () => (await heard()).time).toBeGreaterThan(0.3);

  await openPage(page, ADDRESS);
  await expect.poll(playerOn(page).position).toBe(Math.floor(left));
});

test('a note spoken at a marked moment: what plays pauses first, the level shows, and five minutes are the end', async ({
  profile,
  faults,
}) => {
  const { page } = await openWithMicrophone(profile, faults);
  await page.clock.install();
  await page.addInitScript(() => {
    const { mediaSession } = navigator;
    mediaSession.setActionHandler = (action, handler) => {
      if (action === 'play') window.playFromLockScreen = () => handler?.({ action });
    };
  });
  await openPage(page, ADDRESS);
  const player = playerOn(page);
  await player.start();
  await player.region.getByRole('button', { name: 'Markeer dit moment' }).click();
  await player.region.getByRole('button', { name: 'Schrijf erbij' }).click();
  const sheet = page.getByRole('dialog', { name: 'Gemarkeerd bij' });
  await expect(sheet.getByRole('textbox', { name: 'Je notitie' })).toBeVisible();
  // The sheet paused it; the lock screen lets it go on beside the words, but not beside speech.
  await page.evaluate(() => window.playFromLockScreen?.());
  await expectSoundGoesOn(page);
  await sheet.getByRole('button', { name: 'Spreek in' }).click();
  await expect(sheet.getByRole('status').filter({ hasText: 'Opname loopt' })).toBeVisible();
  expect((await engineFacts(page)).isPaused).toBe(true);
  // The bars follow the beep that the microphone hears.
  const tallest = () =>
    sheet
      .locator('svg path')
      .evaluateAll((paths) =>
        Math.max(
          ...paths.flatMap((path) =>
            [...(path.getAttribute('d') ?? '').matchAll(/M[\d.]+ ([\d.]+)V([\d.]+)/g)].map(
              ([, top, bottom]) => Number(bottom) - Number(top),
            ),
          ),
        ),
      );
  await expect.poll(tallest, { intervals: [20] }).toBeGreaterThan(6);

  await expect(sheet.getByText('opname tot 0:01')).toBeVisible();
  await page.clock.fastForward('05:00');
  const limit = 'De opname is 5 minuten lang en is gestopt. Opname bewaard op dit toestel';
  await expect(sheet.getByRole('status').filter({ hasText: limit })).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Spreek in' })).toBeEnabled();
  await expect(sheet.getByRole('button', { name: 'Luister naar je opname' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Klaar' }).click();
  await expect(sheet).toBeHidden();
  const here = page.getByRole('region', { name: 'Je notities bij deze module' });
  await expect(here.getByRole('listitem').filter({ hasText: 'Ingesproken · 5:00' })).toBeVisible();
  const notes = await storedRecords(page, 'notes');
  const mark = notes.find(({ kind }) => kind === 'mark');
  expect(notes.find(({ kind }) => kind === 'free')?.anchor).toEqual(mark?.anchor);
});

test('whatever the microphone does, there is a sentence for it and the answer can be typed', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('no', window.microphoneFault);
    };
  });
  await openPage(page, ADDRESS);
  const { dialog, answer } = await openQuestion(page, 'jouw-vraag');
  const says = (words: string | RegExp) =>
    expect(dialog.getByRole('status').filter({ hasText: words })).toBeVisible();
  const sentences = [
    ['NotAllowedError', 'Luisterroute mag je microfoon niet gebruiken'],
    ['NotFoundError', 'Er is geen microfoon gevonden'],
    ['NotReadableError', 'Je microfoon doet het nu niet'],
    ['TypeError', 'Deze browser kan hier niet opnemen'],
  ] as const;
  for (const [name, words] of sentences) {
    await page.evaluate((fault) => {
      window.microphoneFault = fault;
    }, name);
    await dialog.getByRole('button', { name: 'Spreek in' }).click();
    await says(words);
  }
  await answer.fill('Dan typ ik het.');
  await expect(dialog.getByText('Bewaard op dit toestel').first()).toBeVisible();
});

test('a recording that cannot be stored says so, holds on to its page, and goes out as a file that plays', async ({
  profile,
  faults,
}) => {
  const { page, context } = await openWithMicrophone(profile, faults);
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function store(this: IDBObjectStore, ...record) {
      if (this.name === 'voice') throw new DOMException('no', 'UnknownError');
      return put.apply(this, record);
    };
  });
  await openPage(page, ADDRESS);
  const { dialog, later } = await openQuestion(page, 'jouw-vraag');
  await dialog.getByRole('button', { name: 'Spreek in' }).click();
  const outcome = dialog.getByRole('status').filter({ hasText: 'De opname is gestopt.' });
  await expect(outcome).toContainText('Een deel van je opname is nog niet bewaard.');
  await expect(outcome).not.toContainText('Opname bewaard op dit toestel');

  /** Closes the page as a person does. @returns What the browser asks, if anything. */
  const close = async () => {
    const answered = Promise.race([
      page.waitForEvent('dialog').then(async (asked) => {
        const kind = asked.type();
        await asked.dismiss();
        return kind;
      }),
      page.waitForEvent('close').then(() => 'closed'),
    ]);
    await page.close({ runBeforeUnload: true });
    return answered;
  };
  await later.click();
  expect(await close()).toBe('beforeunload');
  await openQuestion(page, 'jouw-vraag');
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Bewaar als bestand' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^opname-\d{4}-\d\d-\d\d\.\w+$/);
  const bytes = [...(await readFile(await file.path()))];
  const length = await page.evaluate(async (sound) => {
    const decoder = new OfflineAudioContext(1, 1, 24_000);
    return (await decoder.decodeAudioData(Uint8Array.from(sound).buffer)).duration;
  }, bytes);
  expect(length).toBeGreaterThan(0.5);
  await context.newPage();
  expect(await close()).toBe('closed');
});

declare global {
  interface Window {
    microphones?: MediaStreamTrack[];
    playFromLockScreen?: () => void;
    microphoneFault?: string;
  }
}

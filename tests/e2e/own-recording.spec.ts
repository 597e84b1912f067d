/** A recording of the episode that a listener adds: it plays, is remembered offline, asks its questions, and goes again. */
import type { Page } from '@playwright/test';
import { makeMp3 } from '../fixtures/made-sounds.ts';
import { expect, openPage, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { sheetOn } from './questions.ts';
import { moduleAddress, ROUTE, TITLES } from './route-pages.ts';
import { makeLargeMp3, makeMp3File, makeVideo, type TestFile } from './sound-files.ts';
import { expectSpoken, spoken, watchSpoken } from './spoken.ts';
import { storedProgress, storedRecords } from './stored-data.ts';

// What these are about begins with the worker.
test.use({ serviceWorkers: 'allow' });

const ID = 'wat-als-ik-het-mis-heb';
const EPISODE = `${ID}#episode`;
const LENGTH = 60;

/** Drops a file on the part about the recording. */
async function drop(page: Page, { name, mimeType, buffer }: TestFile): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, type, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], fileName, { type }));
      return transfer;
    },
    [name, mimeType, [...buffer]] as const,
  );
  await page
    .getByRole('region', { name: 'Je eigen opname' })
    .dispatchEvent('drop', { dataTransfer });
}

/** Chooses a file, or files one after the other, as a person does. */
async function choose(page: Page, button: string, file: TestFile): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await choosing).setFiles(file);
}

test('a recording is added, plays and asks, also with the server stopped after a kill', async ({
  profile,
  faults,
  site,
}) => {
  const file = await makeMp3File(LENGTH);
  const first = await profile.open();
  await faults.watch(first.context);
  await openPage(first.page, moduleAddress(ID));
  await choose(first.page, 'Opname toevoegen', file);
  await expect(first.page.getByText('De opname staat op je toestel.')).toBeVisible();
  await expect(first.page.getByText('1:00')).toBeVisible();
  await first.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => first.page.evaluate(() => Boolean(navigator.serviceWorker.controller)))
    .toBe(true);
  await first.kill();
  await site.stop();

  const { page, context } = await profile.open();
  await faults.watch(context);
  await openPage(page, moduleAddress(ID));
  const player = playerOn(page);
  const sheet = sheetOn(page);
  await page.getByRole('button', { name: 'Speel de aflevering' }).click();
  // The question at its start comes before the first word.
  await expect(sheet.dialog).toBeVisible();
  await sheet.answer.fill('Of mijn aanpak werkt.');
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await sheet.goOn.click();
  await expect(player.pause).toBeVisible();
  await expect.poll(player.position).toBeGreaterThan(0);
  // Half-way through the minute.
  await player.seek(28);
  await expect(sheet.dialog).toContainText('Wat herken je tot nu toe uit je eigen werk');
  await sheet.goOn.click();
  await expect(player.pause).toBeVisible();
  await player.seek(45);
  await expect.poll(player.position).toBeGreaterThan(45);
  expect(await player.position()).toBeLessThan(50);
  await page.getByRole('button', { name: 'Markeer dit moment' }).click();
  await player.stop();
  const mark = async () => (await storedRecords(page, 'notes')).find(({ kind }) => kind === 'mark');
  await expect.poll(async () => (await mark())?.anchor.time).toBeGreaterThan(45);
  expect((await mark())?.anchor.audioHash).toBe((await storedProgress(page, EPISODE))?.audioHash);

  // The route page knows where listening goes on: in the episode, not in a module.
  await openPage(page, ROUTE);
  await page.getByRole('button', { name: `Verder luisteren ${TITLES[ID]}` }).click();
  await expect(player.pause).toBeVisible();
  expect((await storedProgress(page, EPISODE))?.position).toBeGreaterThan(45);
  await player.region.getByRole('link', { name: TITLES[ID] }).click();
  await expect(page.getByText('De aflevering staat in de speler.')).toBeVisible();
  // In its last second the question after the episode stops it.
  await player.seek(57);
  await expect(sheet.dialog).toBeVisible();
  await expect(sheet.dialog).toContainText('Welke gedachte wil je onthouden?');
  await page.keyboard.press('Escape');

  const other = await context.newPage();
  await openPage(other, moduleAddress(ID));
  await expect(other.getByText('De opname staat op je toestel.')).toBeVisible();
  await page.getByRole('button', { name: 'Opname verwijderen' }).click();
  await page.getByRole('button', { name: 'Verwijder de opname' }).click();
  await expect(page.getByRole('button', { name: 'Opname toevoegen' })).toBeVisible();
  const pieces = () =>
    page.evaluate(async () => (await (await caches.open('luisterroute-recordings')).keys()).length);
  await expect.poll(pieces).toBe(0);
  // Another tab never goes on saying that it is there.
  await expect(other.getByRole('button', { name: 'Opname toevoegen' })).toBeVisible();
  expect((await storedProgress(page, EPISODE))?.position).toBeGreaterThan(45);
  await expect(page.getByText('Of mijn aanpak werkt.')).toBeVisible();
});

test('a file that is no good or does not fit is refused with the reason, and nothing of it is kept', async ({
  page,
  site,
}) => {
  const good = await makeMp3File(5);
  const bad: [file: TestFile, reason: string][] = [
    [
      {
        ...good,
        name: 'brief.mp3',
        buffer: Buffer.from('Dit is een brief, geen geluid. '.repeat(99)),
      },
      'Dit is geen geluid.',
    ],
    [
      { ...good, name: 'half.mp3', buffer: good.buffer.subarray(0, good.buffer.length - 40) },
      'het einde ontbreekt',
    ],
    [{ ...good, name: 'leeg.mp3', buffer: Buffer.alloc(0) }, 'Dit bestand is leeg.'],
    [await makeVideo(page), 'Dit is een video.'],
  ];
  await openPage(page, moduleAddress(ID));
  const session = await page.context().newCDPSession(page);
  const quota = { origin: new URL(site.url).origin, quotaSize: 2_000_000 };
  await session.send('Storage.overrideQuotaForOrigin', quota);
  const large = Buffer.concat(new Array<Buffer>(200).fill(good.buffer));
  await choose(page, 'Opname toevoegen', { ...good, name: 'lang.mp3', buffer: large });
  const full = page.getByRole('status').filter({ hasText: 'lang.mp3' });
  await expect(full).toContainText('te weinig ruimte');
  await session.send('Storage.overrideQuotaForOrigin', { origin: quota.origin });
  for (const [file, reason] of bad) {
    await choose(page, 'Opname toevoegen', file);
    const message = page.getByRole('status').filter({ hasText: file.name });
    await expect(message).toContainText(reason);
  }
  expect(
    await page.evaluate(
      async () => (await (await caches.open('luisterroute-recordings')).keys()).length,
    ),
  ).toBe(0);

  await drop(page, good);
  await expect(page.getByText('De opname staat op je toestel.')).toBeVisible();
  await expect(page.getByText('Dit is een video.')).toHaveCount(0);
  const inexact = page.getByText('Als je springt, kom je soms een paar seconden verkeerd uit.');
  await expect(inexact).toHaveCount(0);

  // Another one in its place, of a changing rate and without a table of its seconds.
  const changing = Buffer.from(await makeMp3([0.02, 1, 0.02, 1], { vbrQuality: 4 }));
  await choose(page, 'Andere opname kiezen', { ...good, name: 'wisselend.mp3', buffer: changing });
  await expect(page.getByText('wisselend.mp3')).toBeVisible();
  await expect(inexact).toBeVisible();
});

test('a text that is added is read along, as words and nothing else; the recording has its turn in the route', async ({
  page,
  context,
}) => {
  await watchSpoken(context);
  await openPage(page, moduleAddress(ID));
  await choose(page, 'Opname toevoegen', await makeMp3File(20));
  await expectSpoken(page, /^De opname staat op je toestel\.$/);
  expect((await spoken(page)).filter((words) => /%|MB|kB/.test(words))).toEqual([]);
  const subtitles = [
    '1\n00:00:01,000 --> 00:00:04,000\nIk twijfel &lt;img src=x&gt; vaak.\n',
    '2\n00:00:05,000 --> 00:00:18,000\nEn dat mag.\n',
    '3\n00:00:20 -> 00:00:21\nDeze tijd klopt niet.\n',
  ].join('\n');
  await choose(page, 'Transcript toevoegen', {
    name: 'gesprek.srt',
    mimeType: 'application/x-subrip',
    buffer: Buffer.from(subtitles),
  });
  await expect(page.getByText('Het transcript is toegevoegd: 2 regels.')).toBeVisible();
  await expect(page.getByText(/^Regel 9: /)).toBeVisible();
  const text = page.getByRole('region', { name: 'Tekst van de aflevering' });
  await expect(text.getByRole('link', { name: 'Ik twijfel <img src=x> vaak.' })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)))
    .toBe(true);
  const player = playerOn(page);
  const sheet = sheetOn(page);
  const toEnd = async () =>
    player.seek(Math.floor(Number(await player.slider.getAttribute('max'))) - 1);
  // The own text of the module is followed by the episode, and that by the next module.
  await player.start();
  await toEnd();
  await expect(page.getByText('De aflevering staat in de speler.')).toBeVisible();
  await expect(sheet.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await text.getByRole('link', { name: 'En dat mag.' }).click();
  await expect(text.locator('[aria-current="true"]')).toHaveText('En dat mag.');
  await expect(player.pause).toBeVisible();
  await toEnd();
  await expect(sheet.dialog).toContainText('Welke gedachte wil je onthouden?');
  await sheet.goOn.click();
  await expect(page).toHaveURL(moduleAddress('wat-doe-je-morgen'));
  await expect(player.pause).toBeVisible();
});

/** In the middle of reading, and while pieces are written. */
const MOMENTS = ['Stap 1 van 2.* Klaar: [1-9]', 'Stap 2 van 2'];

/** Presses at the first sight of what is told: copying may be over before a test has looked. */
async function stopAt(page: Page, moment: string): Promise<void> {
  await page.evaluate(async (pattern) => {
    for (;;) {
      const cancel = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Stop met toevoegen',
      );
      if (cancel && new RegExp(pattern).test(document.body.textContent)) return cancel.click();
      await new Promise(requestAnimationFrame);
    }
  }, moment);
}

test('a recording that is stopped while it is added leaves nothing behind, and the one before plays', async ({
  page,
}) => {
  const large = await makeLargeMp3(12_000_000);
  const kept = async () => [
    await page.evaluate(async () => {
      const cache = await caches.open('luisterroute-recordings');
      return (await cache.keys()).map(({ url }) => url).sort();
    }),
    await storedRecords(page, 'recordings'),
  ];
  await openPage(page, moduleAddress(ID));

  async function stopEverywhere(button: string): Promise<void> {
    const before = await kept();
    for (const moment of MOMENTS) {
      await choose(page, button, large);
      await stopAt(page, moment);
      await expect(page.getByRole('button', { name: button })).toBeVisible();
      await expect(page.getByText(large.name)).toHaveCount(0);
      // Also what is written late is there by then.
      await page.waitForTimeout(1500);
      expect(await kept(), moment).toEqual(before);
    }
  }

  await stopEverywhere('Opname toevoegen');
  expect(await kept()).toEqual([[], []]);
  await choose(page, 'Opname toevoegen', await makeMp3File(LENGTH));
  await expect(page.getByText('De opname staat op je toestel.')).toBeVisible();
  await stopEverywhere('Andere opname kiezen');
  await expect(page.getByText('De opname staat op je toestel.')).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)))
    .toBe(true);
  await page.getByRole('button', { name: 'Speel de aflevering' }).click();
  await sheetOn(page).goOn.click();
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).source).toContain('/_audio/');

  // The form is not spent.
  await choose(page, 'Andere opname kiezen', await makeMp3File(5, 'kort.mp3'));
  await expect(page.getByText('kort.mp3')).toBeVisible();
});

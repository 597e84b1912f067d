/** What helps while reading along: searching, hearing a part again, sharing, a screen that stays on, keys, links. */
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { hurry, playerOn } from './player-controls.ts';
import { loadSentences, moduleAddress, TITLES } from './route-pages.ts';

const FIRST = moduleAddress('even-niet-weten');

declare global {
  interface Window {
    awake: { asked: number; released: number };
    shared: ShareData[];
    copied: string[];
    jumps: number[];
  }
}

test('searching marks the words, counts them and goes from one to the next', async ({
  page,
  site,
}) => {
  const sentences = await loadSentences(site, 'even-niet-weten');
  const places = sentences.flatMap(({ text, id }) =>
    [...text.toLowerCase().matchAll(/vraag/g)].map(() => id),
  );
  expect(places.length).toBeGreaterThan(2);
  await openPage(page, FIRST);
  const opener = page.getByRole('button', { name: 'Zoek in tekst' });
  await opener.click();
  const field = page.getByRole('searchbox', { name: 'Zoek in tekst' });
  await expect(field).toBeFocused();
  await field.fill('VRÁAG');
  const marks = page.locator('article mark');
  // And in the heading of the first chapter.
  const total = places.length + 1;
  await expect(marks).toHaveCount(total);
  const bar = page.getByRole('search');
  await expect(bar.getByRole('status')).toHaveText(`1 van ${total}`);
  await expect(
    page.getByRole('heading', { name: 'Een vraag in de gang' }).locator('mark[data-current]'),
  ).toHaveText('vraag');
  const current = page.locator('a[data-sentence]:has(mark[data-current])');
  await field.press('Enter');
  await expect(bar.getByRole('status')).toHaveText(`2 van ${total}`);
  await expect(current).toHaveAttribute('data-sentence', places[0] ?? '');
  await bar.getByRole('button', { name: 'Volgende vindplaats' }).click();
  await bar.getByRole('button', { name: 'Volgende vindplaats' }).click();
  await expect(current).toHaveAttribute('data-sentence', places[2] ?? '');
  await expect(current.locator('mark[data-current]')).toBeInViewport();
  for (let step = 0; step < 4; step += 1) {
    await bar.getByRole('button', { name: 'Vorige vindplaats' }).click();
  }
  await expect(bar.getByRole('status')).toHaveText(`${total} van ${total}`);

  await field.fill('spreekwoordelijk');
  await expect(bar.getByRole('status')).toHaveText('Niet gevonden in deze tekst');
  await expect(marks).toHaveCount(0);
  await field.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('a place that was found can be played', async ({ page, site }) => {
  const sentences = await loadSentences(site, 'even-niet-weten');
  const target = sentences.find(({ text }) => text.includes('Niet weten is iets anders'));
  if (!target) throw new Error('module 1 has another text');
  await openPage(page, FIRST);
  await page.getByRole('button', { name: 'Zoek in tekst' }).click();
  await page.getByRole('searchbox', { name: 'Zoek in tekst' }).fill('niet weten is iets anders');
  await page.getByRole('button', { name: 'Speel vanaf hier' }).click();
  await expect(playerOn(page).pause).toBeVisible();
  const { currentTime } = await engineFacts(page);
  expect(currentTime).toBeGreaterThanOrEqual(target.startTime - 0.1);
  // The rest is for a busy machine; the next place with these words is far from here.
  expect(currentTime).toBeLessThan(target.startTime + 15);
});

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Meer bij het lezen' }).click();
  await page.getByRole('button', { name }).click();
}

test('this sentence again, and once slower with the speed of before after it', async ({
  page,
  site,
}) => {
  const sentences = await loadSentences(site, 'even-niet-weten');
  const sentence = sentences.find(
    ({ startTime, endTime }) => startTime > 20 && endTime - startTime < 3.5,
  );
  if (!sentence) throw new Error('module 1 has no short sentence');
  await openPage(page, `${FIRST}?t=${Math.ceil(sentence.startTime + 1)}`);
  await playerOn(page).start();
  await choose(page, 'Herhaal deze zin');
  await expect
    .poll(async () => (await engineFacts(page)).currentTime)
    .toBeLessThan(sentence.startTime + 0.9);
  expect((await engineFacts(page)).currentTime).toBeGreaterThan(sentence.startTime - 0.2);

  await choose(page, 'Langzamer: deze zin op 0,8×');
  await expect.poll(async () => (await engineFacts(page)).rate).toBe(0.8);
  await expect.poll(async () => (await engineFacts(page)).rate, { timeout: 10_000 }).toBe(1);
  const { currentTime, isPaused } = await engineFacts(page);
  expect(currentTime).toBeGreaterThanOrEqual(sentence.endTime);
  expect(currentTime).toBeLessThan(sentence.endTime + 1.5);
  expect(isPaused).toBe(false);
});

/** Selects from the start of one sentence to the end of another, as a finger does. */
async function select(page: Page, first: string, last: string): Promise<void> {
  await page.evaluate(
    ([from, to]) => {
      const line = (id: string | undefined) => document.querySelector(`[data-sentence="${id}"]`);
      const [start, end] = [line(from), line(to)];
      if (!start || !end) throw new Error('no such sentence');
      const range = document.createRange();
      range.setStart(start, 0);
      range.setEnd(end, end.childNodes.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    [first, last],
  );
}

test('a selected passage repeats until it is stopped', async ({ page, site }) => {
  const sentences = await loadSentences(site, 'even-niet-weten');
  const index = sentences.findIndex(
    ({ startTime, endTime }) => startTime > 20 && endTime - startTime < 3.5,
  );
  const [passage, after] = sentences.slice(index, index + 2);
  if (!passage || !after) throw new Error('module 1 has no short sentence');
  await openPage(page, FIRST);
  await expect(page.getByRole('button', { name: 'Meer bij het lezen' })).toBeVisible();
  await select(page, passage.id, passage.id);
  await page.getByRole('button', { name: 'Herhaal selectie' }).click();
  await expect(page.getByRole('button', { name: 'Herhaal selectie' })).toHaveCount(0);
  await expect(playerOn(page).pause).toBeVisible();
  const readTime = async () => (await engineFacts(page)).currentTime;
  await noteJumps(page);
  await hurry(page);
  for (let round = 1; round <= 2; round += 1) {
    await expect.poll(() => page.evaluate(() => window.jumps.length)).toBeGreaterThanOrEqual(round);
  }
  for (const time of await page.evaluate(() => window.jumps)) {
    expect(time).toBeGreaterThan(passage.startTime - 0.2);
    expect(time).toBeLessThan(passage.startTime + 1);
  }
  await page.getByRole('button', { name: 'Stop herhalen' }).click();
  await expect.poll(readTime).toBeGreaterThan(passage.endTime + 1);
  await expect(page.getByRole('button', { name: 'Stop herhalen' })).toHaveCount(0);
});

test('a passage from here to there repeats, by keys alone; shift and arrows select sentences', async ({
  page,
  site,
}) => {
  const sentences = await loadSentences(site, 'even-niet-weten');
  const [first, second, third] = sentences.slice(4, 7);
  if (!first || !second || !third) throw new Error('module 1 has too few sentences');
  const player = playerOn(page);
  await openPage(page, `${FIRST}?t=${Math.ceil(first.startTime + 0.5)}`);
  const menu = page.getByRole('button', { name: 'Meer bij het lezen' });
  const pressItem = async (name: string) => {
    await menu.press('Enter');
    await page.getByRole('button', { name, exact: true }).press('Enter');
  };
  const bar = page.getByRole('group', { name: /^Herhalen vanaf \d+:\d\d$/ });
  await pressItem('Herhaal vanaf hier');
  await bar.getByRole('button', { name: 'Toch niet herhalen' }).press('Enter');
  await expect(bar).toHaveCount(0);
  await expect(menu).toBeFocused();
  await pressItem('Herhaal vanaf hier');
  await expect(bar.getByRole('button', { name: 'Herhaal tot hier' })).toBeFocused();
  await player.seek(Math.ceil(third.startTime + 0.5));
  await bar.getByRole('button', { name: 'Herhaal tot hier' }).press('Enter');
  await expect(player.pause).toBeVisible();
  const { currentTime } = await engineFacts(page);
  expect(currentTime).toBeGreaterThan(first.startTime - 0.2);
  expect(currentTime).toBeLessThan(second.startTime);
  const stop = page.getByRole('button', { name: 'Stop herhalen' });
  await expect(stop).toBeFocused();
  await noteJumps(page);
  await player.seek(Math.floor(third.endTime - 1));
  await expect.poll(() => page.evaluate(() => window.jumps.length)).toBeGreaterThanOrEqual(2);
  const [, back] = await page.evaluate(() => window.jumps);
  expect(Math.abs((back ?? 0) - first.startTime)).toBeLessThan(1);
  await stop.press('Enter');
  await expect(menu).toBeFocused();

  const line = page.locator(`a[data-sentence="${first.id}"]`);
  await line.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const selected = await page.evaluate(() => String(getSelection()).replace(/\s+/g, ' ').trim());
  expect(selected).toBe(`${first.text} ${second.text} ${third.text}`);
  await expect(page.getByRole('button', { name: 'Herhaal selectie' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: 'Herhaal selectie' })).toHaveCount(0);
});

/** Notes, in the page itself, where every jump of the sound led. */
async function noteJumps(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.jumps = [];
    const sound = window.sounds.find(({ currentSrc }) => currentSrc.includes('/media/'));
    sound?.addEventListener('seeked', () => window.jumps.push(sound.currentTime));
  });
}

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-write'] });

  // The site may not read the clipboard, so what is written is caught on its way.
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      window.copied = [];
      const { writeText } = Clipboard.prototype;
      Clipboard.prototype.writeText = async function write(this: Clipboard, text) {
        await writeText.call(this, text);
        window.copied.push(text);
      };
    });
  });

  test('the sentence or the selection with its time and a link', async ({ page, site }) => {
    const sentences = await loadSentences(site, 'even-niet-weten');
    const sentence = sentences[9];
    const [first, second] = sentences.slice(2, 4);
    if (!sentence || !first || !second) throw new Error('module 1 has too few sentences');
    const clipboard = () => page.evaluate(() => window.copied.at(-1));
    await openPage(page, `${FIRST}?t=${Math.ceil(sentence.startTime)}`);
    await choose(page, 'Kopieer met tijd');
    await expect(page.getByText('Tekst met tijd gekopieerd')).toBeVisible();
    const from = Math.floor(sentence.startTime);
    const clock = `${Math.floor(from / 60)}:${String(from % 60).padStart(2, '0')}`;
    expect(await clipboard()).toBe(
      `“${sentence.text}”\n${TITLES['even-niet-weten']}, ${clock}\n` +
        `${site.url}twee-werelden/even-niet-weten/?t=${from}`,
    );

    await select(page, first.id, second.id);
    await page.getByRole('button', { name: 'Kopieer met tijd' }).click();
    await expect.poll(clipboard).toContain(`“${first.text} ${second.text}”`);
    expect(await clipboard()).toContain(`?t=${Math.floor(first.startTime)}`);
  });

  test('this moment, where there is no share sheet', async ({ page, site }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'share');
    });
    await openPage(page, FIRST);
    await playerOn(page).seek(42);
    await choose(page, 'Deel dit moment');
    await expect(page.getByText('Link gekopieerd')).toBeVisible();
    expect(await page.evaluate(() => window.copied)).toEqual([
      `${site.url}twee-werelden/even-niet-weten/?t=42`,
    ]);
  });
});

test('this moment goes to the share sheet where there is one', async ({ page, site }) => {
  await page.addInitScript(() => {
    window.shared = [];
    Navigator.prototype.share = async (data) => void window.shared.push(data ?? {});
  });
  await openPage(page, FIRST);
  await playerOn(page).seek(42);
  await choose(page, 'Deel dit moment');
  await expect
    .poll(() => page.evaluate(() => window.shared))
    .toEqual([
      {
        title: TITLES['even-niet-weten'],
        url: `${site.url}twee-werelden/even-niet-weten/?t=42`,
      },
    ]);
});

test('the screen stays on while reading along, and only then', async ({ page }) => {
  await page.addInitScript(() => {
    window.awake = { asked: 0, released: 0 };
    Object.defineProperty(Navigator.prototype, 'wakeLock', {
      get: () => ({
        async request() {
          window.awake.asked += 1;
          return {
            async release() {
              window.awake.released += 1;
            },
          };
        },
      }),
    });
  });
  const player = playerOn(page);
  const awake = () => page.evaluate(() => window.awake);
  await openPage(page, FIRST);
  await expect(page.getByRole('button', { name: 'Meer bij het lezen' })).toBeVisible();
  expect(await awake()).toEqual({ asked: 0, released: 0 });
  await player.start();
  await expect.poll(awake).toEqual({ asked: 1, released: 0 });
  await player.stop();
  await expect.poll(awake).toEqual({ asked: 1, released: 1 });
  await player.start();
  await expect.poll(awake).toEqual({ asked: 2, released: 1 });
  await page.getByRole('link', { name: 'Notities' }).click();
  await expect.poll(awake).toEqual({ asked: 2, released: 2 });
});

test('single keys work the player, but not while typing and not on a control', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await expect(page.getByRole('button', { name: 'Meer bij het lezen' })).toBeVisible();
  await player.seek(60);
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('l');
  await expect.poll(player.position).toBe(90);
  await page.keyboard.press('j');
  await expect.poll(player.position).toBe(75);
  await page.keyboard.press('m');
  await expect(player.region.getByText('Gemarkeerd bij 1:15')).toBeVisible();
  await page.keyboard.press('Control+l');
  await page.keyboard.press('k');
  await expect(player.pause).toBeVisible();
  await page.keyboard.press('Space');
  await expect(player.play).toBeVisible();

  const { currentTime } = await engineFacts(page);
  await page.getByRole('button', { name: 'Zoek in tekst' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('searchbox', { name: 'Zoek in tekst' })).toBeFocused();
  await page.keyboard.type('kjl m');
  await expect(page.getByRole('searchbox', { name: 'Zoek in tekst' })).toHaveValue('kjl m');
  await expect(player.play).toBeVisible();
  expect((await engineFacts(page)).currentTime).toBe(currentTime);
});

test('a link goes to its second in the module that plays, and counts once', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.start();
  await expectSoundGoesOn(page);
  await page.evaluate((address) => {
    history.pushState(undefined, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `${FIRST}?t=100`);
  await expect.poll(async () => (await engineFacts(page)).currentTime).toBeGreaterThanOrEqual(100);
  expect((await engineFacts(page)).currentTime).toBeLessThan(103);
  await expect(page).toHaveURL(FIRST);
  await expect(player.pause).toBeVisible();

  await player.seek(150);
  await page.getByRole('link', { name: 'Notities' }).click();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES['even-niet-weten']);
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).currentTime).toBeGreaterThanOrEqual(150);
});

test('a link beats the position of a module that is paused, unless it points past the sound', async ({
  page,
}) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.seek(30);
  const follow = (time: number) =>
    page.evaluate((address) => {
      history.pushState(undefined, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `${FIRST}?t=${time}`);
  await follow(100);
  await expect.poll(player.position).toBe(100);
  await follow(99_999);
  await expect(page.getByText('De link wijst naar een plek die er niet is.')).toBeVisible();
  expect(await player.position()).toBe(100);
});

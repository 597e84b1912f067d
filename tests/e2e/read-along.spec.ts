/** Reading along: which sentence is marked, how to play from one, and how to read without being carried along. */
import type { Page } from '@playwright/test';
import type { Seconds } from '../../src/model/units.ts';
import { expect, openPage, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn, hasPlayed } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { loadSentences, moduleAddress } from './route-pages.ts';

const FIRST = moduleAddress('even-niet-weten');

/** Notes, in the page itself, the time of the sound at which each sentence was marked. */
async function noteMarks(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.marks = new Map();
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (!(target instanceof HTMLElement) || target.ariaCurrent === null) continue;
        const element = window.sounds.find(({ currentSrc }) => currentSrc !== '');
        window.marks.set(target.dataset.sentence ?? '', element?.currentTime ?? 0);
      }
    }).observe(document.body, { subtree: true, attributeFilter: ['aria-current'] });
  });
}

test('the sentence that is spoken is marked, and the mark moves on', async ({ page, site }) => {
  const sentences = await loadSentences(site, 'even-niet-weten');
  const player = playerOn(page);
  const spoken = page.getByRole('region', { name: 'Meelezen' }).locator('a[aria-current="true"]');
  await openPage(page, FIRST);
  await noteMarks(page);
  await player.start();
  for (const index of [0, 7, 20]) {
    const [now, next] = sentences.slice(index, index + 2);
    if (!now || !next) throw new Error('module 1 has too few sentences');
    await player.seek(Math.ceil(next.startTime) - 2);
    await expect(spoken).toHaveText(now.text);
    await expect(spoken).toHaveText(next.text);
    const markedAt = await page.evaluate((id) => window.marks.get(id) ?? 0, next.id);
    expect(markedAt).toBeGreaterThanOrEqual(next.startTime);
    // The element tells its time at least every 270 ms; the rest is for a busy machine.
    expect(markedAt).toBeLessThan(next.startTime + 0.7);
  }
  await expect(spoken).toHaveCount(1);
});

test('a click on a sentence plays from there', async ({ page, site }) => {
  const sentences = await loadSentences(site, 'even-niet-weten');
  const target = sentences[12];
  if (!target) throw new Error('module 1 has too few sentences');
  const text = page.getByRole('region', { name: 'Meelezen' });
  await openPage(page, FIRST);
  const link = text.getByRole('link', { name: target.text });
  await expect(link).toHaveAttribute('href', `${FIRST}?t=${Math.floor(target.startTime)}`);
  await link.click();
  await expect(playerOn(page).pause).toBeVisible();
  await expect(link).toHaveAttribute('aria-current', 'true');
  await expectSoundGoesOn(page);
  const { currentTime } = await engineFacts(page);
  expect(currentTime).toBeGreaterThanOrEqual(target.startTime);
  expect(currentTime).toBeLessThan(target.startTime + 3);
  await expect(page).toHaveURL(FIRST);
});

test('the text is one tab stop: arrows move, Enter plays, a link leads past it', async ({
  page,
  site,
}) => {
  const sentences = await loadSentences(site, 'even-niet-weten');
  const text = page.getByRole('region', { name: 'Meelezen' });
  const focused = page.locator(':focus');
  await openPage(page, FIRST);
  await expect(text.locator('a[data-sentence]')).toHaveCount(sentences.length);
  await expect(text.locator('a[data-sentence][tabindex="0"]')).toHaveCount(1);

  await text.getByRole('link', { name: 'Sla de tekst over' }).focus();
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText(sentences[0]?.text ?? '');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveText(sentences[2]?.text ?? '');
  await page.keyboard.press('ArrowUp');
  await expect(focused).toHaveText(sentences[1]?.text ?? '');
  await expect(text.locator('a[data-sentence][tabindex="0"]')).toHaveCount(1);
  expect(await hasPlayed(page)).toBe(false);

  await page.keyboard.press('Tab');
  await expect(focused).not.toHaveAttribute('data-sentence');
  await page.keyboard.press('Shift+Tab');
  await expect(focused).toHaveText(sentences[1]?.text ?? '');
  await page.keyboard.press('Enter');
  await expectSoundGoesOn(page);
  const { currentTime } = await engineFacts(page);
  expect(currentTime).toBeGreaterThanOrEqual(sentences[1]?.startTime ?? 0);
  expect(currentTime).toBeLessThan((sentences[1]?.startTime ?? 0) + 3);

  await text.getByRole('link', { name: 'Sla de tekst over' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const isBehindText = await focused.evaluate((element) => {
    const lines = [...document.querySelectorAll('[data-sentence]')];
    const last = lines.at(-1);
    return last !== undefined && Boolean(last.compareDocumentPosition(element) & 4);
  });
  expect(isBehindText).toBe(true);
});

test('after scrolling by hand the text stays, and Terug naar nu leads back', async ({ page }) => {
  const player = playerOn(page);
  const toNow = page.getByRole('button', { name: 'Terug naar nu' });
  const spoken = page.locator('a[aria-current="true"][data-sentence]');
  await page.setViewportSize({ width: 390, height: 740 });
  await openPage(page, `${FIRST}?t=10`);
  await player.start();
  await expect(spoken).toBeVisible();
  await expect(toNow).toHaveCount(0);
  await page.mouse.move(190, 300);
  const settled = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        addEventListener('scrollend', () => resolve(), { once: true });
      }),
  );
  await page.mouse.wheel(0, 2500);
  await settled;
  await expect(toNow).toBeInViewport();
  await expect(spoken).not.toBeInViewport();
  // The last sentence as it stands on screen: what changes above the text may move the page, not the text.
  const place = async () => (await page.locator('a[data-sentence]').last().boundingBox())?.y ?? 0;
  const before = await place();
  const words = (await spoken.textContent()) ?? '';
  await expect(spoken).not.toHaveText(words, { timeout: 15_000 });
  expect(await place()).toBeCloseTo(before, 0);

  await toNow.click();
  await expect(spoken).toBeInViewport();
  await expect(toNow).toHaveCount(0);
});

test('selecting text does not play', async ({ page }) => {
  const text = page.getByRole('region', { name: 'Meelezen' });
  await openPage(page, FIRST);
  const line = text.locator('a[data-sentence]').nth(1);
  await line.scrollIntoViewIfNeeded();
  const box = await line.evaluate((element) => {
    const [first] = element.getClientRects();
    return first && { left: first.left, right: first.right, y: first.top + first.height / 2 };
  });
  if (!box) throw new Error('the sentence is not on screen');
  await page.mouse.move(box.left + 4, box.y);
  await page.mouse.down();
  await page.mouse.move(box.right - 4, box.y, { steps: 8 });
  await page.mouse.up();
  expect(await page.evaluate(() => getSelection()?.toString().length)).toBeGreaterThan(5);
  expect(await hasPlayed(page)).toBe(false);
  await expect(playerOn(page).play).toBeVisible();
  await expect(playerOn(page).play).not.toHaveAttribute('aria-busy', 'true');
});

declare global {
  interface Window {
    /** By the id of the sentence. */
    marks: Map<string, Seconds>;
  }
}

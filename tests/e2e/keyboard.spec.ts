/**
 * The main job with the keyboard alone, and by what is told alone: start, pause, open a module, answer, come
 * back later, read the notes, download, meet an error.
 */
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn, hasPlayed } from './engine-facts.ts';
import { finishAll } from './listener.ts';
import { hurry, playerOn } from './player-controls.ts';
import { pretendIphone } from './rare-screens.ts';
import { moduleAddress, ROUTE, TITLES } from './route-pages.ts';
import { expectSpoken, spoken, watchSpoken } from './spoken.ts';

const FIRST = moduleAddress('even-niet-weten');

/** Presses Tab until the focus is on something with this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
      return element?.getAttribute('aria-label') ?? (label ?? element)?.textContent ?? '';
    });
    if (name.test(focused)) return;
    seen.push(focused.slice(0, 40));
  }
  throw new Error(`Tab never reached ${name}; it came past\n${seen.join('\n')}`);
}

test('the main job needs no mouse and no eyes', async ({ page, context, faults }) => {
  faults.allow(/net::ERR_FAILED/);
  await watchSpoken(context);
  await page.route('**/content/**/visie-en-regie*', (request) => request.abort());
  const player = playerOn(page);
  const heading = page.getByRole('heading', { level: 1 });
  await openPage(page, ROUTE);
  await tabTo(page, /^Begin met luisteren/);
  await page.keyboard.press('Enter');
  await expect(player.pause).toBeVisible();
  await expectSoundGoesOn(page, 1.5);
  expect(await spoken(page), 'the start is not said').toEqual([]);

  await tabTo(page, /^Pauzeren$/);
  await page.keyboard.press('Space');
  await expect(player.play).toBeFocused();
  expect((await engineFacts(page)).isPaused).toBe(true);

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(FIRST);
  await expect(heading).toBeFocused();
  await page.keyboard.press('k');
  await hurry(page);
  const marked = new Set<string>();
  await expect
    .poll(async () => {
      const lines = page.locator('[data-sentence][aria-current="true"]');
      for (const id of await lines.evaluateAll((all) => all.map(({ dataset }) => dataset.sentence)))
        marked.add(id ?? '');
      return marked.size;
    })
    .toBeGreaterThanOrEqual(3);
  await page.keyboard.press('k');
  await expect(player.play).toBeVisible();
  // The hurry is the test's own: of it the app may tell.
  const said = (await spoken(page)).filter((words) => !/^3×$|^Even wachten/.test(words));
  expect(said, 'the sentences that go by are not said').toEqual([]);
  await tabTo(page, /^Positie$/);
  const before = await player.position();
  await page.keyboard.press('ArrowRight');
  await expect.poll(player.position).toBe(before + 5);

  await tabTo(page, /^Beantwoord$/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Denkvraag' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Met het toetsenbord', { delay: 120 });
  const line = dialog.getByText('Bewaard op dit toestel');
  await expect(line).toBeVisible();
  expect((await spoken(page)).join(), 'not between the letters').not.toContain('ewaard');
  await expectSpoken(page, /^Bewaard op dit toestel$/);
  await expect(line, 'heard where it is seen').toHaveCount(1);
  await page.keyboard.type(' en zonder te kijken');
  await tabTo(page, /^Later$/);
  await page.keyboard.press('Shift+Tab');
  const saved = (await spoken(page)).filter((said) => said.startsWith('Bewaard'));
  expect(saved, 'not at every key').toHaveLength(1);
  await tabTo(page, /^Later$/);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Bekijk je antwoord' })).toBeFocused();

  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
  await tabTo(page, /^Notities$/);
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Notities');
  await expect(heading).toBeFocused();
  await expect(page.getByText('Met het toetsenbord')).toBeVisible();

  await page.keyboard.press('Control+Home');
  await tabTo(page, /^Offline$/);
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Offline');
  await tabTo(page, /^Download Wat doe je morgen anders\?$/);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('button', { name: 'Verwijder download Wat doe je morgen anders?' }),
  ).toBeFocused();
  await expectSpoken(page, /^1 van 8 modules staan op je toestel$/);
  const counted = (await spoken(page)).filter((said) => /toestel$|MB|%/.test(said));
  expect(counted, 'at the end, not at every part').toEqual([
    'Bewaard op dit toestel',
    '1 van 8 modules staan op je toestel',
  ]);

  await tabTo(page, /^Route$/);
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Twee werelden, één opgave');
  await tabTo(page, /^Streef naar visie en regie/);
  await page.keyboard.press('Enter');
  await expectSpoken(page, /^Geen bereik\. Deze module staat nog niet op je toestel\./);
  await tabTo(page, /^Probeer opnieuw$/);

  await tabTo(page, /^Instellingen$/);
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Instellingen');
  await tabTo(page, /^Zoals je toestel$/);
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Donker' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the offer to install is read aloud, and its steps leave the focus where it was', async ({
  page,
  context,
}) => {
  await watchSpoken(context);
  await pretendIphone(page);
  await finishAll(page);
  await openPage(page, ROUTE);
  await expectSpoken(page, /^Je eerste module is klaar\./);
  await tabTo(page, /^Bekijk de stappen$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: /beginscherm/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bekijk de stappen' })).toBeFocused();
});

test('the first stop is a link past the menu', async ({ page }) => {
  for (const address of [ROUTE, FIRST, '/notities/']) {
    await openPage(page, address);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Naar de inhoud' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isInContent = await page.evaluate(() =>
      Boolean(document.querySelector('main')?.contains(document.activeElement)),
    );
    expect(isInContent, address).toBe(true);
  }
});

test('after every step to another page the focus is on its heading', async ({ page }) => {
  await openPage(page, ROUTE);
  const heading = page.getByRole('heading', { level: 1 });
  for (const [link, title] of [
    ['Notities', 'Notities'],
    ['Offline', 'Offline'],
    ['Instellingen', 'Instellingen'],
    ['Route', 'Twee werelden, één opgave'],
    [TITLES['neem-eigenaarschap'], TITLES['neem-eigenaarschap']],
  ] as const) {
    await page.getByRole('link', { name: link }).first().click();
    await expect(heading).toHaveText(title);
    await expect(heading).toBeFocused();
    await expect(page).toHaveTitle(`${title} · Luisterroute`);
  }
  await page.goBack();
  await expect(heading).toHaveText('Twee werelden, één opgave');
  await expect(heading).toBeFocused();
});

test('the focus stays inside an open question', async ({ page }) => {
  await openPage(page, FIRST);
  await page.getByRole('button', { name: 'Beantwoord' }).first().press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Denkvraag' });
  await expect(dialog).toBeVisible();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    const isOutside = await page.evaluate(() => {
      const { activeElement } = document;
      return (
        activeElement !== document.body &&
        !document.querySelector('dialog')?.contains(activeElement)
      );
    });
    expect(isOutside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await hasPlayed(page)).toBe(false);
});

/** Whatever has the focus shows it, and nothing that clings to an edge of the window lies over it. */
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { becomeListener } from './listener.ts';
import { playerOn } from './player-controls.ts';
import { moduleAddress } from './route-pages.ts';

// What moves from one page to the next lies over both.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The links to go by. */
const SCREENS = [
  ['Route'],
  ['Notities'],
  ['Offline'],
  ['Instellingen'],
  ['Over Luisterroute'],
  ['Toegankelijkheid'],
  ['Instellingen', 'Privacy'],
];

/** A phone, upright and on its side; a desk; and what is left of 1280 × 853 at 400 %. */
for (const [width, height] of [
  [390, 844],
  [844, 390],
  [1280, 800],
  [320, 213],
] as const) {
  test(`the focus is in sight at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await becomeListener(page);
    await openPage(page, moduleAddress('even-niet-weten'));
    const player = playerOn(page);
    await player.start();
    await player.stop();
    await tabThrough(page, 'module', 20);

    await page.getByRole('button', { name: 'Waar was ik?' }).press('Enter');
    await expect(page.getByRole('list', { name: 'Momenten' })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('list', { name: 'Momenten' }).locator(':focus')).toHaveCount(1);
    expect.soft(await page.evaluate(lookAtFocus), 'Waar was ik?').toEqual({ isEnd: false });
    await page.keyboard.press('Escape');

    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Beantwoord', exact: true }).first().press('Enter');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    for (let step = 0; step < 8; step += 1) {
      expect.soft((await page.evaluate(lookAtFocus)).fault, 'Denkvraag').toBeUndefined();
      await page.keyboard.press(step < 4 ? 'Tab' : 'Shift+Tab');
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    for (const links of SCREENS) {
      for (const link of links) {
        await page.getByRole('link', { name: link, exact: true }).press('Enter');
        await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      }
      await expect(player.region, 'the small player').toHaveCount(1);
      await tabThrough(page, links.join(), 7);
    }
  });
}

/** From the first stop to the last and back. @param least - So many stops there are at least. */
async function tabThrough(page: Page, screen: string, least: number): Promise<void> {
  const faults = new Set<string>();
  const skip = page.getByRole('link', { name: 'Naar de inhoud' });
  await skip.focus();
  for (const key of ['Tab', 'Shift+Tab']) {
    let stops = 0;
    for (; stops < 150; stops += 1) {
      await page.keyboard.press(key);
      const { isEnd, fault } = await page.evaluate(lookAtFocus);
      if (isEnd) break;
      if (fault !== undefined) faults.add(`${key}: ${fault}`);
    }
    expect(stops, screen).toBeGreaterThanOrEqual(least);
  }
  expect.soft([...faults], screen).toEqual([]);
}

/** What is wrong with how the focus shows: nothing when it has a ring and its middle is in sight. */
function lookAtFocus(): { isEnd: boolean; fault?: string } {
  const element = document.activeElement;
  const isEnd = element === document.body || element?.getAttribute('href') === '#inhoud';
  if (!element || isEnd) return { isEnd: true };
  const name = element.outerHTML.slice(0, 120);
  // A drawn choice has the ring, and the place, of its unseen input.
  const label = element.closest('label');
  const rung = [element, label, element.parentElement, element.nextElementSibling];
  const hasRing = rung.some((one) => one && getComputedStyle(one).outlineStyle !== 'none');
  if (!hasRing) return { isEnd, fault: `no ring: ${name}` };
  const shown = label ?? element;
  // A sentence can begin on one line and end on the next.
  const isSeen = [...shown.getClientRects()].some((box) => {
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return shown.contains(top);
  });
  return isSeen ? { isEnd } : { isEnd, fault: `hidden: ${name}` };
}

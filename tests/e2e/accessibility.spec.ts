/** Accessibility that a machine can check: axe on every page and state, both themes, small screens and targets. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { playerOn } from './player-controls.ts';
import { answerQuestion, openQuestion } from './questions.ts';
import { ADDRESSES, moduleAddress, ROUTE } from './route-pages.ts';

const FIRST = moduleAddress('even-niet-weten');

/** Ways to bring the app into a state worth a look, by name. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  ...Object.fromEntries(
    ADDRESSES.map((address) => [address, (page: Page) => openPage(page, address)]),
  ),
  'an open question': async (page) => {
    await openPage(page, FIRST);
    const sheet = await openQuestion(page, 'jouw-vraag');
    await sheet.answer.fill('Een antwoord');
    await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  },
  'an open plan': async (page) => {
    await openPage(page, moduleAddress('wat-doe-je-morgen'));
    await openQuestion(page, 'mijn-als-dan');
  },
  'a recall question with its example': async (page) => {
    await openPage(page, moduleAddress('overbrug-taal'));
    const { dialog } = await openQuestion(page, 'waarom-een-vraag');
    await dialog.getByText('Bekijk een voorbeeldantwoord').click();
  },
  'notes with an answer, and the mini player': async (page) => {
    await openPage(page, FIRST);
    await answerQuestion(page, 'jouw-vraag', 'Een antwoord');
    await playerOn(page).start();
    await page.getByRole('link', { name: 'Notities' }).click();
    await expect(page.getByText('Een antwoord')).toBeVisible();
    await expect(playerOn(page).pause).toBeVisible();
  },
  'reading along while it plays': async (page) => {
    await openPage(page, `${FIRST}?t=12`);
    await playerOn(page).start();
    await expect(page.locator('a[aria-current="true"][data-sentence]')).toBeVisible();
  },
  'the menus of the player': async (page) => {
    await openPage(page, FIRST);
    await playerOn(page).chapters.click();
    await expect(page.getByRole('list', { name: 'Hoofdstukken' })).toBeVisible();
  },
  'the speed menu': async (page) => {
    await openPage(page, FIRST);
    await playerOn(page).speed.click();
    await expect(page.getByRole('group', { name: 'Snelheid' })).toBeVisible();
  },
};

/**
 * Links inside running text, and each sentence of it, are as small as their letters: WCAG 2.5.8 leaves
 * these out, because a line would have to grow with them. The skip links are for the keyboard alone.
 */
const INLINE = 'p a, li a[data-sentence], [data-sentence], dd a, a[href^="#"]';

const TARGETS =
  'button, input, textarea, summary, label:has(input), nav a, ol a, a[class*="action"]';

test.describe('every page and state', () => {
  test.use({ reducedMotion: 'reduce', viewport: { width: 390, height: 844 } });

  for (const [name, reach] of Object.entries(STATES)) {
    test(name, async ({ page, faults }) => {
      faults.allow(/status of 404/);
      await reach(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await findViolations(page), colorScheme).toEqual([]);
      }
      expect(await findSmallTargets(page), 'smaller than a finger').toEqual([]);
      await page.setViewportSize({ width: 320, height: 568 });
      expect(await findOverflow(page), 'sticks out').toEqual([]);
      await page.evaluate(() => {
        document.documentElement.dataset.textSize = 'larger';
      });
      expect(await findOverflow(page), 'sticks out with larger text').toEqual([]);
    });
  }
});

/** What axe has against the page, one line per rule. */
async function findViolations(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  if (!passes.some(({ id }) => id === 'color-contrast')) throw new Error('axe saw no text');
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  );
}

/** What is to be touched and is smaller than 44 pixels in a direction. */
async function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ targets, inline }) =>
      [...document.querySelectorAll<HTMLElement>(targets)]
        .filter((element) => element.checkVisibility() && !element.matches(inline))
        // A choice is touched by its words as well.
        .map((element) => element.closest('label') ?? element)
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
        .map(
          ({ element, box }) =>
            `${element.outerHTML.slice(0, 120)}: ${box.width.toFixed(0)}×${box.height.toFixed(0)}`,
        ),
    { targets: TARGETS, inline: INLINE },
  );
}

/** What makes the page scroll sideways. */
async function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const outside = [...document.querySelectorAll('body *')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.right > width + 0.5)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)}: ${box.right.toFixed(0)}`);
    return outside.length > 0 ? outside : ['the page itself'];
  });
}

test('a chosen theme wins over that of the device, from the first paint', async ({
  page,
  faults,
}) => {
  faults.allow(/net::ERR_FAILED/);
  await page.emulateMedia({ colorScheme: 'light' });
  await openPage(page, '/instellingen/');
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole('radio', { name: 'Donker' }).check();
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  // Without the app's own code: only what stands in the head.
  await page.route('**/assets/index-*.js', (request) => request.abort());
  await page.goto(ROUTE, { waitUntil: 'domcontentloaded' });
  expect(await paper()).toBe(dark);
});

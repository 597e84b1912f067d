/** What comes on paper: one's own words in full, nothing of the screen around them, and nothing beside the sheet. */
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { openPaper, PAPER_SIZE } from './papers.ts';
import { openQuestion } from './questions.ts';
import { moduleAddress, ROUTE } from './route-pages.ts';

const FIRST = moduleAddress('even-niet-weten');

// Paper is white, also for who has dark screens.
test.use({ viewport: PAPER_SIZE, colorScheme: 'dark' });

/** Looks at the paper instead of the screen, and whether all of it is on the sheet. */
async function turnToPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const beside = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.getClientRects().length > 0)
      // A picture ends at its frame.
      .filter((element) => !element.matches('svg *, .visually-hidden, .visually-hidden *'))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 100)),
  );
  expect(beside).toEqual([]);
}

/** Prints, and turns back to the screen; the sheet is gone afterwards. */
async function print(page: Page): Promise<void> {
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: 'screen' });
}

test('the workbook has every word, the conversation sheet none of them, and the pages of the route print as text', async ({
  page,
}) => {
  await openPage(page, FIRST);
  const sheet = await openQuestion(page, 'laatste-keer');
  // 20,000 characters, and among them a word that no line can hold.
  const words = `Mijn eigen woorden. ${'w'.repeat(500)} ${'en zo voort '.repeat(1623)}Einde`;
  await sheet.answer.fill(words);
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await sheet.later.click();
  await expect(sheet.dialog).toBeHidden();

  const around = page.getByRole('navigation', { name: 'Hoofdmenu' });
  const paper = page.locator('[data-printout]');
  await openPaper(page, 'Werkboek');
  await turnToPaper(page);
  const printed = await paper.getByText('Mijn eigen woorden.').textContent();
  expect(printed === words, 'every word is there').toBe(true);
  await expect(around).toBeHidden();
  await print(page);
  await openPaper(page, 'Gespreksblad');
  await turnToPaper(page);
  await expect(paper.getByRole('heading', { name: 'Wat nemen we mee?' })).toBeVisible();
  await expect(paper.getByText('Mijn eigen woorden.')).toHaveCount(0);
  await expect(around).toBeHidden();
  await print(page);

  for (const address of [ROUTE, FIRST]) {
    await openPage(page, address);
    await turnToPaper(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(around).toBeHidden();
    await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
    // What leads somewhere else on the screen, and the picture that takes half a sheet.
    await expect(page.getByRole('link', { name: 'op je toestel' })).toHaveCount(0);
    await expect(page.locator('svg[viewBox="0 0 600 260"]')).not.toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 0, 0)');
    await print(page);
  }
});

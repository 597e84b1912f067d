/** What the notes page puts on paper, brought before the eye. */
import { expect, type Page } from '@playwright/test';
import { openPage } from './app-start.ts';
import { becomeListener } from './listener.ts';
import type { Reach } from './screens.ts';

/** What is between the margins of a sheet of A4, in CSS pixels. */
export const PAPER_SIZE = { width: 643, height: 978 };

/** By name; the media must still become print. */
export const PAPERS: Readonly<Record<string, Reach>> = {
  werkboek: async (page) => {
    await becomeListener(page);
    await openPaper(page, 'Werkboek');
  },
  gespreksblad: async (page) => {
    await becomeListener(page);
    await openPaper(page, 'Gespreksblad');
  },
};

/** Has drawn what the print dialog asks for, without the dialog. */
export async function openPaper(page: Page, name: string): Promise<void> {
  await openPage(page, '/notities/');
  await page.evaluate(() => {
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });
  await page.getByRole('button', { name: 'Exporteren' }).click();
  await page.getByRole('button', { name: `${name} afdrukken of als pdf` }).click();
  await expect(page.locator('[data-printout] h1')).toHaveCount(1);
}

/** Every way out of the notebook besides the backup: one note, all of them, for a team, for other programs. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { answerQuestion } from './questions.ts';
import { loadModule, moduleAddress } from './route-pages.ts';
import { storeRecords } from './stored-data.ts';

const WORDS = 'Wij bellen *eerst* de wijk.';

/** Catches what the page gives away; a way that is refused fails as a browser fails it. */
async function watchWays(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.given = { shared: [], copied: [] };
    window.refused = [];
    const give = async (way: 'shared' | 'copied', text: string | undefined) => {
      if (window.refused.includes(way)) throw new DOMException('no', 'NotAllowedError');
      window.given[way].push(text ?? '');
    };
    Object.defineProperty(navigator, 'share', {
      value: (data: ShareData) => give('shared', data.text),
    });
    const { write } = Clipboard.prototype;
    Clipboard.prototype.write = async function copy(this: Clipboard, items) {
      const content = await items[0]?.getType('text/plain');
      await give('copied', await content?.text());
      await write.call(this, items);
    };
    // The way of older browsers.
    Clipboard.prototype.writeText = (text) => give('copied', text);
  });
}

const given = (page: Page) => page.evaluate(() => window.given);

/** Presses, and reads the file that comes. */
async function takeFile(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download');
  await button.click();
  const file = await downloading;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('one note, all notes, a sheet for the team, and what cannot be read', async ({
  page,
  site,
}) => {
  await watchWays(page);
  const { questions } = await loadModule(site, 'even-niet-weten');
  const question = questions.find(({ id }) => id === 'laatste-keer');
  await openPage(page, moduleAddress('even-niet-weten'));
  await answerQuestion(page, 'laatste-keer', WORDS);
  await storeRecords(page, { notes: [{ id: 'kapot', kind: '?' }] });
  await openPage(page, '/notities/');

  // One note: through the share sheet, as a copy where that cannot be opened, and else it is told.
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: WORDS });
  const share = card.getByRole('button', { name: 'Deel deze notitie' });
  await share.click();
  await expect.poll(async () => (await given(page)).shared).toHaveLength(1);
  const [shared = ''] = (await given(page)).shared;
  expect(shared).toContain(question?.text);
  expect(shared).toContain('Wij bellen');
  await page.evaluate(() => {
    window.refused = ['shared'];
  });
  await share.click();
  const told = (words: string) => card.getByRole('status').filter({ hasText: words });
  await expect(told('Gekopieerd')).toHaveCount(1);
  expect((await given(page)).copied).toEqual([shared]);
  await page.evaluate(() => {
    window.refused = ['shared', 'copied'];
  });
  await share.click();
  await expect(told('Delen en kopiëren lukken nu niet.')).toBeVisible();

  await expect(page.getByText('Eén bewaard stuk is niet te lezen.')).toBeVisible();
  const unreadable = page.getByRole('button', { name: 'Exporteer wat niet te lezen is' });
  const damaged = await takeFile(page, unreadable);
  expect(damaged.name).toMatch(/-onleesbaar\.json$/);
  expect(damaged.text).toContain('kapot');

  await page.getByRole('button', { name: 'Exporteren' }).click();
  const sheet = page.getByRole('dialog', { name: 'Je notities meenemen' });
  const press = (name: string) => sheet.getByRole('button', { name });
  await press('Kopieer alles').click();
  await expect(sheet.getByRole('status')).toContainText('Dat lukt nu niet.');
  await page.evaluate(() => {
    window.refused = [];
  });
  await press('Kopieer alles').click();
  await expect(sheet.getByRole('status')).toHaveText('Alles is gekopieerd.');
  expect((await given(page)).copied.at(-1)).toContain('Wij bellen');
  await sheet.getByText('Naar een ander toestel').click();
  await expect(sheet.getByText('Open Luisterroute op het andere toestel.')).toBeVisible();

  const markdown = await takeFile(page, press('Als tekst (Markdown)'));
  expect(markdown.name).toMatch(/^luisterroute-[\d-]+-notities\.md$/);
  expect(markdown.text).toContain(question?.text);
  expect(markdown.text).toContain('Wij bellen \\*eerst\\* de wijk.');
  const annotations = await takeFile(page, press('Voor andere programma’s'));
  const [annotation, ...others] = annotations.text.trimEnd().split('\n');
  expect(others).toEqual([]);
  expect(JSON.parse(annotation ?? '')).toMatchObject({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    motivation: 'replying',
    body: { value: WORDS },
    target: {
      source: `${site.url}twee-werelden/even-niet-weten/`,
      selector: [{ type: 'FragmentSelector', value: expect.stringMatching(/^t=[\d.]+$/) }, {}],
    },
  });
  const conversation = await takeFile(page, press('Gespreksblad als tekst'));
  expect(conversation.text).toContain(question?.text);
  expect(conversation.text).not.toContain('Wij bellen');
});

declare global {
  interface Window {
    given: { shared: string[]; copied: string[] };
    refused: string[];
  }
}

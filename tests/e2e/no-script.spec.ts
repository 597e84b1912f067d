/** Without any JavaScript: everything that can be read is there, and every page leads to the others. */
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { loadModule, MODULE_IDS, moduleAddress, ROUTE, TITLES } from './route-pages.ts';

test.use({ javaScriptEnabled: false });

test('the route shows its modules, its story and where they lead', async ({ page }) => {
  for (const address of ['/', ROUTE]) {
    const response = await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Twee werelden, één opgave');
    const links = page.getByRole('list', { name: 'Modules' }).getByRole('link');
    await expect(links).toHaveCount(8);
    for (const [index, id] of MODULE_IDS.entries()) {
      await expect(links.nth(index)).toHaveAccessibleName(new RegExp(`^${literally(TITLES[id])}`));
      await expect(links.nth(index)).toHaveAttribute('href', moduleAddress(id));
    }
    await expect(page.getByText('De route is onafhankelijk en geïnspireerd op')).toBeVisible();
    // The tool that switches scripts off still lets the browser skip what stands in `noscript`.
    expect(await response?.text()).toMatch(/<noscript>.*werkt alleen met JavaScript.*<\/noscript>/);
  }
});

test('every module shows its whole text, its questions and its sources', async ({ page, site }) => {
  for (const id of MODULE_IDS) {
    const module = await loadModule(site, id);
    const response = await page.goto(moduleAddress(id));
    expect(response?.status()).toBe(200);
    await expect(page).toHaveTitle(`${TITLES[id]} · Luisterroute`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES[id]);
    const sentences = module.chapters.flatMap(({ blocks }) => blocks.flatMap(sentencesOf));
    const words = sentences.map(({ content }) => content.map(({ text }) => text).join(''));
    expect(words.length).toBeGreaterThan(10);
    await expect(page.locator('[data-sentence]').first()).toBeVisible();
    expect(await page.locator('[data-sentence]').allTextContents()).toEqual(words);
    const headings = await page.getByRole('heading', { level: 3 }).allTextContents();
    expect(headings).toEqual(expect.arrayContaining(module.chapters.map(({ title }) => title)));
    const text = await page.getByRole('article').innerText();
    for (const question of module.questions) expect(text).toContain(question.text);
    const sources = page.getByRole('region', { name: 'Bronnen' }).getByRole('listitem');
    const lines = await sources.allTextContents();
    expect(lines).toHaveLength(module.sources.length);
    for (const [index, source] of module.sources.entries()) {
      expect(lines[index]).toContain(source.title);
      expect(lines[index]).toContain(source.publisher);
    }
  }
});

test('the other pages have their heading and the main menu', async ({ page }) => {
  for (const [address, title] of [
    ['/notities/', 'Notities'],
    ['/offline/', 'Offline'],
    ['/instellingen/', 'Instellingen'],
    ['/over/', 'Over Luisterroute'],
    ['/toegankelijkheid/', 'Toegankelijkheid'],
    ['/privacy/', 'Privacy'],
    ['/bestaat-niet/', 'Deze pagina bestaat niet'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const menu = page.getByRole('navigation', { name: 'Hoofdmenu' });
    await expect(menu.getByRole('link')).toHaveText([
      'Route',
      'Notities',
      'Offline',
      'Instellingen',
    ]);
  }
});

test('nothing is offered that cannot work, and nothing is told that is not known', async ({
  page,
}) => {
  const addresses = [ROUTE, moduleAddress('even-niet-weten'), '/notities/', '/offline/'];
  for (const address of [...addresses, '/instellingen/', '/over/']) {
    await page.goto(address);
    const main = page.getByRole('main');
    for (const role of ['button', 'textbox', 'searchbox', 'checkbox', 'combobox', 'radio'] as const)
      await expect(main.getByRole(role), `${role} on ${address}`).toHaveCount(0);
    await expect(main.getByText('toestel').filter({ visible: true })).toHaveCount(0);
    await expect(main.getByRole('link', { name: /Zoek/ })).toHaveCount(0);
    const hollow = await main
      .getByRole('heading', { level: 2 })
      .evaluateAll((headings) =>
        headings
          .filter((heading) => heading.closest('section')?.innerText.trim() === heading.textContent)
          .map((heading) => heading.textContent),
      );
    expect(hollow, `headings with nothing below on ${address}`).toEqual([]);
  }
});

function sentencesOf(block: Awaited<ReturnType<typeof loadModule>>['chapters'][0]['blocks'][0]) {
  if (block.kind === 'paragraph') return block.sentences;
  return block.kind === 'list' ? block.items.flat() : [];
}

function literally(text: string): string {
  return text.replaceAll(/[?.]/g, '\\$&');
}

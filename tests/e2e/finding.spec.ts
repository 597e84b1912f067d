/** Finding: words in all notes and all texts, and the choice of notes. */
import { expect, openPage, test } from './app-test.ts';
import { addNotes } from './many-notes.ts';
import { openQuestion } from './questions.ts';
import { loadModule, moduleAddress, ROUTE, TITLES } from './route-pages.ts';

test('words are found in notes and texts; each result leads to its place', async ({
  page,
  context,
  site,
}) => {
  const { audio } = await loadModule(site, 'even-niet-weten');
  const anchor = { audioHash: audio?.hash ?? '', time: 30 };
  await openPage(page, '/notities/');
  await addNotes(page, [
    { id: 'een', text: 'Overleg in het café met de wijkagent', kind: 'answer', anchor },
    { id: 'twee', text: 'De gemeente belt eerst', kind: 'free' },
  ]);
  await openPage(page, ROUTE);
  await page.getByRole('link', { name: 'Zoek', exact: true }).click();
  const field = page.getByRole('searchbox', { name: 'Zoek in notities' });
  await expect(field).toBeFocused();
  // Without the accent, and only the beginning of the word.
  await field.fill('caf');
  const inNotes = page.getByRole('region', { name: 'In je notities (1)' });
  await expect(inNotes.getByRole('listitem')).toContainText('Overleg in het café');
  await expect(inNotes.locator('mark')).toHaveText('caf');
  await field.fill('cafe');
  await expect(inNotes.locator('mark')).toHaveText('café');
  await inNotes.getByRole('button', { name: 'Speel fragment bij 0:30' }).click();
  await inNotes.getByRole('button', { name: 'Stop fragment bij 0:30' }).click();

  // One letter too few is forgiven only when nothing else is found.
  await field.fill('wijkagnt');
  await expect(page.getByText('Dit lijkt erop.')).toBeVisible();
  await inNotes.getByRole('button', { name: /wijkagent/ }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('textbox')).toHaveValue('Overleg in het café met de wijkagent');
  await sheet.getByRole('button', { name: 'Klaar' }).click();
  await expect(sheet).toBeHidden();

  await field.fill('overleg');
  await page.getByRole('button', { name: /^Eigen notities/ }).click();
  await expect(page.getByText('Niets gevonden.')).toBeVisible();
  await page.getByRole('button', { name: /^Alles/ }).click();
  await field.fill('hbcxq');
  await expect(page.getByText('Niets gevonden.')).toBeVisible();

  // The texts are on the device: searching asks the network for nothing.
  await context.setOffline(true);
  await field.fill('twee werelden');
  const inTexts = page.getByRole('region', { name: /^In de teksten/ });
  const heading = inTexts.getByRole('link', { name: 'Twee werelden, één gemeente' });
  await expect(heading).toContainText('Hoofdstuk');
  await expect(heading).toHaveAttribute('href', /even-niet-weten\/\?t=\d+$/);
  const result = inTexts.getByRole('link').first();
  await expect(result.locator('mark').first()).toHaveText(/twee/i);
  const address = await result.getAttribute('href');
  expect(address).toMatch(/\?t=\d+$/);
  await context.setOffline(false);
  await result.click();
  await expect(page).toHaveURL(new RegExp(`${address?.replace('?', '\\?')}$`));
});

test('notes are chosen by what, where and when; a long list comes in parts', async ({
  page,
  site,
}) => {
  await openPage(page, moduleAddress('even-niet-weten'));
  await (await openQuestion(page, 'jouw-vraag')).later.click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('link', { name: 'Notities' }).click();
  const day = 24 * 3_600_000;
  await addNotes(
    page,
    Array.from({ length: 100 }, (_, index) => ({
      id: `n${index}`,
      text: `Notitie nummer ${index}`,
      kind: index % 2 === 0 ? ('free' as const) : ('answer' as const),
      moduleId: index < 60 ? 'even-niet-weten' : 'bepaal-de-urgentie',
      createdAt: Date.now() - (index % 10) * day,
    })),
  );
  await openPage(page, '/notities/');
  const notes = page.getByRole('main').getByRole('listitem');
  await expect(page.getByRole('button', { name: 'Alles 100' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  // Among them the question that was left for later.
  await expect(notes).toHaveCount(41);
  await page.getByRole('button', { name: 'Meer: nog 60' }).click();
  await expect(notes).toHaveCount(81);
  await page.getByRole('button', { name: 'Eigen notities 50' }).click();
  await page.getByRole('combobox', { name: 'Module' }).selectOption(TITLES['bepaal-de-urgentie']);
  await expect(notes).toHaveCount(20);
  await page.getByRole('combobox', { name: 'Wanneer' }).selectOption('Vandaag');
  await expect(notes).toHaveCount(4);
  await page.getByRole('combobox', { name: 'Wanneer' }).selectOption('Altijd');
  await page.getByRole('button', { name: 'Antwoorden 20' }).click();
  await page.getByRole('combobox', { name: 'Wanneer' }).selectOption('Vandaag');
  await expect(page.getByText('Geen notities bij deze keuze')).toBeVisible();
  await page.getByRole('button', { name: 'Toon alles' }).click();
  await expect(notes).toHaveCount(41);

  const { questions } = await loadModule(site, 'even-niet-weten');
  await page.getByRole('button', { name: 'Nog te beantwoorden 1' }).click();
  await expect(notes).toHaveCount(1);
  const question = questions.find(({ id }) => id === 'jouw-vraag')?.text ?? '';
  await expect(notes).toContainText(question);
  // A search keeps to that choice.
  const field = page.getByRole('searchbox', { name: 'Zoek in notities' });
  await field.fill(question);
  const found = page.getByRole('region', { name: 'In de teksten (1)' }).getByRole('link');
  await expect(found).toHaveAttribute('href', /#vraag-jouw-vraag$/);
  await field.fill('notitie');
  await expect(page.getByText('Niets gevonden.')).toBeVisible();
  await field.fill('');
  await page.getByRole('combobox', { name: 'Module' }).selectOption(TITLES['bepaal-de-urgentie']);
  await expect(page.getByRole('button', { name: 'Nog te beantwoorden 0' })).toBeVisible();
  await expect(notes).toHaveCount(0);
});

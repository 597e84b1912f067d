/** The notes page: the answers given so far, in the order of the route, each with its way back. */
import { expect, openPage, test } from './app-test.ts';
import { answerQuestion, openQuestion, questionCard } from './questions.ts';
import { loadModule, type ModuleId, moduleAddress, ROUTE, TITLES } from './route-pages.ts';

test('without answers it tells where they come from', async ({ page }) => {
  await openPage(page, '/notities/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notities');
  await expect(page.getByText('Nog geen antwoorden')).toBeVisible();
  await page.getByRole('link', { name: 'Naar de route' }).click();
  await expect(page).toHaveURL(ROUTE);
});

test('answers stand in the order of the route, whatever the order of writing', async ({
  page,
  site,
}) => {
  const written: [ModuleId, string, string][] = [
    ['bepaal-de-urgentie', 'half-jaar-rustig', 'Het overleg met de wijk.'],
    ['even-niet-weten', 'laatste-keer', 'Vorige week, bij de start.'],
    ['even-niet-weten', 'jouw-vraag', 'Wie neemt het over?'],
  ];
  await openPage(page, moduleAddress('wat-doe-je-morgen'));
  const { dialog, says, later } = await openQuestion(page, 'mijn-als-dan');
  await dialog.getByRole('textbox', { name: 'Als', exact: true }).fill('het overleg begint');
  await dialog.getByRole('textbox', { name: 'dan', exact: true }).fill('stel ik een vraag');
  await expect(says('Bewaard op dit toestel')).toBeVisible();
  await later.click();
  await expect(dialog).toBeHidden();
  for (const [id, question, words] of written) {
    await openPage(page, moduleAddress(id));
    await answerQuestion(page, question, words);
  }

  await openPage(page, '/notities/');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Mijn plannen',
    TITLES['even-niet-weten'],
    TITLES['bepaal-de-urgentie'],
  ]);
  const notes = page.getByRole('main').getByRole('listitem');
  await expect(notes).toHaveCount(4);
  await expect(notes.nth(0)).toContainText('Als het overleg begint');
  await expect(notes.nth(0)).toContainText('dan stel ik een vraag');
  await expect(notes.nth(1)).toContainText('Wie neemt het over?');
  await expect(notes.nth(2)).toContainText('Vorige week, bij de start.');
  await expect(notes.nth(3)).toContainText('Het overleg met de wijk.');
  const { questions } = await loadModule(site, 'even-niet-weten');
  await expect(notes.nth(1)).toContainText(questions[0]?.text ?? '');

  await notes.nth(3).getByRole('link', { name: 'Open de module' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES['bepaal-de-urgentie']);
  const card = questionCard(page, 'half-jaar-rustig');
  await expect(card).toBeInViewport();
  await expect(card.getByRole('button', { name: 'Bekijk je antwoord' })).toBeVisible();
});

test('a link to a question opens the module at the question', async ({ page }) => {
  await openPage(page, `${moduleAddress('even-niet-weten')}#vraag-laatste-keer`);
  await expect(questionCard(page, 'laatste-keer')).toBeInViewport();
});

/** A button that does its work and goes leaves the focus at a place that makes sense: never nowhere. */
import type { Locator, Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { becomeListener, becomeReturner } from './listener.ts';
import { playerOn } from './player-controls.ts';
import { sheetOn } from './questions.ts';
import { moduleAddress, ROUTE, TITLES } from './route-pages.ts';
import { storeRecords } from './stored-data.ts';

declare global {
  interface Window {
    /** What was pressed before the focus was nowhere. */
    lostAfter: string[];
  }
}

const EPISODE = 'wat-als-ik-het-mis-heb';

/** From the first key on the focus may be nowhere for one frame at most. */
test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    window.lostAfter = [];
    let pressed: string | undefined;
    let isLost = false;
    const nameOf = (element: Element | null) =>
      element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    addEventListener('keydown', () => (pressed = nameOf(document.activeElement)), true);
    const look = () => {
      const isNowhere = document.activeElement === document.body;
      if (isNowhere && isLost && pressed !== undefined && window.lostAfter.at(-1) !== pressed) {
        window.lostAfter.push(pressed);
      }
      isLost = isNowhere;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
});

test.afterEach(async ({ page }) => {
  expect(await page.evaluate(() => window.lostAfter)).toEqual([]);
});

/** With the keyboard; @param next - What has the focus after that. */
async function press(button: Locator, next: Locator, key = 'Enter'): Promise<void> {
  await button.focus();
  await button.press(key);
  await expect(next).toBeFocused();
}

/** A button that came under a finger just now counts no press for half a second. */
async function pressUntil(pressed: Locator, isDone: () => Promise<void>): Promise<void> {
  await expect(async () => {
    if (await pressed.isVisible()) await pressed.press('Enter');
    await isDone();
  }).toPass({ intervals: [600] });
}

function button(within: Page | Locator, name: string | RegExp): Locator {
  return within.getByRole('button', { name });
}

test('the buttons of a module', async ({ page }) => {
  await openPage(page, ROUTE);
  await press(page.getByRole('link', { name: 'Naar de inhoud' }), page.getByRole('main'));
  const player = playerOn(page);
  await button(page, /^Begin met luisteren/).press('Enter');
  await expect(player.pause).toBeVisible();
  await press(
    page.getByRole('list', { name: 'Modules' }).getByRole('link', { name: TITLES[EPISODE] }),
    page.getByRole('heading', { level: 1, name: TITLES[EPISODE] }),
  );
  await press(button(page, 'Speel deze module'), button(player.region, /^(Afspelen|Pauzeren)$/));
  await press(
    button(page, 'Ik heb de aflevering geluisterd'),
    page.getByText('Je hebt de aflevering geluisterd'),
  );
  const after = page.getByRole('heading', { level: 1, name: TITLES['wat-doe-je-morgen'] });
  await press(player.next, after);
  await expect(player.pause).toBeVisible();
  await expect(after, 'and stays there').toBeFocused();
  const done = button(page, 'Markeer als afgerond');
  const notDone = button(page, 'Toch niet afgerond');
  await press(done, notDone);
  await press(notDone, done);
});

test('a link to a question leads to its button', async ({ page }) => {
  await openPage(page, `${moduleAddress('overbrug-taal')}#vraag-waarom-een-vraag`);
  const card = page.locator('#vraag-waarom-een-vraag');
  await expect(button(card, 'Beantwoord')).toBeFocused();
  await button(card, 'Beantwoord').press('Enter');
  const { dialog } = sheetOn(page);
  await press(
    button(dialog, 'Ik weet het niet meer'),
    dialog.getByRole('region', { name: 'Vergelijk met een voorbeeldantwoord' }),
  );
});

test('the buttons of the downloads', async ({ page }) => {
  let letGo = () => {};
  const isFree = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/*.mp3', async (request) => {
    await isFree;
    await request.continue();
  });
  await openPage(page, '/offline/');
  const all = button(page, /^Hele route downloaden/);
  const pause = button(page, 'Pauzeer download');
  await press(all, pause);
  await press(pause, button(page, 'Ga door met downloaden'));
  await press(button(page, 'Ga door met downloaden'), pause);
  await press(button(page, 'Stop met downloaden'), all);
  letGo();
  const check = button(page, /^(Controleer nu|Bezig met controleren)/);
  await pressUntil(button(page, /^Download Wat doe je morgen/), () =>
    expect(check).toBeVisible({ timeout: 500 }),
  );
  await press(check, check);
});

test('the buttons of the notes', async ({ page }) => {
  await becomeListener(page);
  await openPage(page, '/notities/');
  const open = page.getByRole('list', { name: 'Nog te beantwoorden' });
  await press(button(open, 'Beantwoord').first(), page.getByRole('textbox'));
  await page.keyboard.type('Bij deze.');
  await sheetOn(page).later.press('Enter');
  await expect(open).toHaveCount(0);
  await expect(page.locator('main').locator(':focus')).toHaveCount(1);

  const section = page.getByRole('region', { name: TITLES['bepaal-de-urgentie'] });
  const cards = section.getByRole('listitem');
  await expect(cards).toHaveCount(2);
  await button(cards.first(), 'Verwijder deze notitie').press('Enter');
  await expect(cards).toHaveCount(1);
  await expect(cards.locator(':focus'), 'on the next note').toHaveCount(1);
  await pressUntil(button(cards, 'Verwijder deze notitie'), () =>
    expect(section).toHaveCount(0, { timeout: 500 }),
  );

  await press(button(page, 'Kies notities'), page.getByRole('group', { name: 'Kies notities' }));
  await press(button(page, 'Annuleer'), button(page, 'Kies notities'));
});

test('the plans that are due', async ({ page }) => {
  await becomeReturner(page);
  await storeRecords(page, {
    notes: [
      {
        id: 'tweede',
        kind: 'plan',
        routeId: 'twee-werelden',
        moduleId: 'wat-doe-je-morgen',
        anchor: {},
        createdAt: Date.now(),
      },
    ],
    revisions: [
      {
        id: 'tweede-versie',
        noteId: 'tweede',
        parents: [],
        text: 'Als het rustig is\ndan bel ik',
        fields: { als: 'het rustig is', dan: 'bel ik', returnOn: '2026-03-11' },
        createdAt: Date.now(),
      },
    ],
  });
  await openPage(page, ROUTE);
  const due = page.getByRole('region', { name: 'Hoe ging het met je plan?' });
  await expect(due).toHaveCount(2);
  await button(due.first(), 'Gedaan').press('Enter');
  await button(due.first(), 'Klaar').press('Enter');
  await expect(due).toHaveCount(1);
  await expect(due).toContainText('het rustig is');
  await expect(due.getByRole('heading')).toBeFocused();
  await press(button(due, 'Later'), page.getByRole('heading', { level: 1 }));
  await expect(due).toHaveCount(0);
});

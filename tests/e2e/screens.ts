/**
 * Every screen of the app and every state of it that is worth a look, by name. The pictures, the checks
 * of accessibility and the texts of `tests/accessibility-tree` all walk this list: a new screen is one line here.
 */
import { expect, type Page } from '@playwright/test';
import { openPage } from './app-start.ts';
import { becomeListener, becomeReturner, becomeWriter, finishAll } from './listener.ts';
import { playerOn } from './player-controls.ts';
import { openQuestion } from './questions.ts';
import { pretendIphone, RARE_STATES } from './rare-screens.ts';
import { moduleAddress, ROUTE } from './route-pages.ts';

/** Brings a fresh page to where something is to be seen. */
export type Reach = (page: Page) => Promise<void>;

const FIRST = moduleAddress('even-niet-weten');
const UNDER_WAY = moduleAddress('neem-eigenaarschap');

/** The screens themselves: looked at in every size and both themes. */
export const SCREENS: Readonly<Record<string, Reach>> = {
  route: (page) => openPage(page, ROUTE),
  'route-halverwege': after(becomeListener, (page) => openPage(page, ROUTE)),
  'route-minuten': async (page) => {
    await openPage(page, ROUTE);
    await page.getByRole('button', { name: 'Ik heb … minuten' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  module: after(becomeListener, (page) => openPage(page, UNDER_WAY)),
  'module-aflevering': (page) => openPage(page, moduleAddress('wat-als-ik-het-mis-heb')),
  'module-meelezen': async (page) => {
    await openPage(page, `${FIRST}?t=12`);
    await playerOn(page).start();
    await expect(page.locator('a[aria-current="true"][data-sentence]')).toBeVisible();
    await playerOn(page).stop();
  },
  'andere-module': async (page) => {
    await openPage(page, FIRST);
    await playerOn(page).start();
    await page.getByRole('link', { name: /^Volgende module/ }).click();
    await expect(page.getByRole('button', { name: 'Speel deze module' })).toBeVisible();
    await playerOn(page).stop();
  },
  vraag: async (page) => {
    await openPage(page, FIRST);
    const sheet = await openQuestion(page, 'jouw-vraag');
    await sheet.answer.fill('Of onze aanpak in de wijk iets verandert.');
    await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
    await expect(sheet.status.first()).toHaveText('Bewaard op dit toestel');
  },
  'vraag-plan': async (page) => {
    await openPage(page, moduleAddress('wat-doe-je-morgen'));
    await openQuestion(page, 'mijn-als-dan');
  },
  'vraag-voorbeeld': async (page) => {
    await openPage(page, moduleAddress('overbrug-taal'));
    const sheet = await openQuestion(page, 'waarom-een-vraag');
    await sheet.answer.fill('Omdat hetzelfde woord voor een ander iets anders is.');
    await expect(sheet.status.first()).toHaveText('Bewaard op dit toestel');
    await sheet.dialog.getByRole('button', { name: 'Vergelijk met een voorbeeldantwoord' }).click();
    await expect(sheet.dialog.getByRole('heading', { name: 'Voorbeeldantwoord' })).toBeVisible();
  },
  notities: after(becomeListener, async (page) => {
    await openPage(page, '/notities/');
    await expect(page.getByText('Eerlijk? Weinig.')).toBeVisible();
    // The last of the list: it is drawn in pieces.
    await expect(page.getByRole('button', { name: 'Kies notities' })).toBeVisible();
  }),
  offline: async (page) => {
    await openPage(page, '/offline/');
    // The texts come in by themselves; the worker is refused here.
    await expect(page.getByText('maar de app zelf nog niet')).toBeVisible();
  },
  instellingen: (page) => openPage(page, '/instellingen/'),
  over: (page) => openPage(page, '/over/'),
  toegankelijkheid: (page) => openPage(page, '/toegankelijkheid/'),
  privacy: (page) => openPage(page, '/privacy/'),
  'bestaat-niet': (page) => openPage(page, '/bestaat-niet/'),
};

/** What the screens also can be: looked at on a phone. */
export const STATES: Readonly<Record<string, Reach>> = {
  'route-klaar': after(finishAll, (page) => openPage(page, ROUTE)),
  'route-speelt': async (page) => {
    await openPage(page, ROUTE);
    await page.getByRole('button', { name: 'Begin met luisteren' }).click();
    await expect(playerOn(page).pause).toBeVisible();
  },
  'route-lange-titels': async (page) => {
    await lengthenTitles(page);
    await openPage(page, ROUTE);
    // The page was prerendered with its own titles; going back to it draws it anew.
    await page.getByRole('link', { name: 'Notities' }).click();
    await page.getByRole('link', { name: 'Route', exact: true }).click();
    await expect(page.getByText(LONG_END).first()).toBeVisible();
  },
  'module-laadt': async (page) => {
    await page.route('**/content/**', () => undefined);
    await openPage(page, ROUTE);
    await page.getByRole('link', { name: /^Bepaal de urgentie/ }).click();
    await expect(page.getByText('Even laden…')).toBeVisible();
  },
  'module-geen-bereik': async (page) => {
    await page.route('**/content/**', (request) => request.abort());
    await openPage(page, ROUTE);
    await page.getByRole('link', { name: /^Bepaal de urgentie/ }).click();
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'module-geen-geluid': async (page) => {
    await page.route('**/media/**', (request) => request.abort());
    await openPage(page, FIRST);
    await playerOn(page).play.click();
    await expect(page.getByText('De verbinding viel weg.')).toBeVisible();
  },
  'module-lange-titel': async (page) => {
    await lengthenTitles(page);
    await openPage(page, ROUTE);
    await page.getByRole('link', { name: /^Bepaal de urgentie/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(LONG_END);
  },
  'module-einde': async (page) => {
    await openPage(page, FIRST);
    await page.getByRole('button', { name: 'Markeer als afgerond' }).click();
    await page.getByText('Afgerond', { exact: true }).scrollIntoViewIfNeeded();
  },
  snelheid: (page) => openMenu(page, 'Snelheid'),
  slaaptimer: (page) => openMenu(page, 'Slaaptimer'),
  hoofdstukken: (page) => openMenu(page, 'Hoofdstukken'),
  'waar-was-ik': after(becomeListener, (page) => openMenu(page, 'Waar was ik?')),
  'zoek-in-tekst': async (page) => {
    await openPage(page, FIRST);
    await page.getByRole('button', { name: 'Zoek in tekst' }).click();
    await page.getByRole('searchbox', { name: 'Zoek in tekst' }).fill('weten');
    await expect(page.locator('mark').first()).toBeVisible();
  },
  'route-terugblik': after(becomeReturner, async (page) => {
    await openPage(page, ROUTE);
    await page.getByRole('button', { name: 'Deels' }).click();
    await expect(page.getByRole('textbox', { name: 'Wat lukte wel, en wat niet?' })).toBeVisible();
  }),
  'vraag-versies': after(becomeReturner, async (page) => {
    await openPage(page, moduleAddress('bepaal-de-urgentie'));
    const { dialog } = await openQuestion(page, 'half-jaar-rustig');
    await expect(dialog.getByRole('button', { name: 'Voeg samen' })).toBeVisible();
  }),
  'notities-terug': after(becomeReturner, async (page) => {
    await openPage(page, '/notities/');
    await page.getByText('Vorige antwoorden naast elkaar').click();
    await page.getByText('Verwijderd (1)').click();
    await page.getByRole('button', { name: 'Kies notities' }).click();
  }),
  notitie: async (page) => {
    await openPage(page, FIRST);
    await page.getByRole('button', { name: 'Schrijf een notitie' }).last().click();
    await page.getByRole('textbox', { name: 'Je notitie' }).fill('Navragen bij het team.');
  },
  'vraag-leeg': async (page) => {
    await openPage(page, FIRST);
    await openQuestion(page, 'jouw-vraag');
  },
  'notities-leeg': (page) => openPage(page, '/notities/'),
  'notities-tweehonderd': after(
    (page) => becomeWriter(page, 200),
    (page) => openPage(page, '/notities/'),
  ),
  'offline-bezig': async (page) => {
    await page.route('**/media/**', () => undefined);
    await openPage(page, '/offline/');
    await page.getByRole('button', { name: 'Hele route downloaden' }).click();
    await expect(page.getByRole('button', { name: 'Pauzeer download' })).toBeVisible();
  },
  'offline-mislukt': async (page) => {
    await page.route('**/media/**', (request) => request.fulfill({ status: 404 }));
    await openPage(page, '/offline/');
    await page.getByRole('button', { name: 'Download Bepaal de urgentie', exact: true }).click();
    await expect(page.getByText('De website geeft dit bestand nu niet.')).toBeVisible();
  },
  'offline-klaar': async (page) => {
    // Pictures are taken without the worker, without which nothing would be called ready.
    await page.addInitScript(() => {
      const { serviceWorker } = navigator;
      if (serviceWorker)
        Object.defineProperty(serviceWorker, 'ready', { value: Promise.resolve() });
    });
    await openPage(page, '/offline/');
    await page.getByRole('button', { name: 'Hele route downloaden' }).click();
    await expect(page.getByText('Klaar voor onderweg')).toBeVisible();
  },
  'opslag-geweigerd': async (page) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    await openPage(page, FIRST);
    await page.mouse.click(2, 2);
    await expect(page.getByText('Je browser bewaart niets in dit venster.')).toBeVisible();
  },
  'vraag-niet-bewaard': async (page) => {
    await STATES['opslag-geweigerd']?.(page);
    const sheet = await openQuestion(page, 'jouw-vraag');
    await sheet.answer.fill('Een antwoord');
    await expect(sheet.says('Wat je hier schrijft, wordt niet bewaard.')).toBeVisible();
  },
  'nieuwe-versie': async (page) => {
    await page.addInitScript(pretendUpdate);
    await openPage(page, ROUTE);
    await page.mouse.click(2, 2);
    await expect(page.getByRole('button', { name: 'Nieuwe versie gebruiken' })).toBeVisible();
  },
  'instellingen-iphone': async (page) => {
    await pretendIphone(page);
    await openPage(page, '/instellingen/');
    await page.getByRole('list', { name: /beginscherm/ }).scrollIntoViewIfNeeded();
  },
  'start-mislukt': async (page) => {
    await page.route('**/catalog.json', (request) => request.abort());
    await page.goto('/shell.html');
    await expect(page.getByRole('button', { name: 'Probeer opnieuw' })).toBeVisible();
  },
  ...RARE_STATES,
};

/** A worker of a newer version that waits; making a real one takes a second build. */
function pretendUpdate(): void {
  const { serviceWorker } = navigator;
  const waiting = Object.assign(new EventTarget(), { postMessage: () => undefined });
  Object.defineProperty(serviceWorker, 'controller', { value: waiting });
  Object.defineProperty(serviceWorker, 'register', {
    value: async () => Object.assign(new EventTarget(), { waiting, update: async () => undefined }),
  });
}

const LONG_END = 'van alle betrokken partijen in de wijk';

/** Titles as long as an author may make them. */
async function lengthenTitles(page: Page): Promise<void> {
  await page.route('**/catalog.json', async (request) => {
    const response = await request.fetch();
    const catalog = await response.json();
    for (const summary of catalog.routes[0].modules) {
      summary.title = `${summary.title} en samenwerkingsverbanden ${LONG_END}`;
    }
    await request.fulfill({ response, json: catalog });
  });
}

async function openMenu(page: Page, name: string): Promise<void> {
  await openPage(page, FIRST);
  await page.getByRole('button', { name }).first().click();
  await expect(page.locator('[popover]:popover-open')).toBeVisible();
}

/** First makes somebody of the visitor, then goes where that shows. */
function after(become: Reach, reach: Reach): Reach {
  return async (page) => {
    await become(page);
    await reach(page);
  };
}

/** States that take a fault, a file, a microphone or a second tab to see: looked at as the others in `screens.ts`. */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { Catalog } from '../../src/model/learning-route.ts';
import { openPage } from './app-start.ts';
import { becomeListener, finishAll } from './listener.ts';
import { playerOn } from './player-controls.ts';
import { openQuestion } from './questions.ts';
import { moduleAddress, ROUTE, TITLES } from './route-pages.ts';
import { makeMp3File, type TestFile } from './sound-files.ts';
import { storeRecords } from './stored-data.ts';

const FIRST = moduleAddress('even-niet-weten');
const WITH_EPISODE = moduleAddress('wat-als-ik-het-mis-heb');
const OLD_BACKUP = new URL('../fixtures/backups/format-1.zip', import.meta.url);
const SUBTITLES = `1
00:00:01,000 --> 00:00:04,000
Ik twijfel vaak.

2
00:00:05,000 --> 00:00:09,000
En dat mag.

3
00:00:20 -> 00:00:21
Deze tijd klopt niet.
`;

/** By name; each brings a fresh page there. */
export const RARE_STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'gegevens-weg': async (page) => {
    await becomeListener(page);
    await openPage(page, ROUTE);
    await page.waitForFunction(() => document.cookie.includes('had_data=1'));
    const { origin } = new URL(page.url());
    await page.goto('about:blank');
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await openPage(page, ROUTE);
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'notities-niet-bewaard': async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    });
    await openPage(page, FIRST);
    const sheet = await openQuestion(page, 'jouw-vraag');
    await sheet.answer.fill('Een antwoord');
    await sheet.later.click();
    await page.getByRole('link', { name: 'Notities' }).click();
    await expect(page.getByRole('region', { name: 'Wordt niet bewaard' })).toBeVisible();
  },
  'instellingen-onleesbaar': async (page) => {
    await becomeListener(page);
    await storeRecords(page, { damaged: [{ store: 'notes', record: { kapot: true } }] });
    await openPage(page, '/instellingen/');
    await expect(page.getByText('is niet te lezen')).toBeVisible();
  },
  'installeer-aanbod': async (page) => {
    await pretendIphone(page);
    await finishAll(page);
    await openPage(page, ROUTE);
    await page.getByRole('button', { name: 'Bekijk de stappen' }).click();
    await expect(page.getByRole('list', { name: /beginscherm/ })).toBeVisible();
  },
  'code-ontbreekt': async (page) => {
    await page.addInitScript(() => {
      // Without a memory the app does not try a reload.
      Storage.prototype.getItem = () => {
        throw new DOMException('no', 'SecurityError');
      };
    });
    await openPage(page, ROUTE);
    await page.mouse.click(2, 2);
    await expect(async () => {
      await page.evaluate(() => dispatchEvent(new Event('vite:preloadError')));
      await expect(page.getByText('Een deel van de app ontbreekt.')).toBeVisible({ timeout: 500 });
    }).toPass();
  },
  'offline-mobiele-data': async (page) => {
    await page.addInitScript(() => {
      const connection = Object.assign(new EventTarget(), { type: 'cellular', saveData: false });
      Object.defineProperty(navigator, 'connection', { value: connection });
    });
    await openPage(page, '/offline/');
    await page.getByRole('button', { name: 'Hele route downloaden' }).click();
    await expect(page.getByRole('dialog', { name: /mobiele data/ })).toBeVisible();
  },
  'offline-geen-plaats': async (page) => {
    await page.route('**/catalog.json', async (request) => {
      const response = await request.fetch();
      const catalog: Catalog = await response.json();
      for (const { audio } of catalog.routes[0]?.modules ?? []) if (audio) audio.size = 80_000_000;
      await request.fulfill({ response, json: catalog });
    });
    await openPage(page, '/offline/');
    await page.getByRole('button', { name: 'Hele route downloaden (640' }).click();
    await expect(page.getByRole('dialog', { name: /past niet/ })).toBeVisible();
  },
  'module-beschadigd': async (page) => {
    await openPage(page, '/offline/');
    await page
      .getByRole('button', { name: `Download ${TITLES['even-niet-weten']}`, exact: true })
      .click();
    await expect(page.getByText('1 van 8 modules staan op je toestel')).toBeVisible();
    await page.evaluate(async () => {
      const cache = await caches.open('luisterroute-audio');
      const [key] = await cache.keys();
      const kept = key && (await cache.match(key));
      if (!key || !kept) throw new Error('no piece');
      const bytes = new Uint8Array(await kept.arrayBuffer());
      bytes[400_000] = (bytes[400_000] ?? 0) ^ 255;
      await cache.put(key, new Response(bytes, { headers: kept.headers }));
    });
    await openPage(page, FIRST);
    await playerOn(page).start();
    await expect(page.getByText('is opnieuw opgehaald')).toBeVisible();
    await playerOn(page).stop();
  },
  'opname-bezig': async (page) => {
    await page.addInitScript(() => {
      const { put } = Cache.prototype;
      Cache.prototype.put = function hold(this: Cache, request, response) {
        const url =
          typeof request === 'string' ? request : 'url' in request ? request.url : request.href;
        return url.includes('/_audio/')
          ? new Promise(() => undefined)
          : put.call(this, request, response);
      };
    });
    await openPage(page, WITH_EPISODE);
    await choose(page, 'Opname toevoegen', await makeMp3File(60));
    await expect(page.getByRole('button', { name: 'Stop met toevoegen' })).toBeVisible();
  },
  'opname-klaar': addRecording,
  'opname-mislukt': async (page) => {
    await openPage(page, WITH_EPISODE);
    const buffer = Buffer.from('Dit is een brief, geen geluid. '.repeat(99));
    await choose(page, 'Opname toevoegen', { name: 'brief.mp3', mimeType: 'audio/mpeg', buffer });
    await expect(page.getByText('Dit is geen geluid.')).toBeVisible();
  },
  'opname-met-tekst': async (page) => {
    await addRecording(page);
    await choose(page, 'Transcript toevoegen', {
      name: 'gesprek.srt',
      mimeType: 'application/x-subrip',
      buffer: Buffer.from(SUBTITLES),
    });
    await expect(page.getByText('Het transcript is toegevoegd: 2 regels.')).toBeVisible();
  },
  meenemen: async (page) => {
    await becomeListener(page);
    await openPage(page, '/notities/');
    await page.getByRole('button', { name: 'Exporteren' }).click();
    await expect(page.getByRole('dialog', { name: 'Je notities meenemen' })).toBeVisible();
  },
  terugzetten: async (page) => {
    await openPage(page, '/notities/');
    await page.getByRole('button', { name: 'Back-up terugzetten' }).click();
    const dialog = page.getByRole('dialog', { name: 'Back-up terugzetten' });
    await dialog.getByLabel('Kies een bestand').setInputFiles({
      name: 'oud.zip',
      mimeType: 'application/zip',
      buffer: await readFile(OLD_BACKUP),
    });
    await expect(dialog.getByRole('row', { name: 'Notities' })).toBeVisible();
  },
  wissen: askToWipe,
  gewist: async (page) => {
    await askToWipe(page);
    await page.getByRole('button', { name: 'Wis alles' }).click();
    await expect(page.getByRole('heading', { name: 'Alles is gewist' })).toBeVisible();
  },
  inspreken: async (page) => {
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = async () => {
        const sound = new AudioContext();
        const tone = sound.createOscillator();
        const { stream } = tone.connect(
          sound.createMediaStreamDestination(),
        ) as MediaStreamAudioDestinationNode;
        tone.start();
        return stream;
      };
    });
    await openPage(page, FIRST);
    const { dialog } = await openQuestion(page, 'jouw-vraag');
    await dialog.getByRole('button', { name: 'Spreek in' }).click();
    await expect(dialog.getByRole('button', { name: 'Stop opname' })).toBeVisible();
    await expect(dialog.getByText('opname tot')).toBeVisible();
  },
  'notities-gevonden': async (page) => {
    await becomeListener(page);
    await openPage(page, '/notities/');
    await page.getByRole('searchbox', { name: 'Zoek in notities' }).fill('wijk');
    await expect(page.getByRole('region', { name: /^In de teksten/ })).toBeVisible();
  },
  'hier-verder': async (page) => {
    await openPage(page, FIRST);
    const other = await page.context().newPage();
    await openPage(other, FIRST);
    await playerOn(other).start();
    await expect(page.getByRole('button', { name: 'Hier verder' })).toBeVisible();
  },
};

async function addRecording(page: Page): Promise<void> {
  await openPage(page, WITH_EPISODE);
  await choose(page, 'Opname toevoegen', await makeMp3File(20));
  await expect(page.getByText('De opname staat op je toestel.')).toBeVisible();
}

async function askToWipe(page: Page): Promise<void> {
  await becomeListener(page);
  await openPage(page, '/instellingen/');
  await page.getByRole('button', { name: 'Alles wissen' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function choose(page: Page, button: string, file: TestFile): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await choosing).setFiles(file);
}

/** An iPhone has no offer of its own to install. */
export async function pretendIphone(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (iPhone)' });
  });
}

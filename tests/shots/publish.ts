/** The pictures that others see: of the installation prompt and of the README, from the screens as they are. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions } from '@playwright/test';
import { SCREENS } from '../e2e/screens.ts';
import { withScreen } from './take-shot.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
};
const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** In the order of the README; the manifest asks for these names and sizes. */
const PHONES = [
  { name: 'route', screen: 'route-halverwege', isDark: false },
  { name: 'module', screen: 'module', isDark: false },
  { name: 'vraag', screen: 'vraag', isDark: false },
  { name: 'donker', screen: 'module', isDark: true },
];

/** Writes them over those that are there. */
export async function publishPictures(browser: Browser, baseURL: string): Promise<void> {
  const phones: Buffer[] = [];
  for (const { name, screen, isDark } of PHONES) {
    const colours = isDark ? ({ colorScheme: 'dark' } as const) : {};
    const { jpeg, png } = await take(browser, { ...PHONE, ...colours, baseURL }, screen);
    phones.push(png);
    if (!isDark) await writeFile(`${ROOT}/src/static/pictures/${name}.jpg`, jpeg);
  }
  const wide = await take(browser, { ...DESK, baseURL }, 'module');
  await writeFile(`${ROOT}/src/static/pictures/breed.jpg`, wide.jpeg);
  await writeFile(`${ROOT}/docs/luisterroute.png`, await sideBySide(browser, phones));
}

/** Small for who installs the app, and exact for what is drawn smaller once more. */
function take(
  browser: Browser,
  options: BrowserContextOptions,
  screen: string,
): Promise<{ jpeg: Buffer; png: Buffer }> {
  const reach = SCREENS[screen];
  if (!reach) throw new Error(`there is no screen ${screen}`);
  return withScreen(browser, options, reach, async (page) => ({
    jpeg: await page.screenshot({ type: 'jpeg', quality: 80 }),
    png: await page.screenshot(),
  }));
}

/** Phones with round corners, next to each other. */
async function sideBySide(browser: Browser, pictures: readonly Buffer[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1240, height: 657 } });
  const images = pictures.map(
    (picture) => `<img src="data:image/png;base64,${picture.toString('base64')}" alt="">`,
  );
  await page.setContent(`<style>
    body { margin: 0; padding: 20px; display: flex; gap: 20px; background: #d9d6c8; }
    img { inline-size: 285px; block-size: 617px; border-radius: 28px; }
  </style>${images.join('')}`);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

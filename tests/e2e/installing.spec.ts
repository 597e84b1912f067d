/** Putting the app on the home screen: offered once, after the first finished module, in the way that the device knows. */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { moduleAddress } from './route-pages.ts';
import { expectSettingKept } from './stored-data.ts';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

declare global {
  interface Window {
    /** How often the browser's own question was shown. */
    installAsked?: number;
  }
}

const offerOn = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'Je eerste module is klaar.' });

const stepsOn = (where: Page | Locator) =>
  where.getByRole('list', { name: 'Zo zet je Luisterroute op je beginscherm' });

/** The browser would install: Chromium says so with an event, which no test browser sends by itself. */
async function offerInstalling(page: Page): Promise<void> {
  await page.evaluate(() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    Object.assign(offer, {
      prompt: async () => {
        window.installAsked = (window.installAsked ?? 0) + 1;
      },
    });
    dispatchEvent(offer);
  });
}

async function finish(page: Page, id: Parameters<typeof moduleAddress>[0]): Promise<void> {
  await openPage(page, moduleAddress(id));
  await offerInstalling(page);
  await page.getByRole('button', { name: 'Markeer als afgerond' }).first().click();
}

/** The offer would have come by now: what decides about it came with the same code as this. */
async function expectNoOffer(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Offline', exact: true }).click();
  await expect(page.getByText(/\d,\d\sMB|\d\skB/).first()).toBeVisible();
  await expect(offerOn(page)).toHaveCount(0);
}

test('the offer comes once, after the first finished module; a button stays in the settings', async ({
  page,
}) => {
  await openPage(page, moduleAddress('even-niet-weten'));
  await offerInstalling(page);
  await expectNoOffer(page);
  await finish(page, 'even-niet-weten');
  const offer = offerOn(page);
  await expect(offer.getByRole('button', { name: 'Installeer de app' })).toBeVisible();
  await offer.getByRole('button', { name: 'Nu niet' }).click();
  await expect(offer).toHaveCount(0);
  await expectSettingKept(page, 'wasInstallOffered', true);

  await finish(page, 'bepaal-de-urgentie');
  await expectNoOffer(page);
  await page.getByRole('link', { name: 'Instellingen', exact: true }).click();
  const install = page.getByRole('button', { name: 'Installeer de app' });
  await install.click();
  expect(await page.evaluate(() => window.installAsked)).toBe(1);
  await expect(install).toHaveCount(0);
});

test('an iPhone gets three steps with drawings, and the app on its home screen gets nothing', async ({
  browser,
  faults,
  site,
}) => {
  const openPhone = async (): Promise<BrowserContext> => {
    const phone = await browser.newContext({ userAgent: IPHONE, baseURL: site.url });
    await faults.watch(phone);
    return phone;
  };
  const phone = await openPhone();
  const tab = await phone.newPage();
  await openPage(tab, moduleAddress('even-niet-weten'));
  await tab.getByRole('button', { name: 'Markeer als afgerond' }).first().click();
  const offer = offerOn(tab);
  await expect(stepsOn(offer)).toHaveCount(0);
  await offer.getByRole('button', { name: 'Bekijk de stappen' }).click();
  const steps = stepsOn(offer).getByRole('listitem');
  await expect(steps).toHaveCount(3);
  await expect(steps.locator('svg')).toHaveCount(3);
  await expect(offer).toContainText('De app op je beginscherm begint leeg.');
  await offer.getByRole('button', { name: 'Nu niet' }).click();
  await expect(offer).toHaveCount(0);
  await tab.getByRole('link', { name: 'Instellingen', exact: true }).click();
  await expect(stepsOn(tab).getByRole('listitem')).toHaveCount(3);
  await phone.close();

  const home = await openPhone();
  const app = await home.newPage();
  await app.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: true }));
  await openPage(app, moduleAddress('even-niet-weten'));
  await app.getByRole('button', { name: 'Markeer als afgerond' }).first().click();
  await expectNoOffer(app);
  await app.getByRole('link', { name: 'Instellingen', exact: true }).click();
  await expect(app.getByText('Je gebruikt Luisterroute als app.')).toBeVisible();
  await expect(stepsOn(app)).toHaveCount(0);
  await home.close();
});

test('beside a refused worker the downloads do not say that the app opens without a connection', async ({
  page,
}) => {
  await openPage(page, '/offline/');
  await page.getByRole('button', { name: /^Hele route downloaden/ }).click();
  await expect(page.getByText('8 van 8 modules staan op je toestel')).toBeVisible();
  await expect(
    page.getByText('De teksten staan op je toestel, maar de app zelf nog niet.'),
  ).toBeVisible();
  await expect(page.getByText('Klaar voor onderweg')).toHaveCount(0);
});

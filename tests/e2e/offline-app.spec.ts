/** The built app with the server really stopped: what issue 2 promises after one visit and after a download. */
import type { Page } from '@playwright/test';
import type { LearningModule } from '../../src/model/learning-module.ts';
import type { Catalog, LearningRoute } from '../../src/model/learning-route.ts';
import type { Seconds } from '../../src/model/units.ts';
import { engineFacts, expectSoundGoesOn, watchEngine } from './engine-facts.ts';
import { expect, type Site, test } from './fixtures.ts';
import { answerQuestion } from './questions.ts';
import { loadModule, type ModuleId } from './route-pages.ts';
import { storedRecords } from './stored-data.ts';

// What these are about begins with the worker.
test.use({ serviceWorkers: 'allow' });

/** Reads the route that the site under test holds. */
async function loadRoute(site: Site): Promise<LearningRoute> {
  const response = await fetch(`${site.url}catalog.json`);
  const { routes }: Catalog = await response.json();
  const [route] = routes;
  if (!route) throw new Error('the catalog holds no route');
  return route;
}

/** Opens an address as the first visit does, and waits until the worker and all texts are there. */
async function visit(page: Page, address: string, route: LearningRoute): Promise<void> {
  const texts = route.modules.flatMap((module) => [module.contentUrl, ...module.assetUrls]);
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(
      () =>
        page.evaluate(async () => (await (await caches.open('luisterroute-texts')).keys()).length),
      { message: 'all texts of the route are kept', timeout: 15_000 },
    )
    .toBe(new Set(texts).size);
}

/** The first question of a module that is answered in words of one's own. */
async function writtenQuestion(site: Site, id: string): Promise<string> {
  const { questions } = await loadModule(site, id as ModuleId);
  const question = questions.find(({ kind, on }) => kind === 'reflect' && on === 'module');
  if (!question) throw new Error(`${id} asks nothing`);
  return question.id;
}

function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedScript/.test(message.text())) faults.push(message.text());
  });
  return faults;
}

/** The addresses of downloaded audio that were asked for, with the status of each answer. */
function watchAudio(page: Page): string[] {
  const answers: string[] = [];
  page.context().on('response', (response) => {
    if (response.url().includes('/_audio/')) answers.push(`${response.status()}`);
  });
  return answers;
}

/** Moves the slider, and hears from the element itself that the sound goes on from there, from the device. */
async function seekAndListen(page: Page, target: Seconds): Promise<void> {
  await page.getByRole('slider', { name: 'Positie' }).fill(String(target));
  await expect
    .poll(async () => {
      const { currentTime } = await engineFacts(page);
      return currentTime >= target - 0.1 && currentTime <= target + 3;
    })
    .toBe(true);
  await expectSoundGoesOn(page, 0.1);
  const { source, currentTime } = await engineFacts(page);
  expect(source).toContain('/_audio/');
  expect(currentTime).toBeLessThan(target + 5);
}

test('after one visit the app and all texts open with the server stopped', async ({
  page,
  site,
}) => {
  const route = await loadRoute(site);
  const faults = watchFaults(page);
  await visit(page, `/${route.id}/`, route);
  const texts = await Promise.all(
    route.modules.map(async ({ contentUrl }): Promise<LearningModule> => {
      const response = await fetch(site.url + contentUrl);
      return response.json();
    }),
  );
  await site.stop();

  await page.goto(`/${route.id}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(route.title);
  for (const module of texts) {
    await page.goto(`/${route.id}/${module.id}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(module.title);
    const chapter = module.chapters.at(-1);
    await expect(page.getByRole('heading', { name: chapter?.title ?? '' }).first()).toBeVisible();
  }
  for (const address of ['/notities/', '/offline/', '/instellingen/', '/over/']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.goto('/bestaat-niet/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina bestaat niet');
  expect(faults).toEqual([]);
});

test('a figure of a text is there with the server stopped', async ({ page, site }) => {
  const route = await loadRoute(site);
  const module = route.modules.find(({ assetUrls }) => assetUrls.length > 0);
  test.skip(!module, 'no module of this route has a figure');
  await visit(page, `/${route.id}/`, route);
  await site.stop();
  await page.goto(`/${route.id}/${module?.id}/`);
  const figure = page.locator('figure img').first();
  await figure.scrollIntoViewIfNeeded();
  await expect
    .poll(() => figure.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
});

test('the downloaded route plays, seeks and takes answers after a kill, with the server stopped', async ({
  profile,
  site,
}) => {
  test.setTimeout(60_000);
  const route = await loadRoute(site);
  const playable = route.modules.filter(({ audio }) => audio !== undefined);
  const first = await profile.open();
  await visit(first.page, '/offline/', route);
  await first.page.getByRole('button', { name: /^Hele route downloaden/ }).click();
  const proof = `Klaar voor onderweg: ${playable.length} van ${playable.length} modules`;
  await expect(first.page.getByText(proof)).toBeVisible({ timeout: 30_000 });
  const questionIds = await Promise.all(playable.map(({ id }) => writtenQuestion(site, id)));
  await first.kill();
  await site.stop();

  const { page, context } = await profile.open();
  await watchEngine(context);
  const audio = watchAudio(page);
  await page.goto('/offline/');
  await expect(page.getByText(proof)).toBeVisible();
  for (const [index, module] of playable.entries()) {
    await page.goto(`/${route.id}/${module.id}/`);
    const play = page.getByRole('button', { name: 'Afspelen', exact: true }).first();
    const pause = page.getByRole('button', { name: 'Pauzeren', exact: true }).first();
    await play.click();
    await expect(pause).toBeVisible();
    for (const share of [0.8, 0.2, 0.5]) {
      await seekAndListen(page, Math.floor((module.audio?.duration ?? 0) * share));
    }
    expect(await page.evaluate(() => window.soundEvents)).not.toContain('error');
    await pause.click();
    await expect(play).toBeVisible();
    await answerQuestion(page, questionIds[index] ?? '', `Antwoord bij ${module.id}`);
  }
  // The last one is heard to its end.
  await page.getByRole('button', { name: 'Afspelen', exact: true }).first().click();
  const duration = playable.at(-1)?.audio?.duration ?? 0;
  await page.getByRole('slider', { name: 'Positie' }).fill(String(Math.floor(duration) - 1));
  await expect
    .poll(() => page.evaluate(() => window.soundEvents))
    .toEqual(expect.arrayContaining(['ended']));
  expect((await engineFacts(page)).source).toContain('/_audio/');
  expect(await page.evaluate(() => window.soundEvents)).not.toContain('error');

  const answers = (await storedRecords(page, 'revisions')).map(({ text }) => text);
  expect(answers.sort()).toEqual(playable.map(({ id }) => `Antwoord bij ${id}`).sort());
  expect(audio.length).toBeGreaterThan(0);
  expect(audio.filter((status) => status !== '206' && status !== '200')).toEqual([]);
});

test('the app can be installed', async ({ page, site, request }) => {
  await page.goto('/');
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = await (await request.get(address ?? '')).json();
  expect(manifest).toMatchObject({
    lang: 'nl',
    dir: 'ltr',
    start_url: '/twee-werelden/',
    scope: '/',
    display: 'standalone',
  });
  const purposes = manifest.icons.map(({ sizes, purpose }: { sizes: string; purpose?: string }) =>
    [sizes, purpose].filter(Boolean).join(' '),
  );
  expect(purposes).toEqual(expect.arrayContaining(['192x192', '512x512', '512x512 maskable']));
  for (const icon of manifest.icons) {
    const answer = await request.get(icon.src);
    expect(answer.status(), icon.src).toBe(200);
    expect(answer.headers()['content-type']).toContain(icon.type);
  }
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A window without a profile of its own, as tests have, can never install.
  expect(
    installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'),
  ).toEqual([]);
  expect(site.url).toMatch(/^http:\/\/localhost:/);
});

/** The built app with the server really stopped: what issue 2 promises after one visit and after a download. */
import type { Locator, Page } from '@playwright/test';
import type { LearningModule } from '../../src/model/learning-module.ts';
import type { LearningRoute } from '../../src/model/learning-route.ts';
import type { Seconds } from '../../src/model/units.ts';
import { engineFacts, expectSoundGoesOn, watchEngine } from './engine-facts.ts';
import { expect, type Site, test } from './fixtures.ts';
import { playerOn } from './player-controls.ts';
import { answerQuestion, openQuestion } from './questions.ts';
import { loadModule, loadRoute, loadSentences, type ModuleId, ROUTE } from './route-pages.ts';
import { storedRecords } from './stored-data.ts';

// What these are about begins with the worker.
test.use({ serviceWorkers: 'allow' });

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

/** The sentence that is marked while reading along. */
function spokenSentence(page: Page): Locator {
  return page.getByRole('region', { name: 'Meelezen' }).locator('a[aria-current="true"]');
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
  // Eight modules, three places and the end of each: half a minute on a quick machine.
  test.setTimeout(180_000);
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
    await pause.click();
    await expect(play).toBeVisible();
    await answerQuestion(page, questionIds[index] ?? '', `Antwoord bij ${module.id}`);
    // The same bytes that the player has, to the last second.
    await play.click();
    await expectSoundGoesOn(page, 0.1);
    expect((await engineFacts(page)).source).toContain(`/_audio/${module.audio?.hash}`);
    await page
      .getByRole('slider', { name: 'Positie' })
      .fill(String(Math.floor(module.audio?.duration ?? 0)));
    await expect.poll(() => page.evaluate(() => window.soundEvents)).toContain('ended');
    expect(await page.evaluate(() => window.soundEvents)).not.toContain('error');
  }

  const answers = (await storedRecords(page, 'revisions')).map(({ text }) => text);
  expect(answers.sort()).toEqual(playable.map(({ id }) => `Antwoord bij ${id}`).sort());
  expect(audio).toContain('206');
  expect(audio.filter((status) => status !== '206' && status !== '200')).toEqual([]);
});

test('heard, read along and answered, the route goes on there in a closed browser without its server', async ({
  profile,
  site,
}) => {
  const route = await loadRoute(site);
  const [summary] = route.modules;
  if (!summary) throw new Error('the route is empty');
  const sentences = await loadSentences(site, summary.id as ModuleId);
  const [said, next] = sentences.slice(7, 9);
  if (!said || !next) throw new Error('module 1 has too few sentences');
  const questionId = await writtenQuestion(site, summary.id);

  const first = await profile.open();
  await visit(first.page, ROUTE, route);
  await first.page.getByRole('button', { name: 'Begin met luisteren' }).click();
  await first.page.getByRole('link', { name: summary.title }).first().click();
  await expect(playerOn(first.page).pause).toBeVisible();
  await playerOn(first.page).seek(Math.ceil(next.startTime) - 2);
  await expect(spokenSentence(first.page)).toHaveText(said.text);
  await expect(spokenSentence(first.page)).toHaveText(next.text);
  await playerOn(first.page).stop();
  const place = await playerOn(first.page).position();
  await answerQuestion(first.page, questionId, 'Dat weet ik nog niet.');
  await first.page.getByRole('link', { name: 'Offline' }).click();
  await first.page.getByRole('button', { name: `Download ${summary.title}`, exact: true }).click();
  await expect(
    first.page.getByRole('button', { name: `Verwijder download ${summary.title}` }),
  ).toBeVisible();
  await first.close();
  await site.stop();

  const { context, page } = await profile.open();
  await watchEngine(context);
  const faults = watchFaults(page);
  const audio = watchAudio(page);
  await page.goto(ROUTE);
  const goOn = page.getByRole('button', { name: 'Verder luisteren' });
  await expect(goOn).toContainText(summary.title);
  await goOn.click();
  await expectSoundGoesOn(page);
  const { source, currentTime } = await engineFacts(page);
  expect(source).toContain('/_audio/');
  expect(currentTime).toBeGreaterThan(place - 5);
  expect(currentTime).toBeLessThan(place + 5);
  expect(audio).toContain('206');
  await page.getByRole('link', { name: summary.title }).first().click();
  await expect(spokenSentence(page)).toHaveCount(1);
  await playerOn(page).stop();
  const { answer } = await openQuestion(page, questionId);
  await expect(answer).toHaveValue('Dat weet ik nog niet.');
  expect(faults).toEqual([]);
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

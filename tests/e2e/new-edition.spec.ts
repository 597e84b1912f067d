/** A second deployment with a changed route: every note stays and can be found, and every place is told as it is. */
import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { ModuleSummary } from '../../src/model/learning-route.ts';
import type { Seconds } from '../../src/model/units.ts';
import { expect, openPage, started, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { newerBuild } from './newer-build.ts';
import { EDITION, LATER, publishNextEdition } from './next-edition.ts';
import { playerOn } from './player-controls.ts';
import { questionCard } from './questions.ts';
import { loadRoute, loadSentences, type ModuleId, ROUTE, TITLES } from './route-pages.ts';
import { storedProgress, storedRecords, storeRecords } from './stored-data.ts';

// What these are about begins with the worker.
test.use({ serviceWorkers: 'allow' });

const { renamed, respoken, reworded, withdrawn } = EDITION;

/** Long enough ago to be of before, and recent enough that the player does not start earlier. */
const BEFORE = Date.now() - 60_000;

interface Place {
  moduleId: string;
  time: Seconds;
  sentence: string;
}

/** Has listened in four modules, and written down something in each. */
async function storeListening(
  page: Page,
  modules: readonly ModuleSummary[],
  places: readonly Place[],
  questionOf: Readonly<Record<string, string>>,
): Promise<void> {
  const noteOf = ({ moduleId, time, sentence }: Place) => ({
    id: `bij-${moduleId}`,
    kind: questionOf[moduleId] ? 'answer' : 'mark',
    routeId: 'twee-werelden',
    moduleId,
    anchor: questionOf[moduleId]
      ? { questionId: questionOf[moduleId], sentence: 'De vraag van toen.' }
      : { time, sentence, audioHash: modules.find(({ id }) => id === moduleId)?.audio?.hash },
    createdAt: BEFORE,
  });
  await storeRecords(page, {
    progress: places.map(({ moduleId, time }) => {
      const { audio } = modules.find(({ id }) => id === moduleId) ?? {};
      return {
        key: `twee-werelden/${moduleId}`,
        position: time,
        duration: audio?.duration,
        heard: [{ startTime: 0, endTime: time }],
        audioHash: audio?.hash,
        lastPlayedAt: BEFORE,
        updatedAt: BEFORE,
      };
    }),
    notes: places.map(noteOf),
    revisions: places.map(({ moduleId }) => ({
      id: `versie-${moduleId}`,
      noteId: `bij-${moduleId}`,
      parents: [],
      text: `Gedachte bij ${moduleId}.`,
      createdAt: BEFORE,
    })),
  });
}

test('notes and places go along with a module that was renamed, spoken anew or withdrawn', async ({
  page,
  site,
  faults,
}) => {
  faults.allow(/Failed to load resource|error occurred when fetching the script/);
  const { modules } = await loadRoute(site);
  const placeIn = async (moduleId: ModuleId): Promise<Place> => {
    const sentence = (await loadSentences(site, moduleId))[12];
    if (!sentence) throw new Error(`${moduleId} is too short`);
    return { moduleId, time: sentence.startTime + 1, sentence: sentence.text };
  };
  const places = await Promise.all(
    [renamed.from, respoken, reworded, withdrawn.id].map((id) => placeIn(id)),
  );
  const [inRenamed, inRespoken, inReworded] = places;
  if (!inRenamed || !inRespoken || !inReworded) throw new Error('no places');
  const firstQuestion = (moduleId: string) =>
    modules.find(({ id }) => id === moduleId)?.questionIds[0] ?? '';
  const question = firstQuestion(renamed.from);
  const folder = await newerBuild();
  try {
    await publishNextEdition(folder, inReworded.sentence);
    await openPage(page, '/offline/');
    await page.getByRole('button', { name: `Download ${TITLES[respoken]}`, exact: true }).click();
    await expect(page.getByText('1 van 8 modules staan op je toestel')).toBeVisible();
    await expect(
      page.getByText('De app en alle teksten staan op je toestel.').first(),
    ).toBeVisible();
    await storeListening(page, modules, places, {
      [renamed.from]: question,
      [withdrawn.id]: firstQuestion(withdrawn.id),
    });
    await openPage(page, '/notities/');

    await site.start(folder);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const old = await page.evaluate(() => performance.timeOrigin);
    await page.getByRole('button', { name: 'Nieuwe versie gebruiken' }).click();
    await page.waitForFunction((before) => performance.timeOrigin !== before, old);
    await started(page);

    // Every note is there, with the reason why its module is not.
    for (const { moduleId } of places) {
      await expect(page.getByText(`Gedachte bij ${moduleId}.`).first()).toBeVisible();
    }
    await expect(page.getByText(`Een module is teruggetrokken. ${withdrawn.reason}`)).toBeVisible();
    await expect(page.getByText('Dit is weer dezelfde zin.')).toHaveCount(1);
    await expect(page.getByText('We weten niet zeker waar dit moment nu is.')).toHaveCount(1);
    const choice = page.getByRole('combobox', { name: 'Module' });
    await choice.selectOption('Module die niet meer in de route staat');
    await expect(page.getByText(/^Gedachte bij /)).toHaveText([`Gedachte bij ${withdrawn.id}.`]);
    await choice.selectOption('Alle modules');
    await page.getByRole('searchbox', { name: 'Zoek in notities' }).fill(withdrawn.id);
    await expect(page.getByRole('region', { name: 'In je notities (1)' })).toContainText(
      `Gedachte bij ${withdrawn.id}.`,
    );

    // The address of before leads to the module of today, with its answer and its place.
    const player = playerOn(page);
    await openPage(page, `${ROUTE}${renamed.from}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES[renamed.from]);
    await expect(questionCard(page, question)).toContainText(`Gedachte bij ${renamed.from}.`);
    await expect.poll(player.position).toBe(Math.floor(inRenamed.time));
    await expect(page).toHaveURL(`${ROUTE}${renamed.to}/`);

    // The same words are ten seconds later now; the new sound came to the device by itself.
    await openPage(page, `${ROUTE}${respoken}/`);
    await expect.poll(player.position).toBe(Math.floor(inRespoken.time + LATER));
    await expect(page.getByText('We konden je plek niet precies terugvinden.')).toHaveCount(0);
    await page.getByRole('link', { name: 'Offline', exact: true }).click();
    await expect(page.getByText('1 van 7 modules staan op je toestel')).toBeVisible();
    await site.stop();
    await openPage(page, `${ROUTE}${respoken}/`);
    await player.start();
    await expectSoundGoesOn(page);
    expect((await engineFacts(page)).source).toContain('/_audio/');
    await player.stop();

    // Its words are gone: it goes on before them, and says so.
    await openPage(page, `${ROUTE}${reworded}/`);
    await expect(page.getByText('We konden je plek niet precies terugvinden.')).toBeVisible();
    const carried = (await storedProgress(page, reworded))?.position ?? 0;
    expect(carried).toBeGreaterThan(LATER);
    expect(carried).toBeLessThan(inReworded.time + LATER);

    await openPage(page, `${ROUTE}${withdrawn.id}/`);
    await expect(page.getByText(withdrawn.reason)).toBeVisible();
    const kept = (await storedRecords(page, 'notes')).map(({ id }) => id);
    expect(kept.sort()).toEqual(places.map(({ moduleId }) => `bij-${moduleId}`).sort());
    expect(await storedProgress(page, withdrawn.id)).toMatchObject({ position: places[3]?.time });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

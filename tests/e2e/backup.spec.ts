/** Taking the notebook out, wiping everything, and bringing it back, as a person does it. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import type { Note, Revision } from '../../src/model/note.ts';
import { expect, openPage, started, test } from './app-test.ts';
import { openBackup, repack } from './backup-file.ts';
import { openWithMicrophone } from './fake-microphone.ts';
import { playerOn } from './player-controls.ts';
import { answerQuestion, openQuestion } from './questions.ts';
import { moduleAddress, ROUTE, TITLES } from './route-pages.ts';
import { makeMp3File, type TestFile } from './sound-files.ts';
import { dumpDatabases, expectSettingKept, keptNames } from './stored-data.ts';

const BEFORE = 'Van voor het terugzetten.';
const WORDS = 'Vorige week. <b>Niet vet</b> 👩‍👩‍👧';
const HERE = `${WORDS} Hier verder.`;
const ELSEWHERE = 'Op het andere toestel verder.';

/** The stores that a backup carries, as they are. */
async function notebookOf(page: Page): Promise<Record<string, unknown>> {
  const dump: [database: string, store: string, keys: unknown, records: unknown][] = JSON.parse(
    await dumpDatabases(page),
  );
  const carried = ['notes', 'revisions', 'drafts', 'voice', 'progress', 'journal'];
  return Object.fromEntries(
    dump
      .filter(([database, store]) => database === 'luisterroute' && carried.includes(store))
      .map(([, store, , records]) => [store, records]),
  );
}

/** Presses, and waits for the file. */
async function download(page: Page, button: Locator): Promise<Download> {
  const downloading = page.waitForEvent('download');
  await button.click();
  return downloading;
}

/** Writes, speaks, plans, marks, listens and chooses: something of everything that is kept. */
async function fillDevice(page: Page, recording: TestFile): Promise<void> {
  await openPage(page, moduleAddress('even-niet-weten'));
  const player = playerOn(page);
  await player.start();
  await player.seek(60);
  await expect.poll(player.position).toBeGreaterThan(60);
  await player.region.getByRole('button', { name: 'Markeer dit moment' }).click();
  await player.stop();
  await answerQuestion(page, 'laatste-keer', WORDS);
  const spoken = await openQuestion(page, 'jouw-vraag');
  await spoken.dialog.getByRole('button', { name: 'Spreek in' }).click();
  await expect(spoken.dialog.getByText('opname tot 0:01')).toBeVisible();
  await spoken.dialog.getByRole('button', { name: 'Stop opname' }).click();
  await expect(
    spoken.dialog.getByRole('status').filter({ hasText: 'Opname bewaard op dit toestel' }),
  ).toBeVisible();
  await spoken.later.click();
  await expect(spoken.dialog).toBeHidden();

  await openPage(page, moduleAddress('wat-doe-je-morgen'));
  const plan = await openQuestion(page, 'mijn-als-dan');
  await plan.dialog.getByRole('textbox', { name: 'Als', exact: true }).fill('het overleg begint');
  await plan.dialog.getByRole('textbox', { name: 'dan', exact: true }).fill('stel ik één vraag');
  await expect(plan.says('Bewaard op dit toestel')).toBeVisible();
  await plan.later.click();
  await expect(plan.dialog).toBeHidden();

  await openPage(page, moduleAddress('wat-als-ik-het-mis-heb'));
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Opname toevoegen' }).click();
  await (await choosing).setFiles(recording);
  await expect(page.getByText('De opname staat op je toestel.')).toBeVisible();

  await openPage(page, '/offline/');
  const title = TITLES['bepaal-de-urgentie'];
  await page.getByRole('button', { name: `Download ${title}`, exact: true }).click();
  await expect(page.getByRole('button', { name: `Verwijder download ${title}` })).toBeVisible();
  await openPage(page, '/instellingen/');
  await page.getByRole('radio', { name: 'Donker' }).check();
  const goesOn = page.getByRole('checkbox', { name: 'Speel de volgende module vanzelf' });
  await goesOn.uncheck();
  await expectSettingKept(page, 'autoNext', false);
}

test('everything that was made goes into one file, is wiped in two tabs, and comes back from that file', async ({
  profile,
  faults,
}) => {
  const { page, context } = await openWithMicrophone(profile, faults, { serviceWorkers: 'allow' });
  const recording = await makeMp3File(5);
  await fillDevice(page, recording);

  // The file, opened by another program.
  await openPage(page, '/notities/');
  await page.getByRole('button', { name: 'Exporteren' }).click();
  const sheet = page.getByRole('dialog', { name: 'Je notities meenemen' });
  const first = await download(page, sheet.getByRole('button', { name: 'Maak een back-up' }));
  expect(first.suggestedFilename()).toMatch(/^luisterroute-\d{4}-\d\d-\d\d\.zip$/);
  await expect(sheet.getByRole('status')).toContainText('Je back-up is gemaakt en nagekeken');
  await sheet.getByRole('button', { name: 'Sluit' }).click();
  await expect(page.getByText('Laatste back-up: vandaag.')).toBeVisible();
  const backup = await openBackup(await first.path());
  const { data } = backup.content;
  const notes = data.notes as Note[];
  expect(notes.map(({ kind }) => kind).toSorted()).toEqual(['answer', 'answer', 'mark', 'plan']);
  expect(data.voice).toHaveLength(1);
  expect(data.progress).toContainEqual(
    expect.objectContaining({ key: 'twee-werelden/even-niet-weten', position: expect.any(Number) }),
  );
  expect(data.settings).toContainEqual(expect.objectContaining({ key: 'autoNext', value: false }));
  const texts = Object.entries(backup.files).filter(([name]) => name.endsWith('.md'));
  expect(texts.map(([name]) => name).toSorted()).toEqual([
    'notities/01-even-niet-weten.md',
    'notities/08-wat-doe-je-morgen.md',
  ]);
  expect(String(texts.map(([, text]) => text))).toContain('het overleg begint');
  // Nothing of what the person recorded elsewhere: no record, no sound.
  expect(Object.keys(data)).not.toContain('recordings');
  const piece = recording.buffer.subarray(1000, 1064);
  const hash = createHash('sha256').update(recording.buffer).digest('hex');
  for (const [name, bytes] of Object.entries(backup.files)) {
    expect(bytes.includes(piece) || bytes.includes(hash), name).toBe(false);
  }

  // Another device went on from that file, and so did this one.
  const answered = notes.find(({ anchor }) => anchor.questionId === 'laatste-keer');
  const revisions = data.revisions as (Revision & { schema: number })[];
  const before = revisions.find(({ noteId }) => noteId === answered?.id);
  if (!before) throw new Error('the backup has no words of the answer');
  const elsewhere = await repack(backup, (changed) => {
    const { id, createdAt } = before;
    const later = { id: 'elders', parents: [id], text: ELSEWHERE, createdAt: createdAt + 1000 };
    changed.revisions.push({ ...before, ...later });
  });
  await openPage(page, moduleAddress('even-niet-weten'));
  await answerQuestion(page, 'laatste-keer', HERE);
  await page.getByRole('link', { name: 'Notities' }).click();
  const restoring = page.getByRole('dialog', { name: 'Back-up terugzetten' });
  await page.getByRole('button', { name: 'Back-up terugzetten' }).click();
  await restoring.getByLabel('Kies een bestand').setInputFiles({
    name: 'ander-toestel.zip',
    mimeType: 'application/zip',
    buffer: elsewhere,
  });
  await expect(restoring.getByRole('row', { name: 'Notities' })).toHaveText('Notities031');
  await restoring.getByRole('button', { name: 'Zet terug' }).click();
  await expect(restoring.getByRole('status')).toContainText('Teruggezet.');
  await restoring.getByRole('button', { name: 'Klaar' }).click();
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: ELSEWHERE }).first();
  await card.getByRole('button', { name: 'Voeg samen' }).click();
  await expect(card.getByRole('region', { name: 'Er zijn meer versies' })).toHaveCount(0);
  for (const words of [HERE, ELSEWHERE]) await expect(card).toContainText(words);

  const other = await context.newPage();
  await openPage(other, '/notities/');
  await expect(other.getByText(HERE).first()).toBeVisible();
  await openPage(page, '/instellingen/');
  await context.addCookies([{ name: 'luisterroute-oud', value: '1', url: page.url() }]);
  // As after a deployment of which a piece could not be fetched.
  await page.evaluate(() => sessionStorage.setItem('luisterroute-reloaded', 'build'));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(await keptNames(page)).toEqual(
    expect.arrayContaining([
      'database luisterroute',
      'database luisterroute-veiligheidskopieen',
      'cache luisterroute-audio',
      'cache luisterroute-recordings',
      'cache luisterroute-texts',
      expect.stringMatching(/^cache luisterroute-shell/),
      'key luisterroute.theme',
      'session key luisterroute-reloaded',
      'had_data=1',
      'luisterroute-oud=1',
      expect.stringMatching(/^worker /),
    ]),
  );
  const kept = await notebookOf(page);
  expect(kept.voice).not.toEqual([]);
  await page.getByRole('button', { name: 'Alles wissen' }).click();
  const ask = page.getByRole('dialog', { name: 'Alles van Luisterroute wissen?' });
  const last = await download(page, ask.getByRole('button', { name: 'Maak eerst een back-up' }));
  await expect(ask.getByRole('status').first()).toContainText('Je back-up is gemaakt');
  const path = await last.path();
  await ask.getByRole('button', { name: 'Wis alles' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alles is gewist');
  await expect(page.getByText('Dat is nagekeken.')).toBeVisible();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Alles is gewist');
  await expect(other.getByText(HERE)).toHaveCount(0);
  expect(await keptNames(page)).toEqual([]);
  await other.close();
  expect(await keptNames(page)).toEqual([]);

  await page.getByRole('link', { name: 'Opnieuw beginnen' }).click();
  await started(page);
  await openPage(page, '/notities/');
  await expect(page.getByText('Nog geen antwoorden')).toBeVisible();
  await page.getByRole('button', { name: 'Back-up terugzetten' }).click();
  await restoring.getByLabel('Kies een bestand').setInputFiles(path);
  await expect(restoring.getByRole('row', { name: 'Notities' })).toHaveText('Notities400');
  await expect(restoring.getByRole('row', { name: 'Ingesproken' })).toHaveText('Ingesproken100');
  // On the route page, where nobody touched anything yet.
  const third = await context.newPage();
  await openPage(third, ROUTE);
  await restoring.getByRole('button', { name: 'Zet terug' }).click();
  await expect(restoring.getByRole('status')).toContainText('Er kwamen 4 notities bij.');
  await restoring.getByRole('button', { name: 'Klaar' }).click();
  expect(await notebookOf(page)).toEqual(kept);
  await third.getByRole('link', { name: 'Notities' }).click();
  for (const words of [HERE, ELSEWHERE, 'dan stel ik één vraag', 'Gemarkeerd bij 1:0']) {
    await expect(page.getByText(words).first()).toBeVisible();
    await expect(third.getByText(words).first()).toBeVisible();
  }
  await third.close();
  await page.getByRole('button', { name: 'Luister naar je opname' }).click();
  await expect
    .poll(() =>
      page.evaluate(
        () => window.sounds.find(({ currentSrc }) => currentSrc.startsWith('blob:'))?.currentTime,
      ),
    )
    .toBeGreaterThan(0.3);

  // A second time there is nothing new; the place and the choice of before are there again.
  await page.getByRole('button', { name: 'Back-up terugzetten' }).click();
  await restoring.getByLabel('Kies een bestand').setInputFiles(path);
  await expect(restoring.getByText('Alles uit deze back-up staat hier al.')).toBeVisible();
  await openPage(page, ROUTE);
  await expect(page.getByRole('button', { name: 'Verder luisteren' })).toBeVisible();
  await openPage(page, '/instellingen/');
  await expect(
    page.getByRole('checkbox', { name: 'Speel de volgende module vanzelf' }),
  ).not.toBeChecked();
});

test('a copy of before bringing back stands in the settings, and brings back what went since', async ({
  page,
  context,
}) => {
  await openPage(page, moduleAddress('even-niet-weten'));
  await answerQuestion(page, 'laatste-keer', BEFORE);
  const other = await context.newPage();
  await openPage(other, '/instellingen/');
  await openPage(page, '/notities/');
  await page.getByRole('button', { name: 'Back-up terugzetten' }).click();
  const restoring = page.getByRole('dialog', { name: 'Back-up terugzetten' });
  const fixture = new URL('../fixtures/backups/format-1.zip', import.meta.url);
  await restoring.getByLabel('Kies een bestand').setInputFiles({
    name: 'oud.zip',
    mimeType: 'application/zip',
    buffer: await readFile(fixture),
  });
  await expect(restoring.getByRole('row', { name: 'Notities' })).toHaveText('Notities200');
  await restoring.getByRole('button', { name: 'Zet terug' }).click();
  await expect(restoring.getByRole('status')).toContainText('Er kwamen 2 notities bij.');
  await restoring.getByRole('button', { name: 'Klaar' }).click();
  const copies = (tab: Page) => tab.getByRole('region', { name: 'Veiligheidskopieën' });
  await expect(copies(other).getByRole('listitem')).toHaveCount(1);
  await other.close();
  // One record in that file was damaged where it was made: it can be taken out as it was found.
  const unreadable = page.getByRole('button', { name: 'Exporteer wat niet te lezen is' });
  const takingOut = page.waitForEvent('download');
  await unreadable.click();
  expect(await readFile(await (await takingOut).path(), 'utf8')).toContain('kapot');
  // Since then something was deleted: the copy of before has it.
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: BEFORE });
  await card.getByRole('button', { name: 'Verwijder deze notitie' }).click();
  await expect(card).toBeHidden();

  await openPage(page, '/instellingen/');
  await expect(copies(page).getByRole('listitem')).toHaveCount(1);
  const downloading = page.waitForEvent('download');
  await copies(page).getByRole('button', { name: 'Download de kopie van vandaag' }).click();
  expect((await downloading).suggestedFilename()).toContain('veiligheidskopie');
  await copies(page).getByRole('button', { name: 'Zet de kopie van vandaag' }).click();
  await expect(restoring.getByRole('row', { name: 'Notities' })).toHaveText('Notities100');
  await restoring.getByRole('button', { name: 'Zet terug' }).click();
  await expect(restoring.getByRole('status')).toContainText('Er kwam 1 notitie bij.');
  await restoring.getByRole('button', { name: 'Klaar' }).click();
  await expect(copies(page).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('link', { name: 'Notities', exact: true }).click();
  await expect(card).toBeVisible();
  await expect(page.locator('#notitie-n1')).toHaveText('En nu');
});

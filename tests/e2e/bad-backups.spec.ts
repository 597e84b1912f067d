/** Files that are no backup, or no longer: the person is told why in words, and nothing on the device changes. */
import type { BackupProblem } from '../../src/notebook/backup-format.ts';
import { BAD_BACKUPS, type GoodBackup, makeGoodBackup } from '../fixtures/bad-backups.ts';
import { expect, openPage, test } from './app-test.ts';
import { addNotes } from './many-notes.ts';
import { answerQuestion } from './questions.ts';
import { moduleAddress } from './route-pages.ts';
import { spoken, watchSpoken } from './spoken.ts';
import { dumpDatabases, storeRecords } from './stored-data.ts';

/** How each reason begins, for who chose the file. */
const SENTENCES: Readonly<Record<BackupProblem, string>> = {
  'not-zip': 'Dit bestand is geen back-up.',
  'not-ours': 'Dit bestand is niet door Luisterroute gemaakt.',
  'cut-short': 'Dit bestand is niet compleet: het eind ontbreekt.',
  newer: 'Deze back-up is gemaakt met een nieuwere versie van Luisterroute.',
  damaged: 'Dit bestand is beschadigd.',
  'too-large': 'Dit bestand is groter dan een back-up van Luisterroute kan zijn.',
  'too-deep': 'Dit bestand zit anders in elkaar dan een back-up van Luisterroute.',
  'unpacks-larger': 'Dit bestand geeft een verkeerde grootte op.',
  'unsafe-key': 'In dit bestand staat een naam die de app in de war kan brengen.',
  'bad-record': 'In deze back-up staat een notitie of plek die niet klopt.',
  duplicate: 'In deze back-up staan twee notities met hetzelfde nummer.',
  'wrong-checksum': 'Deze back-up is niet meer zoals die gemaakt is',
  empty: 'Deze back-up is leeg.',
  'would-empty': 'Deze back-up zou de meeste van je notities leegmaken.',
};

/** They stand in the notebook, and a file clears them all. */
const CLEARED = ['een', 'twee', 'drie'];

function clearing(good: GoodBackup): Blob {
  const emptied = CLEARED.map((noteId) => ({
    schema: 1,
    id: `${noteId}-leeg`,
    noteId,
    parents: [`${noteId}-1`],
    text: '',
    createdAt: Date.now() + 1000,
  }));
  return good.pack(good.changed(({ data }) => data.revisions?.push(...emptied)));
}

test('every bad backup that is chosen is refused with its reason, and nothing changes', async ({
  page,
  context,
}) => {
  await watchSpoken(context);
  await openPage(page, moduleAddress('even-niet-weten'));
  await answerQuestion(page, 'laatste-keer', 'Blijft zoals het is.');
  await addNotes(
    page,
    CLEARED.map((id) => ({ id, text: 'Blijft ook.' })),
  );
  // The weekly reading of all records was done: it writes down when, which is a change too.
  const scan = { key: 'recordScan', value: { at: Date.now(), bad: [] } };
  await storeRecords(page, { settings: [scan] });
  await openPage(page, '/notities/');
  await page.getByRole('button', { name: 'Back-up terugzetten' }).click();
  const restoring = page.getByRole('dialog', { name: 'Back-up terugzetten' });
  const before = await dumpDatabases(page);
  expect(before).toContain('Blijft zoals het is.');

  const good = await makeGoodBackup();
  const told = new Set<BackupProblem>();
  const files: typeof BAD_BACKUPS = [
    ...BAD_BACKUPS,
    ['that clears the notebook', 'would-empty', clearing],
  ];
  for (const [name, problem, make] of files) {
    const buffer = Buffer.from(await make(good).arrayBuffer());
    await page.evaluate(() => {
      window.spoken = [];
    });
    const file = { name: `${problem}.zip`, mimeType: 'application/zip', buffer };
    await restoring.getByLabel(/^Kies een (ander )?bestand$/).setInputFiles(file);
    await expect
      .poll(async () => (await spoken(page)).at(-1), { message: name, intervals: [20] })
      .toContain(SENTENCES[problem]);
    await expect(restoring.getByRole('status'), name).toContainText('Er is niets veranderd.');
    await expect(restoring.getByRole('button', { name: 'Zet terug' }), name).toHaveCount(0);
    expect(await dumpDatabases(page), name).toBe(before);
    told.add(problem);
  }
  expect([...told].toSorted()).toEqual(Object.keys(SENTENCES).toSorted());
  // The same dialog takes the good one of which they all were made.
  await restoring.getByLabel('Kies een ander bestand').setInputFiles({
    name: 'goed.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(good.bytes),
  });
  await expect(restoring.getByRole('row', { name: 'Notities' })).toHaveText('Notities200');
});

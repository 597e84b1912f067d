/** Every backup that a released app can have made is read for ever. A new format adds its file here. */
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { BACKUP_FORMAT } from '../../../src/notebook/backup-format.ts';
import { mergeBackup } from '../../../src/notebook/merge-backup.ts';
import { readBackup } from '../../../src/notebook/read-backup.ts';
import { contentOf, deviceWith } from '../../fixtures/notebook-data.ts';

const FOLDER = new URL('../../fixtures/backups/', import.meta.url);
const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.zip'));

test('there is one of every format', () => {
  const formats = names.map((name) => Number(/^format-(\d+)/.exec(name)?.[1]));
  for (let format = 1; format <= BACKUP_FORMAT; format += 1) expect(formats).toContain(format);
});

test.each(names)('%s gives everything that its list names', async (name) => {
  const file = new Blob([await readFile(new URL(name, FOLDER))]);
  const { store, guard } = await deviceWith();
  await mergeBackup(store, guard, await readBackup(file));
  const expected: unknown = JSON.parse(
    await readFile(new URL(name.replace('.zip', '.json'), FOLDER), 'utf8'),
  );
  expect(JSON.parse(JSON.stringify(await contentOf(store)))).toEqual(expected);
});

/** Files that are no backup of ours, or no longer: each refused with its own reason, and nothing changes. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { mergeBackup } from '../../../src/notebook/merge-backup.ts';
import { readBackup } from '../../../src/notebook/read-backup.ts';
import { BAD_BACKUPS, type GoodBackup, makeGoodBackup } from '../../fixtures/bad-backups.ts';
import { makeZip } from '../../fixtures/make-zip.ts';
import { contentOf, deviceWith, NOTEBOOK } from '../../fixtures/notebook-data.ts';

let good: GoodBackup;

beforeAll(async () => {
  good = await makeGoodBackup();
});

test('the same ways of packing make a good backup, when nothing is changed', async () => {
  expect((await readBackup(good.pack(good.content))).values.notes).toHaveLength(2);
  expect((await readBackup(good.pack(good.changed(() => undefined)))).values.notes).toHaveLength(2);
  expect(inflateRawSync(deflateRawSync('x')).toString()).toBe('x');
});

describe('a file', () => {
  test.each(BAD_BACKUPS)('%s is refused as %s', async (_, code, make) => {
    const { store, guard } = await deviceWith({ notes: NOTEBOOK.notes ?? [] });
    const before = await contentOf(store);
    const restoring = readBackup(make(good)).then((backup) => mergeBackup(store, guard, backup));
    await expect(restoring).rejects.toMatchObject({ name: 'BackupError', code });
    expect(await contentOf(store)).toEqual(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

test('a bomb is stopped long before it is unpacked', async () => {
  const bomb = makeZip([{ name: 'backup.json', bytes: Buffer.alloc(100_000_000, 32), size: 1000 }]);
  const startedAt = performance.now();
  await expect(readBackup(bomb)).rejects.toMatchObject({ code: 'unpacks-larger' });
  expect(performance.now() - startedAt).toBeLessThan(500);
});

test('flipping any byte never lets changed words through', async () => {
  const { store: original } = await deviceWith(NOTEBOOK);
  const before = await contentOf(original);
  for (let at = 0; at < good.bytes.length; at += 29) {
    const flipped = Uint8Array.from(good.bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 0x10;
    const { store, guard } = await deviceWith();
    const restored = await readBackup(new Blob([flipped])).then(
      async (backup) => {
        await mergeBackup(store, guard, backup);
        return true;
      },
      (error: unknown) => {
        expect(error).toMatchObject({ name: 'BackupError' });
        return false;
      },
    );
    // Bytes that say nothing of the content (a date, say) may differ.
    if (restored) expect(await contentOf(store)).toEqual(before);
  }
});

test('HTML in a text stays text', async () => {
  const backup = await readBackup(good.pack(good.content));
  expect(backup.values.revisions[1]?.text).toBe('Dan <b>dit</b> 👩‍👩‍👧 \u0000 שלום.');
});

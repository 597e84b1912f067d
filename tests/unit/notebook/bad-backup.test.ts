/** Files that are no backup of ours, or no longer: each refused with its own reason, and nothing changes. */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { mergeBackup } from '../../../src/notebook/merge-backup.ts';
import { readBackup } from '../../../src/notebook/read-backup.ts';
import { openZip } from '../../../src/notebook/zip-reader.ts';
import { makeZip, type PackedFile } from '../../fixtures/make-zip.ts';
import { backupOf, contentOf, deviceWith, NOTEBOOK } from '../../fixtures/notebook-data.ts';

interface Content {
  app: string;
  format: number;
  schema: number;
  createdAt: string;
  sections: Record<string, { count: number; sha256: string }>;
  data: Record<string, unknown[]>;
}

let bytes: Uint8Array<ArrayBuffer>;
let content: string;
let voice: Uint8Array;

beforeAll(async () => {
  const { store } = await deviceWith(NOTEBOOK);
  const file = await backupOf(store);
  bytes = new Uint8Array(await file.arrayBuffer());
  const zip = await openZip(file);
  content = new TextDecoder().decode(await zip.read('backup.json', 1e6));
  voice = await zip.read('spraak/n2.webm', 1e6);
});

/** A backup with this `backup.json`, and the voice that it tells of. */
function pack(json: string, more: readonly PackedFile[] = []): Blob {
  return makeZip([
    { name: 'backup.json', bytes: Buffer.from(json) },
    { name: 'spraak/n2.webm', bytes: voice },
    ...more,
  ]);
}

/** The good content, changed, with hashes that are right again unless told otherwise. */
function changed(change: (parsed: Content) => void, isHashed = true): string {
  const parsed = JSON.parse(content) as Content;
  change(parsed);
  if (isHashed) {
    for (const [name, records] of Object.entries(parsed.data)) {
      const sha256 = createHash('sha256').update(JSON.stringify(records)).digest('hex');
      parsed.sections[name] = { count: records.length, sha256 };
    }
  }
  return JSON.stringify(parsed);
}

test('the same ways of packing make a good backup, when nothing is changed', async () => {
  expect((await readBackup(pack(content))).values.notes).toHaveLength(2);
  expect((await readBackup(pack(changed(() => undefined)))).values.notes).toHaveLength(2);
  expect(inflateRawSync(deflateRawSync('x')).toString()).toBe('x');
});

const first = (parsed: Content, section: string) =>
  parsed.data[section]?.[0] as Record<string, unknown>;

const CASES: [string, string, () => Blob][] = [
  ['something else', 'not-zip', () => new Blob(['Dit is een brief.'])],
  ['nothing', 'not-zip', () => new Blob([])],
  ['cut short in the middle', 'cut-short', () => new Blob([bytes.subarray(0, bytes.length / 2)])],
  ['cut short by one byte', 'cut-short', () => new Blob([bytes.subarray(0, -1)])],
  ['without its beginning', 'cut-short', () => new Blob([bytes.subarray(200)])],
  ['a zip of something else', 'not-ours', () => makeZip([{ name: 'foto.jpg', bytes: voice }])],
  ['of another app', 'not-ours', () => pack(changed((p) => Object.assign(p, { app: 'ander' })))],
  ['a list instead of an object', 'not-ours', () => pack('[1, 2]')],
  ['of a later format', 'newer', () => pack(changed((p) => Object.assign(p, { format: 2 })))],
  ['of a later schema', 'newer', () => pack(changed((p) => Object.assign(p, { schema: 2 })))],
  [
    'with a record of a later schema',
    'newer',
    () => pack(changed((p) => Object.assign(first(p, 'notes'), { schema: 2 }))),
  ],
  [
    'with a section of a later app',
    'newer',
    () => pack(changed((p) => Object.assign(p.data, { lijstjes: [] }))),
  ],
  ['that is no JSON', 'damaged', () => pack('{"app": "luisterroute"')],
  ['that is no UTF-8', 'damaged', () => makeZip([{ name: 'backup.json', bytes: Buffer.of(0xff) }])],
  ['without a format', 'damaged', () => pack(changed((p) => Object.assign(p, { format: 'een' })))],
  [
    'without one of its hashes',
    'damaged',
    () => pack(changed((p) => Reflect.deleteProperty(p.sections, 'notes'), false)),
  ],
  [
    'with a word changed afterwards',
    'wrong-checksum',
    () => pack(content.replace('Eerst dit.', 'Eerst dat.')),
  ],
  [
    'with another count',
    'wrong-checksum',
    () => pack(changed((p) => Object.assign(p.sections.notes ?? {}, { count: 3 }), false)),
  ],
  [
    'with other sound in a voice',
    'wrong-checksum',
    () =>
      makeZip([
        { name: 'backup.json', bytes: Buffer.from(content) },
        { name: 'spraak/n2.webm', bytes: Buffer.of(1, 2, 3, 4, 6) },
      ]),
  ],
  [
    'with a checksum of the zip that is wrong',
    'wrong-checksum',
    () => makeZip([{ name: 'backup.json', bytes: Buffer.from(content), crc: 1 }]),
  ],
  ['with a prototype key', 'unsafe-key', () => pack(content.replace('"format"', '"__proto__"'))],
  [
    'with a constructor in a record',
    'unsafe-key',
    () => pack(changed((p) => Object.assign(first(p, 'notes'), { constructor: { a: 1 } }))),
  ],
  ['nested too deep', 'too-deep', () => pack(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)],
  [
    'nested too deep in a record',
    'too-deep',
    () => pack(content.replace('"value":20', `"value":${'['.repeat(40)}${']'.repeat(40)}`)),
  ],
  [
    'with a backup.json over 50 MB',
    'too-large',
    () => makeZip([{ name: 'backup.json', bytes: Buffer.alloc(50_000_001, 32) }]),
  ],
  [
    'that unpacks to a thousandfold',
    'too-large',
    () => makeZip([{ name: 'backup.json', bytes: Buffer.alloc(20_000_000, 32) }]),
  ],
  [
    'that unpacks to more than it says',
    'unpacks-larger',
    () => makeZip([{ name: 'backup.json', bytes: Buffer.alloc(10_000_000, 32), size: 1000 }]),
  ],
  [
    'that is stored larger than it says',
    'unpacks-larger',
    () =>
      makeZip([{ name: 'backup.json', bytes: Buffer.alloc(2000, 32), size: 9, isStored: true }]),
  ],
  [
    'that unpacks to less than it says',
    'damaged',
    () => makeZip([{ name: 'backup.json', bytes: Buffer.from(content), size: 900_000 }]),
  ],
  [
    'packed in a way of which nothing is known',
    'damaged',
    () => makeZip([{ name: 'backup.json', bytes: Buffer.from(content), method: 14 }]),
  ],
  [
    'with two files of one name',
    'duplicate',
    () => pack(content, [{ name: 'backup.json', bytes: Buffer.from('{}') }]),
  ],
  [
    'with two notes of one id',
    'duplicate',
    () => pack(changed((p) => p.data.notes?.push(first(p, 'notes')))),
  ],
  [
    'with a note without a kind',
    'bad-record',
    () => pack(changed((p) => Reflect.deleteProperty(first(p, 'notes'), 'kind'))),
  ],
  [
    'with a voice that points outside',
    'damaged',
    () => pack(changed((p) => Object.assign(first(p, 'voice'), { file: '../../geheim' }))),
  ],
  [
    'with a voice whose pieces do not add up',
    'bad-record',
    () => pack(changed((p) => Object.assign(first(p, 'voice'), { pieces: [] }))),
  ],
  [
    'with nothing in it',
    'empty',
    () =>
      pack(
        changed((p) => {
          for (const name of Object.keys(p.data)) p.data[name] = [];
        }),
      ),
  ],
];

describe('a file', () => {
  test.each(CASES)('%s is refused as %s', async (_, code, make) => {
    const { store, guard } = await deviceWith({ notes: NOTEBOOK.notes ?? [] });
    const before = await contentOf(store);
    const restoring = readBackup(make()).then((backup) => mergeBackup(store, guard, backup));
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
  for (let at = 0; at < bytes.length; at += 29) {
    const flipped = Uint8Array.from(bytes);
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
  const backup = await readBackup(pack(content));
  expect(backup.values.revisions[1]?.text).toBe('Dan <b>dit</b> 👩‍👩‍👧 \u0000 שלום.');
});

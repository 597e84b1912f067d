/** Opens and makes backups with other programs than the app's own: an independent witness of what it packs. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { BackupFile } from '../../src/notebook/backup-format.ts';
import { makeZip } from '../fixtures/make-zip.ts';
import { expect } from './fixtures.ts';

/** What is in a backup, by the names of its files. */
export interface OpenedBackup {
  content: BackupFile;
  files: Readonly<Record<string, Buffer>>;
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Unpacks a backup, and checks all that it says of itself: the counts, the hashes, and each voice. */
export async function openBackup(path: string): Promise<OpenedBackup> {
  const unpacked = Object.entries(unzipSync(await readFile(path)));
  const files = Object.fromEntries(unpacked.map(([name, bytes]) => [name, Buffer.from(bytes)]));
  const content: BackupFile = JSON.parse(files['backup.json']?.toString() ?? '');
  expect(content).toMatchObject({ app: 'luisterroute', format: 1, schema: 1 });
  expect(Object.keys(content.sections)).toEqual(Object.keys(content.data));
  for (const [name, records] of Object.entries(content.data)) {
    expect(content.sections[name as keyof typeof content.sections], name).toEqual({
      count: records.length,
      sha256: sha256(JSON.stringify(records)),
    });
  }
  const voices = Object.keys(files).filter((name) => name.startsWith('spraak/'));
  expect(voices.toSorted()).toEqual(content.data.voice.map(({ file }) => file).toSorted());
  for (const voice of content.data.voice) {
    const bytes = files[voice.file] ?? Buffer.of();
    expect({ size: bytes.length, sha256: sha256(bytes) }).toEqual({
      size: voice.size,
      sha256: voice.sha256,
    });
  }
  return { content, files };
}

/** The same backup with other records in it, as another device would have made it. */
export async function repack(
  { content, files }: OpenedBackup,
  change: (data: BackupFile['data']) => void,
): Promise<Buffer> {
  const changed = structuredClone(content);
  change(changed.data);
  for (const [name, records] of Object.entries(changed.data)) {
    changed.sections[name as keyof typeof changed.sections] = {
      count: records.length,
      sha256: sha256(JSON.stringify(records)),
    };
  }
  const packed = { ...files, 'backup.json': Buffer.from(JSON.stringify(changed)) };
  const zip = makeZip(Object.entries(packed).map(([name, bytes]) => ({ name, bytes })));
  return Buffer.from(await zip.arrayBuffer());
}

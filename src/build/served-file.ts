/**
 * Finds the file behind an address and prepares what is sent of it: validator and compressed body.
 * Hashes and compressed bodies are kept in memory until the file changes.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Bytes } from '../model/units.ts';
import { mediaType } from './media-types.ts';

/** How a body can be compressed. */
export type Encoding = 'br' | 'gzip';

/** A file on disk as it is now. */
export interface ServedFile {
  path: string;
  size: Bytes;
  type: string;
  compressible: boolean;
  /** Changes with the file; part of every key in memory. */
  version: string;
}

/** What an address stands for. */
export type Found =
  | { kind: 'file'; file: ServedFile }
  /** A folder whose address lacks the slash at its end. */
  | { kind: 'folder-without-slash' }
  | { kind: 'missing' };

/**
 * Looks up an address.
 *
 * @param folder - Absolute; nothing outside it is ever found.
 * @param path - Decoded, starting with a slash; a slash at its end asks for the folder's `index.html`.
 */
export async function findFile(folder: string, path: string): Promise<Found> {
  if (path.includes('\0') || path.includes('\\')) return { kind: 'missing' };
  const asked = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  if (!asked.startsWith(folder + sep)) return { kind: 'missing' };
  const file = await describe(asked);
  if (file) return { kind: 'file', file };
  const index = path.endsWith('/') ? undefined : await describe(join(asked, 'index.html'));
  return index ? { kind: 'folder-without-slash' } : { kind: 'missing' };
}

async function describe(path: string): Promise<ServedFile | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const version = `${path}:${found.size}:${found.mtimeMs}`;
  return { path, size: found.size, ...mediaType(path), version };
}

/** Remembers the hash and the compressed forms of files. */
export class BodyCache {
  readonly #tags = new Map<string, Promise<string>>();
  readonly #bodies = new Map<string, Promise<Buffer>>();

  /** The start of a strong validator: 16 hex digits of the content's SHA-256. */
  tag(file: ServedFile): Promise<string> {
    return remember(this.#tags, file.version, () => hashFile(file.path));
  }

  /** The compressed file. Large ones are compressed less hard, so that the first visit does not wait. */
  compressed(file: ServedFile, encoding: Encoding): Promise<Buffer> {
    return remember(this.#bodies, `${encoding}:${file.version}`, async () => {
      const bytes = await readFile(file.path);
      if (encoding === 'gzip') return promisify(gzip)(bytes);
      const quality = bytes.length > 300_000 ? 6 : 11;
      return promisify(brotliCompress)(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: quality },
      });
    });
  }
}

async function remember<T>(
  kept: Map<string, Promise<T>>,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex').slice(0, 16);
}

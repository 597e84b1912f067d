/** The names of texts and figures hold the start of their content's hash, so that any answer can be checked. */
import type { Sha256 } from './units.ts';

/**
 * Reads the hash in a name such as `content/twee-werelden/even-niet-weten-1f3a9c0b.json`.
 *
 * @returns The first 8 to 64 hex digits of the file's SHA-256; `undefined` when the name holds none.
 */
export function readNameHash(path: string): string | undefined {
  return /[.-]([0-9a-f]{8,64})\.[a-z0-9]+$/.exec(path)?.[1];
}

/** Whether an answer is the file that its name promises; `false` for a name that promises nothing. */
export function isNamedContent(path: string, hash: Sha256): boolean {
  const start = readNameHash(path);
  return start !== undefined && hash.startsWith(start);
}

import type { Bytes } from '../model/units.ts';

/** Reads a part of a file; shorter at its end. @throws when the file went or changed meanwhile. */
export async function readBytes(
  file: Blob,
  from: Bytes,
  to: Bytes,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}

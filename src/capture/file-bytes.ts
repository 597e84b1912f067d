/** Reads parts of files. */
import type { Bytes } from '../model/units.ts';

/** Reads a part of a file; shorter at its end. @throws when the file went or changed meanwhile. */
export async function readBytes(
  file: Blob,
  from: Bytes,
  to: Bytes,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}

/**
 * Posted where nobody listens, memory is freed at once. `ArrayBuffer.transfer` does not do it: Chromium's own
 * handle goes on holding the bytes, and hundreds of megabytes wait for a collection that nothing presses for.
 */
const drain = closedPort();

function closedPort(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
}

/**
 * Reads all of a part, and gives its memory back as soon as it was used: megabytes that go by wait for the
 * garbage collector otherwise, and it is in no hurry.
 *
 * @param use - What it is read for; afterwards the bytes are gone.
 * @throws what `use` throws, or when the file went or changed meanwhile.
 */
export async function useBytes<T>(
  part: Blob,
  use: (bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>,
): Promise<T> {
  const buffer = await part.arrayBuffer();
  try {
    return await use(new Uint8Array(buffer));
  } finally {
    drain.postMessage(undefined, [buffer]);
  }
}

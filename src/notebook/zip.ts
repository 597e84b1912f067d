/**
 * The one file that knows `fflate`: packs files into a zip as a stream, and unpacks one stream of bytes.
 * How a zip is laid out for reading is the work of `zip-reader.ts`.
 */
import { Inflate, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Bytes } from '../model/units.ts';

/** Text is given to the packer in parts of this many characters, so that the page answers in between. */
const TEXT_PART = 64 * 1024;

/** From this size on, packed bytes are handed to the browser, which can put them on the disk. */
const HAND_OVER: Bytes = 1_000_000;

/** A zip that is being made. Files follow each other; none is held in memory as a whole. */
export interface ZipWriter {
  /** Adds a text, compressed. */
  addText(name: string, text: string): Promise<void>;
  /** Adds bytes as they come, uncompressed: sound is that already. */
  addBytes(name: string, parts: AsyncIterable<Uint8Array>): Promise<void>;
  /** No file can be added after this. */
  finish(): Blob;
}

/** @param modifiedAt - Written beside every file, as near as a zip can say it. */
export function createZipWriter(modifiedAt: Date): ZipWriter {
  const parts: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let waitingSize = 0;
  let failure: Error | undefined;

  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else keep(chunk as Uint8Array<ArrayBuffer>);
  });

  function keep(chunk: Uint8Array<ArrayBuffer>): void {
    waiting.push(chunk);
    waitingSize += chunk.length;
    if (waitingSize < HAND_OVER) return;
    parts.push(new Blob(waiting));
    waiting = [];
    waitingSize = 0;
  }

  function start<File extends ZipDeflate | ZipPassThrough>(file: File): File {
    file.mtime = sayableDate(modifiedAt);
    zip.add(file);
    return file;
  }

  return {
    async addText(name, text) {
      const file = start(new ZipDeflate(name, { level: 6 }));
      const encoder = new TextEncoder();
      for (const part of splitText(text)) {
        file.push(encoder.encode(part));
        await nextTurn();
      }
      file.push(new Uint8Array(0), true);
    },
    async addBytes(name, bytes) {
      const file = start(new ZipPassThrough(name));
      for await (const part of bytes) file.push(part);
      file.push(new Uint8Array(0), true);
    },
    finish() {
      zip.end();
      if (failure) throw failure;
      return new Blob([...parts, ...waiting], { type: 'application/zip' });
    },
  };
}

/** Cuts between characters, never inside a pair of surrogates. */
function* splitText(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + TEXT_PART);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end += 1;
    yield text.slice(start, end);
    start = end;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Most packed bytes that are unpacked at once: they can grow a thousandfold. */
const INFLATE_PART: Bytes = 4096;

/**
 * Unpacks a raw deflate stream.
 *
 * @param onBytes - Gets every part as it comes; may throw to stop.
 * @returns Takes the next packed bytes. Throws what `onBytes` threw, or an error for a broken stream.
 */
export function createInflater(
  onBytes: (bytes: Uint8Array<ArrayBuffer>) => void,
): (bytes: Uint8Array, isLast: boolean) => void {
  const inflate = new Inflate((bytes) => onBytes(bytes as Uint8Array<ArrayBuffer>));
  return (bytes, isLast) => {
    for (let start = 0; start < bytes.length; start += INFLATE_PART) {
      inflate.push(bytes.subarray(start, start + INFLATE_PART));
    }
    if (isLast) inflate.push(new Uint8Array(0), true);
  };
}

/** A zip knows the years 1980 to 2099: a device whose clock is elsewhere makes a backup all the same. */
function sayableDate(date: Date): Date {
  const year = date.getFullYear();
  return year < 1980 ? new Date(1980, 0, 1) : year > 2099 ? new Date(2099, 0, 1) : date;
}

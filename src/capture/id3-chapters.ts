/**
 * Chapters in the tag at the start of an MP3.
 *
 * @see https://id3.org/id3v2-chapters-1.0
 */
import type { RecordingChapter } from '../model/recording.ts';
import { readBytes } from './file-bytes.ts';
import { hasLetters, tagLength } from './probe-sound.ts';

const HEADER = 10;

/** A tag of more frames is no tag. */
const MOST_FRAMES = 2000;

/** A chapter may carry a picture; its title comes before that. */
const LONGEST_FRAME = 65_536;

interface Frame {
  name: string;
  body: Uint8Array;
  /** How far the next frame is. */
  length: number;
}

/** Reads the tag frame by frame, so that a large picture in it is passed over unread. */
export async function readId3Chapters(file: Blob): Promise<RecordingChapter[]> {
  const head = await readBytes(file, 0, HEADER);
  const version = head[3] ?? 0;
  const end = Math.min(tagLength(head), file.size);
  if (version !== 3 && version !== 4) return [];
  const chapters: RecordingChapter[] = [];
  let offset = HEADER + (await extendedLength(file, head, version));
  for (let count = 0; count < MOST_FRAMES && offset + HEADER < end; count += 1) {
    const bytes = await readBytes(file, offset, Math.min(end, offset + HEADER));
    if (!/^[A-Z][A-Z0-9]{3}$/.test(letters(bytes, 0, 4))) break;
    const length = HEADER + frameSize(bytes, version);
    if (hasLetters(bytes, 0, 'CHAP')) {
      const to = Math.min(end, offset + length, offset + LONGEST_FRAME);
      chapters.push(readChapter(await readBytes(file, offset + HEADER, to), version));
    }
    offset += length;
  }
  return chapters;
}

async function extendedLength(file: Blob, head: Uint8Array, version: number): Promise<number> {
  const hasExtended = ((head[5] ?? 0) & 0x40) !== 0;
  if (!hasExtended) return 0;
  const size = await readBytes(file, HEADER, HEADER + 4);
  // In 2.3 the size leaves out its own four bytes.
  return version === 4 ? syncsafe(size, 0) : 4 + whole(size, 0);
}

/** A name that ends with 0, four numbers, and frames of its own with the title among them. */
function readChapter(body: Uint8Array, version: number): RecordingChapter {
  const times = body.indexOf(0) + 1;
  let title = '';
  for (let offset = times + 16; offset + HEADER < body.length; ) {
    const frame = readFrame(body, offset, version);
    if (frame.name === 'TIT2') title = readText(frame.body);
    offset += frame.length;
  }
  return { title, startTime: whole(body, times) / 1000 };
}

function readFrame(bytes: Uint8Array, offset: number, version: number): Frame {
  const length = HEADER + frameSize(bytes.subarray(offset), version);
  return {
    name: letters(bytes, offset, 4),
    body: bytes.subarray(offset + HEADER, offset + length),
    length,
  };
}

function frameSize(frame: Uint8Array, version: number): number {
  return version === 4 ? syncsafe(frame, 4) : whole(frame, 4);
}

/** The first byte tells the encoding. @see https://id3.org/id3v2.4.0-structure section 4 */
function readText(body: Uint8Array): string {
  const encoding = ['latin1', 'utf-16', 'utf-16be', 'utf-8'][body[0] ?? 0] ?? 'latin1';
  const bytes = body.subarray(1);
  // The decoder's utf-16 is little-endian, and passes over a byte order mark only of its own order.
  const isBigEndian = encoding === 'utf-16' && bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isBigEndian ? 'utf-16be' : encoding).decode(bytes).replace(/\0.*$/s, '');
}

function whole(bytes: Uint8Array, at: number): number {
  return bytes.subarray(at, at + 4).reduce((value, byte) => value * 256 + byte, 0);
}

function syncsafe(bytes: Uint8Array, at: number): number {
  return bytes.subarray(at, at + 4).reduce((value, byte) => value * 128 + (byte & 0x7f), 0);
}

function letters(bytes: Uint8Array, at: number, count: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + count));
}

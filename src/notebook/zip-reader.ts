/**
 * Reads a zip that somebody else can have made. The list at its end tells what is in it; nothing that it
 * says about sizes is believed: while unpacking, a running count stops at the first byte too many.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.7, 4.3.12 and 4.3.16
 */
import type { Bytes } from '../model/units.ts';
import { BackupError, MAX_ENTRIES, MAX_RATIO, MAX_TOTAL_SIZE } from './backup-format.ts';
import { crc32 } from './crc32.ts';
import { createInflater } from './zip.ts';

const LOCAL_HEADER = 0x04034b50;
const LIST_ENTRY = 0x02014b50;
const END_OF_LIST = 0x06054b50;
const LOCAL_HEADER_SIZE = 30;
const LIST_ENTRY_SIZE = 46;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
/** Encrypted, in any of the ways. */
const ENCRYPTED = 0x2041;
const STORED = 0;
const DEFLATED = 8;
/** Below this, a high ratio is only a text that repeats itself. */
const RATIO_COUNTS_FROM: Bytes = 1_000_000;

interface Entry {
  method: number;
  flags: number;
  crc: number;
  packedSize: Bytes;
  size: Bytes;
  offset: number;
}

/** A zip of which the list was read. */
export interface ZipReader {
  has(name: string): boolean;
  /**
   * Unpacks one file.
   *
   * @param limit - Most bytes that it may be.
   * @throws BackupError `not-ours` when it is not there.
   */
  read(name: string, limit: Bytes): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * @param totalLimit - Most bytes that all files that are read may be together, however often each is read.
 * @throws BackupError `not-zip`, `cut-short`, `too-large`, `damaged` or `duplicate`.
 */
export async function openZip(file: Blob, totalLimit: Bytes = MAX_TOTAL_SIZE): Promise<ZipReader> {
  const { entries, listOffset } = await readList(file);
  const read = new Set<Entry>();
  let total = 0;

  return {
    has: (name) => entries.has(name),
    async read(name, limit) {
      const entry = entries.get(name);
      if (!entry) throw new BackupError('not-ours', `there is no ${name}`);
      const rest = read.has(entry) ? entry.size : totalLimit - total;
      const isTooTight =
        entry.size > RATIO_COUNTS_FROM && entry.size > entry.packedSize * MAX_RATIO;
      if (entry.size > Math.min(limit, rest) || isTooTight)
        throw new BackupError('too-large', name);
      const bytes = await unpack(file, entry, listOffset);
      if (!read.has(entry)) total += bytes.length;
      read.add(entry);
      return bytes;
    },
  };
}

async function readList(file: Blob): Promise<{ entries: Map<string, Entry>; listOffset: number }> {
  const end = await findEnd(file);
  const { count, size, offset } = end;
  if (count > MAX_ENTRIES) throw new BackupError('too-large', `${count} files`);
  if (end.isOnManyDisks || offset + size > end.position) {
    throw new BackupError('cut-short', 'the list is not where its end says');
  }
  const list = await viewOf(file, offset, offset + size);
  const entries = new Map<string, Entry>();
  const decoder = new TextDecoder();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + LIST_ENTRY_SIZE > list.byteLength || list.getUint32(at, true) !== LIST_ENTRY) {
      throw new BackupError('damaged', `entry ${index} of the list`);
    }
    const nameLength = list.getUint16(at + 28, true);
    const next =
      at +
      LIST_ENTRY_SIZE +
      nameLength +
      list.getUint16(at + 30, true) +
      list.getUint16(at + 32, true);
    if (next > list.byteLength) throw new BackupError('damaged', `entry ${index} of the list`);
    const name = decoder.decode(new Uint8Array(list.buffer, at + LIST_ENTRY_SIZE, nameLength));
    if (entries.has(name)) throw new BackupError('duplicate', `two files ${name}`);
    entries.set(name, {
      flags: list.getUint16(at + 8, true),
      method: list.getUint16(at + 10, true),
      crc: list.getUint32(at + 16, true),
      packedSize: list.getUint32(at + 20, true),
      size: list.getUint32(at + 24, true),
      offset: list.getUint32(at + 42, true),
    });
    at = next;
  }
  return { entries, listOffset: offset };
}

/** The record at the end, searched backwards behind a comment of any length. */
async function findEnd(file: Blob) {
  const start = Math.max(0, file.size - END_SIZE - MAX_COMMENT);
  const tail = await viewOf(file, start, file.size);
  for (let at = tail.byteLength - END_SIZE; at >= 0; at -= 1) {
    const isEnd =
      tail.getUint32(at, true) === END_OF_LIST &&
      at + END_SIZE + tail.getUint16(at + 20, true) === tail.byteLength;
    if (isEnd) {
      return {
        position: start + at,
        count: tail.getUint16(at + 10, true),
        size: tail.getUint32(at + 12, true),
        offset: tail.getUint32(at + 16, true),
        isOnManyDisks: tail.getUint32(at + 4, true) !== 0,
      };
    }
  }
  const head = await viewOf(file, 0, Math.min(4, file.size));
  const isZip = head.byteLength === 4 && head.getUint32(0, true) === LOCAL_HEADER;
  throw new BackupError(isZip ? 'cut-short' : 'not-zip', 'no end of the list');
}

async function unpack(
  file: Blob,
  entry: Entry,
  listOffset: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const header = await viewOf(file, entry.offset, entry.offset + LOCAL_HEADER_SIZE);
  if (header.byteLength < LOCAL_HEADER_SIZE || header.getUint32(0, true) !== LOCAL_HEADER) {
    throw new BackupError('damaged', 'no file where the list says one is');
  }
  const start =
    entry.offset + LOCAL_HEADER_SIZE + header.getUint16(26, true) + header.getUint16(28, true);
  const end = start + entry.packedSize;
  if (end > listOffset) throw new BackupError('cut-short', 'a file runs into the list');
  if ((entry.flags & ENCRYPTED) !== 0 || ![STORED, DEFLATED].includes(entry.method)) {
    throw new BackupError('damaged', `method ${entry.method}`);
  }
  const packed = file.slice(start, end);
  const bytes = await (entry.method === STORED ? store(packed, entry) : inflate(packed, entry));
  if (crc32(bytes) !== entry.crc) throw new BackupError('wrong-checksum', 'the CRC of a file');
  return bytes;
}

async function store(packed: Blob, { size }: Entry): Promise<Uint8Array<ArrayBuffer>> {
  if (packed.size > size) throw new BackupError('unpacks-larger', 'more bytes than it says');
  if (packed.size < size) throw new BackupError('damaged', 'fewer bytes than it says');
  return new Uint8Array(await packed.arrayBuffer());
}

async function inflate(packed: Blob, { size }: Entry): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  let count = 0;
  const push = createInflater((part) => {
    if (count + part.length > size) {
      throw new BackupError('unpacks-larger', 'more bytes than it says');
    }
    bytes.set(part, count);
    count += part.length;
  });
  try {
    const reader = packed.stream().getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      push(read.value, false);
    }
    push(new Uint8Array(0), true);
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    throw new BackupError('damaged', 'a file that does not unpack', cause);
  }
  if (count < size) throw new BackupError('damaged', 'fewer bytes than it says');
  return bytes;
}

async function viewOf(file: Blob, start: number, end: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await file.slice(start, end).arrayBuffer());
}

/** The kind and the length of a recording, read from its bytes: MP3, MP4 and Ogg. */
import type { PublishedAudioType } from '../model/learning-module.ts';
import type { Seconds } from '../model/units.ts';
import { readMp3Frame } from './mp3-frame.ts';

/** What the bytes say of themselves. */
export interface AudioFacts {
  type: PublishedAudioType;
  duration: Seconds;
}

/** Reads the kind and length; `undefined` when it is none of the three kinds or has no sound in it. */
export function readAudioFacts(bytes: Uint8Array): AudioFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = readLetters(view, 0, 8);
  let facts: AudioFacts;
  if (head.startsWith('OggS')) facts = { type: 'audio/ogg', duration: readOggDuration(view) };
  else if (head.slice(4) === 'ftyp') facts = { type: 'audio/mp4', duration: readMp4Duration(view) };
  else facts = { type: 'audio/mpeg', duration: readMp3Duration(bytes, view) };
  if (!(facts.duration > 0)) return undefined;
  // Frames are added up as fractions: what is behind the microsecond is only rounding.
  return { ...facts, duration: Math.round(facts.duration * 1e6) / 1e6 };
}

/** The ending of a file of this kind. */
export function audioExtension(type: PublishedAudioType): string {
  return { 'audio/mpeg': 'mp3', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg' }[type];
}

/**
 * Adds up the frames, so that a changing bit rate does not matter.
 *
 * @see https://www.iso.org/standard/22412.html (ISO/IEC 11172-3, layer III)
 */
function readMp3Duration(bytes: Uint8Array, view: DataView): Seconds {
  let offset = skipId3(view);
  let duration: Seconds = 0;
  let isFirst = true;
  while (offset + 4 <= view.byteLength) {
    const frame = readMp3Frame(bytes, offset);
    if (!frame) break;
    // A first frame that holds the table of an encoder is silent and not played.
    const isTable = isFirst && hasEncoderTable(view, offset, frame.size);
    if (!isTable) duration += frame.duration;
    isFirst = false;
    offset += frame.size;
  }
  return duration;
}

function skipId3(view: DataView): number {
  if (view.byteLength < 10 || readLetters(view, 0, 3) !== 'ID3') return 0;
  let size = 0;
  for (let index = 6; index < 10; index += 1) size = size * 128 + (view.getUint8(index) & 0x7f);
  const hasFooter = (view.getUint8(5) & 0x10) !== 0;
  return 10 + size + (hasFooter ? 10 : 0);
}

function hasEncoderTable(view: DataView, offset: number, size: number): boolean {
  const frame = readLetters(view, offset, Math.min(size, 64));
  return frame.includes('Xing') || frame.includes('Info') || frame.includes('VBRI');
}

/** The movie header in the movie box. @see https://www.w3.org/TR/mse-byte-stream-format-isobmff/ */
function readMp4Duration(view: DataView): Seconds {
  const movie = findBox(view, 0, view.byteLength, 'moov');
  const header = movie && findBox(view, movie.start, movie.end, 'mvhd');
  if (!header || header.end - header.start < 32) return 0;
  const isLong = view.getUint8(header.start) === 1;
  const scale = view.getUint32(header.start + (isLong ? 20 : 12));
  const length = isLong
    ? Number(view.getBigUint64(header.start + 24))
    : view.getUint32(header.start + 16);
  return scale > 0 ? length / scale : 0;
}

function findBox(
  view: DataView,
  from: number,
  to: number,
  name: string,
): { start: number; end: number } | undefined {
  let offset = from;
  while (offset + 8 <= to) {
    const short = view.getUint32(offset);
    const isLong = short === 1 && offset + 16 <= to;
    const size = isLong ? Number(view.getBigUint64(offset + 8)) : short === 0 ? to - offset : short;
    if (size < 8 || offset + size > to) return undefined;
    if (readLetters(view, offset + 4, 4) === name) {
      return { start: offset + (isLong ? 16 : 8), end: offset + size };
    }
    offset += size;
  }
  return undefined;
}

/** The position of the last page over the rate of the stream. @see https://www.rfc-editor.org/rfc/rfc7845 */
function readOggDuration(view: DataView): Seconds {
  const start = 27 + view.getUint8(Math.min(26, view.byteLength - 1));
  if (view.byteLength < start + 19) return 0;
  const isOpus = readLetters(view, start, 8) === 'OpusHead';
  const isVorbis = readLetters(view, start, 7) === '\u0001vorbis';
  if (!isOpus && !isVorbis) return 0;
  const rate = isOpus ? 48_000 : view.getUint32(start + 12, true);
  const skipped = isOpus ? view.getUint16(start + 10, true) : 0;
  for (let offset = view.byteLength - 27; offset >= 0; offset -= 1) {
    if (view.getUint8(offset) !== 0x4f || readLetters(view, offset, 4) !== 'OggS') continue;
    return rate > 0 ? (Number(view.getBigUint64(offset + 6, true)) - skipped) / rate : 0;
  }
  return 0;
}

function readLetters(view: DataView, offset: number, length: number): string {
  let letters = '';
  for (let index = offset; index < Math.min(offset + length, view.byteLength); index += 1) {
    letters += String.fromCharCode(view.getUint8(index));
  }
  return letters;
}

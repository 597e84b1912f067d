/**
 * Tells from the first and the last bytes of a file what kind of sound it is, and whether its end is there.
 * Whether the browser plays that kind is another question.
 */
import type { AudioType } from '../model/learning-module.ts';
import type { Bytes } from '../model/units.ts';

/** How much of both ends is looked at. */
export const PROBE_SIZE: Bytes = 65_536;

/** What the bytes say. MP4 and WebM may also hold moving images. */
export type Probe = { kind: 'sound'; type: AudioType } | { kind: 'not-audio' | 'cut' };

const NOT_AUDIO: Probe = { kind: 'not-audio' };
const CUT: Probe = { kind: 'cut' };

/**
 * Looks at both ends.
 *
 * @param head - The first {@link PROBE_SIZE} bytes, or the whole of a shorter file.
 * @param tail - The last {@link PROBE_SIZE} bytes; may overlap with `head`.
 * @param size - Of the whole file.
 */
export function probeSound(head: Uint8Array, tail: Uint8Array, size: Bytes): Probe {
  const view = viewOf(head);
  if (hasLetters(head, 4, 'ftyp')) return probeMp4(view, size);
  if (hasLetters(head, 0, 'OggS')) return probeOgg(tail);
  if (hasLetters(head, 0, 'fLaC')) return sound('audio/flac');
  if (hasLetters(head, 0, 'RIFF') && hasLetters(head, 8, 'WAVE')) return probeWav(view, size);
  if (view.byteLength >= 4 && view.getUint32(0) === 0x1a45dfa3) return sound('audio/webm');
  return probeFrames(head, size);
}

/** Top-level boxes, as far as they begin in the head: one that ends behind the file was cut off. */
function probeMp4(view: DataView, size: Bytes): Probe {
  let offset = 0;
  while (offset + 16 <= view.byteLength) {
    const short = view.getUint32(offset);
    const length = short === 1 ? Number(view.getBigUint64(offset + 8)) : short;
    if (short === 0) break;
    if (length < 8) return NOT_AUDIO;
    if (offset + length > size) return CUT;
    offset += length;
  }
  return sound('audio/mp4');
}

/** The last page must be whole. @see https://www.rfc-editor.org/rfc/rfc3533#section-6 */
function probeOgg(tail: Uint8Array): Probe {
  for (let offset = tail.length - 4; offset >= 0; offset -= 1) {
    if (!hasLetters(tail, offset, 'OggS')) continue;
    const segments = tail[offset + 26];
    if (segments === undefined) return CUT;
    const table = tail.subarray(offset + 27, offset + 27 + segments);
    const end = offset + 27 + segments + table.reduce((sum, length) => sum + length, 0);
    return table.length < segments || end > tail.length ? CUT : sound('audio/ogg');
  }
  return CUT;
}

/** A recorder that streams writes 0 or the highest number for the length. */
function probeWav(view: DataView, size: Bytes): Probe {
  const length = view.byteLength >= 12 ? view.getUint32(4, true) : 0;
  return length < 0xff_ff_ff_00 && length + 8 > size ? CUT : sound('audio/wav');
}

/** MP3 and AAC are frames without a beginning; a tag may stand before the first one. */
function probeFrames(head: Uint8Array, size: Bytes): Probe {
  const start = tagLength(head);
  if (start > size) return CUT;
  // The tag holds a picture that is larger than the head; reading the file through will tell.
  if (start + 2 > head.length) return start > 0 ? sound('audio/mpeg') : NOT_AUDIO;
  const [first = 0, second = 0] = head.subarray(start);
  const isSync = first === 0xff && (second & 0xe0) === 0xe0;
  const layer = (second >> 1) & 3;
  if (isSync && (second & 0xf6) === 0xf0) return sound('audio/aac');
  if (isSync && layer === 1 && (second & 0x18) !== 0x08) return sound('audio/mpeg');
  // Behind a tag some programs leave empty room before the first frame.
  return start > 0 ? sound('audio/mpeg') : NOT_AUDIO;
}

/** The length of an ID3 tag at the start, its header included; 0 without one. @see https://id3.org/id3v2.4.0-structure */
export function tagLength(head: Uint8Array): Bytes {
  if (!hasLetters(head, 0, 'ID3') || head.length < 10) return 0;
  let size = 0;
  for (const byte of head.subarray(6, 10)) size = size * 128 + (byte & 0x7f);
  const hasFooter = ((head[5] ?? 0) & 0x10) !== 0;
  return 10 + size + (hasFooter ? 10 : 0);
}

function sound(type: AudioType): Probe {
  return { kind: 'sound', type };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Whether these letters stand there. Asked of every frame of a sound, so it makes nothing new. */
export function hasLetters(bytes: Uint8Array, offset: number, letters: string): boolean {
  for (let index = 0; index < letters.length; index += 1) {
    if (bytes[offset + index] !== letters.charCodeAt(index)) return false;
  }
  return true;
}

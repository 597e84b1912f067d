/** One frame of an MP3: its length, its rate and how loud it is, read from its header and side information. */
import type { Bytes, Seconds } from '../model/units.ts';

export interface Mp3Frame {
  size: Bytes;
  duration: Seconds;
  /** Kilobits a second. */
  bitRate: number;
  /** How loud, in steps of 1.5 dB; {@link SILENCE} or more. Told without decoding. */
  level: number;
  isVersion1: boolean;
  isMono: boolean;
}

const SAMPLE_RATES = [44_100, 48_000, 32_000];
/** Kilobits a second of layer III, for version 1 and for versions 2 and 2.5. */
const BIT_RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BIT_RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATE_DIVISORS: Readonly<Record<number, number>> = { 3: 1, 2: 2, 0: 4 };

/** The level of what nobody hears. */
export const SILENCE = 140;

/** The largest value that each Huffman table can hold; those from 16 on add so many bits to 15. */
const TABLE_LIMITS = [0, 1, 2, 2, 2, 3, 3, 5, 5, 5, 7, 7, 7, 15, 15, 15];
const EXTRA_BITS = [1, 2, 3, 4, 6, 8, 10, 13, 4, 5, 6, 7, 8, 9, 11, 13];

/** A value is raised to 4/3 when it is decoded, and a step of gain is a quarter of a doubling. */
const STEPS_PER_DOUBLING = (4 / 3) * 4;

/**
 * Reads a frame. There are ten thousand in a megabyte of speech: on the way nothing is made anew, because
 * that would wait for the garbage collector.
 *
 * @param offset - Of its header; the side information stands behind it.
 * @returns `undefined` when no frame of layer III stands there.
 */
export function readMp3Frame(bytes: Uint8Array, offset: number): Mp3Frame | undefined {
  const first = bytes[offset] ?? 0;
  const second = bytes[offset + 1] ?? 0;
  const third = bytes[offset + 2] ?? 0;
  const fourth = bytes[offset + 3] ?? 0;
  const version = (second >> 3) & 3;
  if (first !== 0xff || (second & 0xe0) !== 0xe0 || ((second >> 1) & 3) !== 1) return undefined;
  const divisor = RATE_DIVISORS[version];
  const isVersion1 = version === 3;
  const bitRate = (isVersion1 ? BIT_RATES_1 : BIT_RATES_2)[third >> 4];
  const baseRate = SAMPLE_RATES[(third >> 2) & 3];
  if (!bitRate || !baseRate || !divisor) return undefined;
  const sampleRate = baseRate / divisor;
  const samples = isVersion1 ? 1152 : 576;
  const padding = (third >> 1) & 1;
  const size = Math.floor(((samples / 8) * bitRate * 1000) / sampleRate) + padding;
  const isMono = fourth >> 6 === 3;
  const sideInfo = (offset + (second & 1 ? 4 : 6)) * 8;
  const level = readLevel(bytes, sideInfo, isVersion1, isMono ? 1 : 2);
  return { size, duration: samples / sampleRate, bitRate, level, isVersion1, isMono };
}

/**
 * The mean over granules and channels. Gain tells how large a step is, and the tables how many steps the
 * largest value may take; a part without values is silent, whatever its gain says.
 *
 * @param sideInfo - Where the side information begins, in bits.
 */
function readLevel(
  bytes: Uint8Array,
  sideInfo: number,
  isVersion1: boolean,
  channels: number,
): number {
  const granules = isVersion1 ? 2 : 1;
  const shared = isVersion1 ? 9 + (channels === 1 ? 5 : 3) + 4 * channels : 8 + channels;
  const partLength = isVersion1 ? 59 : 63;
  let sum = 0;
  for (let part = 0; part < granules * channels; part += 1) {
    const at = sideInfo + shared + part * partLength;
    const values = readBits(bytes, at, 12);
    const gain = readBits(bytes, at + 21, 8);
    const largest = Math.max(1, largestValue(bytes, at + (isVersion1 ? 33 : 38)));
    const level = gain + STEPS_PER_DOUBLING * Math.log2(largest);
    sum += values > 0 ? Math.max(SILENCE, level) : SILENCE;
  }
  return sum / (granules * channels);
}

/** @param at - Where the part tells whether its window is a special one: it has two tables then, not three. */
function largestValue(bytes: Uint8Array, at: number): number {
  const isSpecial = readBits(bytes, at, 1) === 1;
  const first = at + (isSpecial ? 4 : 1);
  let largest = 0;
  for (let index = 0; index < (isSpecial ? 2 : 3); index += 1) {
    const table = readBits(bytes, first + 5 * index, 5);
    const limit = TABLE_LIMITS[table] ?? 15 + 2 ** (EXTRA_BITS[table - 16] ?? 0) - 1;
    largest = Math.max(largest, limit);
  }
  return largest;
}

/** Most significant bit first; 0 behind the end. */
function readBits(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let bit = at; bit < at + count; bit += 1) {
    value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  }
  return value;
}

/**
 * Reads what an encoder wrote in the first frame.
 *
 * @returns `undefined` without it; `hasTable` when a second can be found by it; `frames` when it counts them.
 * @see http://gabriel.mp3-tech.org/mp3infotag.html
 */
export function readTableFrames(
  bytes: Uint8Array,
  { isVersion1, isMono }: Mp3Frame,
): { hasTable: boolean; frames: number | undefined } | undefined {
  const sideInfo = isVersion1 ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  const at = 4 + sideInfo;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = String.fromCharCode(...bytes.subarray(at, at + 4));
  if (name === 'Xing' || name === 'Info') {
    const flags = view.getUint32(at + 4);
    return { hasTable: (flags & 4) !== 0, frames: flags & 1 ? view.getUint32(at + 8) : undefined };
  }
  const isVbri = String.fromCharCode(...bytes.subarray(36, 40)) === 'VBRI';
  return isVbri ? { hasTable: true, frames: view.getUint32(36 + 14) } : undefined;
}

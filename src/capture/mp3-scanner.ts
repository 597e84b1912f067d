/**
 * Reads an MP3 through, piece by piece, without decoding it: its exact length, its loudness, whether a
 * second can be found in it, and whether its end is there.
 *
 * @see https://www.iso.org/standard/22412.html (ISO/IEC 11172-3, layer III)
 */

import { type Mp3Frame, readMp3Frame, readTableFrames } from '../catalog/mp3-frame.ts';
import type { Fraction, Seconds } from '../model/units.ts';
import { LoudnessPicture } from './loudness-picture.ts';
import { hasLetters, tagLength } from './probe-sound.ts';

/** What a whole MP3 turned out to be. */
export interface Mp3Facts {
  duration: Seconds;
  /** Loudness per equal slice of the sound. */
  peaks: Fraction[];
  /** False for a changing bit rate without a table (Xing or VBRI). */
  isSeekExact: boolean;
  /** The last frame, or frames that the table promises, are not there. */
  isCut: boolean;
}

/** The header and the side information of a frame: as much as has to be there to read one. */
const LOOK_AHEAD = 192;

/** An encoder may count a frame or two in another way; a cut file misses more. */
const PROMISED_SHARE = 0.98;

const END_TAGS = ['TAG', 'APETAGEX', 'LYRICSBEGIN'];

/** Takes the bytes of one file, in order. */
export class Mp3Scanner {
  readonly #loudness = new LoudnessPicture();
  readonly #bitRates = new Set<number>();
  #rest = new Uint8Array(0);
  #joined = new Uint8Array(0);
  /** Bytes still to be passed over: the rest of a tag or frame. */
  #skip = 0;
  #isStart = true;
  #isBehindEnd = false;
  #promised: number | undefined;
  #hasTable = false;
  #frames = 0;
  #duration: Seconds = 0;

  push(bytes: Uint8Array): void {
    const length = this.#rest.length + bytes.length;
    // Used again: memory of its own for each piece would wait for the garbage collector.
    if (this.#joined.length < length) this.#joined = new Uint8Array(length + LOOK_AHEAD);
    const joined = this.#joined.subarray(0, length);
    joined.set(this.#rest);
    joined.set(bytes, this.#rest.length);
    this.#rest = joined.slice(this.#walk(joined, joined.length - LOOK_AHEAD + 1));
  }

  /** @returns `undefined` when there was no frame of layer III in it. */
  finish(): Mp3Facts | undefined {
    const end = this.#rest.length;
    const padded = new Uint8Array(end + LOOK_AHEAD);
    padded.set(this.#rest);
    const isHalf = this.#skip > 0 || this.#walk(padded, end) > end || this.#skip > 0;
    if (this.#frames === 0) return undefined;
    const isShort = this.#frames < (this.#promised ?? 0) * PROMISED_SHARE;
    return {
      duration: this.#duration,
      peaks: this.#loudness.draw(),
      isSeekExact: this.#hasTable || this.#bitRates.size === 1,
      isCut: isShort || isHalf,
    };
  }

  /**
   * @param end - Nothing that starts here or later is looked at yet.
   * @returns How many of the bytes need not be looked at again.
   */
  #walk(bytes: Uint8Array, end: number): number {
    let offset = Math.min(this.#skip, bytes.length);
    this.#skip -= offset;
    while (offset < end && !this.#isBehindEnd) {
      const length = this.#step(bytes, offset);
      this.#skip = Math.max(0, offset + length - bytes.length);
      offset = Math.min(bytes.length, offset + length);
    }
    return this.#isBehindEnd ? Math.max(0, end) : offset;
  }

  /** Takes what stands there. @returns Its length; 1 for a byte that means nothing. */
  #step(bytes: Uint8Array, offset: number): number {
    if (hasLetters(bytes, offset, 'ID3')) return Math.max(1, tagLength(ahead(bytes, offset)));
    if (this.#frames > 0 && isEndTag(bytes, offset)) {
      this.#isBehindEnd = true;
      return 0;
    }
    const frame = readMp3Frame(bytes, offset);
    if (!frame) return 1;
    if (this.#isStart) {
      this.#isStart = false;
      const promised = readTableFrames(ahead(bytes, offset), frame);
      // The frame with the table is silent and not played.
      if (promised) {
        this.#hasTable = promised.hasTable;
        this.#promised = promised.frames;
        return frame.size;
      }
    }
    this.#count(frame);
    return frame.size;
  }

  #count(frame: Mp3Frame): void {
    this.#frames += 1;
    this.#duration += frame.duration;
    this.#bitRates.add(frame.bitRate);
    this.#loudness.add(frame.level, frame.duration);
  }
}

function ahead(bytes: Uint8Array, offset: number): Uint8Array {
  return bytes.subarray(offset, offset + LOOK_AHEAD);
}

/** Tags that older programs put at the end. */
function isEndTag(bytes: Uint8Array, offset: number): boolean {
  return END_TAGS.some((name) => hasLetters(bytes, offset, name));
}

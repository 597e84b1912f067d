/**
 * Counts the frames of our own MP3s: the exact length of what a decoder gives, where others estimate.
 *
 * @see https://www.iso.org/standard/26797.html (ISO/IEC 13818-3: MPEG-2 at 22.05 kHz)
 */
import type { Seconds } from '../../model/units.ts';
import { ENCODER, SAMPLE_RATE } from './settings.ts';

/** Kilobits a second by index, for MPEG-2 layer III. */
const BITRATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/**
 * Measures how long an MP3 sounds.
 *
 * @param mp3 - MPEG-2 layer III at 22.05 kHz without tags, as {@link encodeMp3} gives it.
 * @throws When a byte is not part of such a frame.
 */
export function measureDuration(mp3: Uint8Array): Seconds {
  let frames = 0;
  let offset = 0;
  while (offset < mp3.length) {
    offset += frameLength(mp3, offset);
    frames += 1;
  }
  if (offset !== mp3.length) throw new Error('the last MP3 frame is not whole');
  return (frames * ENCODER.samplesPerFrame) / SAMPLE_RATE;
}

function frameLength(mp3: Uint8Array, offset: number): number {
  const [sync = 0, version = 0, rates = 0] = mp3.subarray(offset, offset + 3);
  const bitrate = BITRATES[rates >> 4];
  // 0xF2 of 0xFE: rest of the sync, MPEG-2, layer III; the last bit only says that there is no CRC.
  const isOurs = sync === 0xff && (version & 0xfe) === 0xf2 && (rates & 0b1100) === 0;
  if (!isOurs || !bitrate) throw new Error(`no MPEG-2 layer III frame at byte ${offset}`);
  const padding = (rates >> 1) & 1;
  return Math.floor((72_000 * bitrate) / SAMPLE_RATE) + padding;
}

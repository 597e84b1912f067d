/** When a sound, or what is stored of it, is not as it should be. */
import { isRate } from './playback-rate.ts';
import type { Seconds } from './units.ts';

/** Encoders and decoders differ by parts of a second. */
const LENGTH_TOLERANCE: Seconds = 2;

/** The place after the end that decoders may tell. */
const PLACE_TOLERANCE: Seconds = 1;

/** Whether the file is another one than the text and its times were made for. */
export function isOtherLength(found: Seconds, expected: Seconds): boolean {
  return Math.abs(found - expected) > LENGTH_TOLERANCE;
}

/** Which stored values cannot be used; what was never stored is not odd. */
export function findOddValues(
  stored: { progress: unknown; rate: unknown },
  duration: Seconds,
): { place: boolean; rate: boolean } {
  const { progress, rate } = stored;
  return {
    place: progress !== undefined && !isTimeWithin(positionOf(progress), duration),
    rate: rate !== undefined && !isRate(rate),
  };
}

function positionOf(progress: unknown): unknown {
  return typeof progress === 'object' && progress !== null && 'position' in progress
    ? progress.position
    : undefined;
}

function isTimeWithin(time: unknown, duration: Seconds): boolean {
  return typeof time === 'number' && time >= 0 && time <= duration + PLACE_TOLERANCE;
}

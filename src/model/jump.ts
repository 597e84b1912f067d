/** The way back from a jump: what counts as one jump, and how long going back is offered. */
import type { Seconds } from './units.ts';

/** One jump, or several in a row that belong together: a drag along the bar, a button pressed four times. */
export interface Jump {
  from: Seconds;
  to: Seconds;
  /** How much was played on since. */
  listened: Seconds;
}

/** A jump over more than this can be undone. */
const UNDO_DISTANCE: Seconds = 30;

/** A step of 30 s is not always 30 s to the last digit. */
const ROUNDING: Seconds = 0.05;

/** Until so much was played on, a next jump is part of the one before. */
export const SETTLE_TIME: Seconds = 3;

/** After so much was played on, the listener has found the place, and going back is no longer offered. */
export const UNDO_TIME: Seconds = 20;

/** Whether a next jump would still be part of this one. */
export function isUnsettled(jump: Jump | undefined): jump is Jump {
  return jump !== undefined && jump.listened < SETTLE_TIME;
}

/** Takes in a jump. @param before - The one before it in this sound, if any. */
export function addJump(before: Jump | undefined, from: Seconds, to: Seconds): Jump {
  return { from: isUnsettled(before) ? before.from : from, to, listened: 0 };
}

/** Takes in that the sound went on. @param by - In seconds of the sound; going back counts as nothing. */
export function listenOn(jump: Jump, by: Seconds): Jump {
  return by > 0 ? { ...jump, listened: jump.listened + by } : jump;
}

/** Whether the jump led so far away that it is worth a way back. */
export function isFar({ from, to }: Pick<Jump, 'from' | 'to'>): boolean {
  return Math.abs(to - from) > UNDO_DISTANCE + ROUNDING;
}

/** Where going back leads, as long as it is offered. */
export function wayBack(jump: Jump | undefined): Seconds | undefined {
  return jump && isFar(jump) && jump.listened < UNDO_TIME ? jump.from : undefined;
}

/**
 * Tells the end of a sound from a break: a lost connection looks like an end in some browsers, and a file may stop
 * long before the length that was promised.
 */
import type { Milliseconds, Seconds } from '../model/units.ts';

/** How long before the end the last time may have been told, at normal speed and with a quick clock. */
const END_TOLERANCE: Seconds = 3;

/** An end so long before the one that was promised is no end. */
const MISSING_TIME: Seconds = 5;

/** What the element says of the sound that ended. */
export interface EndedSound {
  duration: Seconds;
  playbackRate: number;
  hasError: boolean;
}

/** Follows one sound at a time. */
export interface TrueEnd {
  /** The last place that is known. */
  readonly lastTime: Seconds;
  /** The sound is here now. */
  note(time: Seconds): void;
  /** @param promised - How long it should be, if that is known. @returns `undefined` for an end that is one */
  findFault(ended: EndedSound, promised: Seconds | undefined): 'network' | 'incomplete' | undefined;
}

/** @param clock - One that never jumps. */
export function createTrueEnd(clock: () => Milliseconds): TrueEnd {
  let lastTime: Seconds = 0;
  let lastTimeAt: Milliseconds = 0;
  return {
    get lastTime() {
      return lastTime;
    },
    note(time) {
      lastTime = time;
      lastTimeAt = clock();
    },
    findFault({ duration, playbackRate, hasError }, promised) {
      const passed = (clock() - lastTimeAt) / 1000;
      const reach = (END_TOLERANCE + passed) * Math.max(1, playbackRate);
      if (hasError || duration - lastTime > reach) return 'network';
      return promised !== undefined && promised - duration > MISSING_TIME
        ? 'incomplete'
        : undefined;
    },
  };
}

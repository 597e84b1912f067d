/**
 * What was really heard, worked out from what a player tells: only time that passed while it played
 * counts. A jump starts a new passage.
 */
import type { HeardRange } from './coverage.ts';
import type { Milliseconds, Seconds } from './units.ts';

/** A fact about the sound, with the reading of a clock that never jumps. */
export type ListeningFact = { at: Milliseconds } & (
  | { kind: 'playing' | 'stopped' }
  | { kind: 'time' | 'seeked'; currentTime: Seconds }
  | { kind: 'rate'; rate: number }
);

/** The last place that is known, and when that was. */
export interface Listening {
  isPlaying: boolean;
  position: Seconds;
  at: Milliseconds;
  rate: number;
  /** The highest rate since `at`: a change of rate falls between two times. */
  fastest: number;
}

/** How much further than the clock a player may be: `timeupdate` comes up to 0.27 s apart, and jitters. */
export const LEAP_TOLERANCE: Seconds = 0.5;

/** Before the first fact of a sound, or after another place was chosen. */
export function startListening(position: Seconds, rate: number, at: Milliseconds): Listening {
  return { isPlaying: false, position, at, rate, fastest: rate };
}

/**
 * Takes in one fact.
 *
 * @returns The new state, and the passage that was heard since the fact before it, if any.
 */
export function takeFact(
  state: Listening,
  fact: ListeningFact,
): { state: Listening; heard?: HeardRange } {
  const { at } = fact;
  switch (fact.kind) {
    case 'playing':
      // What passed while it stood still is no listening time.
      return { state: state.isPlaying ? state : { ...state, isPlaying: true, at } };
    case 'stopped':
      return { state: { ...state, isPlaying: false, at } };
    case 'rate':
      return {
        state: { ...state, rate: fact.rate, fastest: Math.max(state.fastest, fact.rate) },
      };
    case 'seeked':
      return { state: { ...state, position: fact.currentTime, at, fastest: state.rate } };
    case 'time': {
      const next = { ...state, position: fact.currentTime, at, fastest: state.rate };
      if (!isHeard(state, fact.currentTime, at)) return { state: next };
      return { state: next, heard: { startTime: state.position, endTime: fact.currentTime } };
    }
  }
}

function isHeard(state: Listening, currentTime: Seconds, at: Milliseconds): boolean {
  const passed = Math.max(0, at - state.at) / 1000;
  const moved = currentTime - state.position;
  return state.isPlaying && moved > 0 && moved <= passed * state.fastest + LEAP_TOLERANCE;
}

/** How fast bytes come in, and how long the rest will take. */
import type { Bytes, Milliseconds, Seconds } from './units.ts';

/** How much was in at a moment of a clock that never jumps. */
export interface PaceSample {
  at: Milliseconds;
  bytes: Bytes;
}

/** A line changes: what was longer ago says nothing of what is to come. */
const WINDOW: Milliseconds = 10_000;

/** A shorter look makes a guess that jumps. */
const LEAST: Milliseconds = 1500;

/** Adds a look, and forgets what is too long ago; fewer bytes than before start it anew. */
export function addSample(samples: readonly PaceSample[], next: PaceSample): PaceSample[] {
  const last = samples.at(-1);
  if (last && next.bytes < last.bytes) return [next];
  return [...samples.filter(({ at }) => next.at - at <= WINDOW), next];
}

/** @returns `undefined` as long as it cannot be told: just begun, or nothing comes in. */
export function timeLeft(samples: readonly PaceSample[], left: Bytes): Seconds | undefined {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < LEAST || last.bytes <= first.bytes) return undefined;
  const bytesPerSecond = ((last.bytes - first.bytes) * 1000) / (last.at - first.at);
  return left / bytesPerSecond;
}

/**
 * How often a kill test kills, and at which moments: a few fixed ones in `npm test`, many more
 * at moments of a printed seed in `npm run test:faults`.
 */

/** One series of kills. */
export interface KillRounds {
  rounds: number;
  /** Printed with a failure: `SEED=… npm run test:faults` gives the same moments. */
  seed: number;
  /** From 0 up to but not including 1; the same row of numbers for the same seed and round. */
  random: (round: number) => () => number;
}

/** Set by `tests/run.ts` for the long form. */
export const LONG_FORM = 'KILL_TESTS_LONG';

const SHORT_ROUNDS = 5;
const SHORT_SEED = 1;

/**
 * Reads how this run was started.
 *
 * @param long - The number of kills of the long form.
 * @param short - How many of them `npm test` does.
 */
export function killRounds(long: number, short = SHORT_ROUNDS): KillRounds {
  const isLong = process.env[LONG_FORM] !== undefined;
  const asked = process.env.SEED;
  const seed = isLong && asked !== undefined ? Number(asked) : SHORT_SEED;
  if (!Number.isSafeInteger(seed)) throw new Error(`SEED=${asked} is geen geheel getal.`);
  return {
    rounds: isLong ? long : short,
    seed,
    random: (round) => createRandom(seed * 7919 + round),
  };
}

/** Mulberry32: also the first numbers of neighbouring seeds have nothing in common. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

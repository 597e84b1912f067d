/**
 * How often a kill test kills, and at which moments: a few fixed ones in `npm test`, the number of the
 * issue at moments of a printed seed in `npm run test:faults`.
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

/** Reads how this run was started. @param long - The number of kills that the issue asks for. */
export function killRounds(long: number): KillRounds {
  const isLong = process.env[LONG_FORM] !== undefined;
  const asked = process.env.SEED;
  const seed = isLong && asked !== undefined ? Number(asked) : SHORT_SEED;
  if (!Number.isSafeInteger(seed)) throw new Error(`SEED=${asked} is geen geheel getal.`);
  return {
    rounds: isLong ? long : SHORT_ROUNDS,
    seed,
    random: (round) => createRandom(seed * 7919 + round),
  };
}

/** A linear congruential generator with the constants of Numerical Recipes, scrambled by its high bits. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return ((state ^ (state >>> 15)) >>> 0) / 4_294_967_296;
  };
}

/** How fast sound may be played: 1 is normal. */

export const MIN_RATE = 0.5;
export const MAX_RATE = 3;

/** The nearest speed that can be chosen: in steps of 0.1, from {@link MIN_RATE} to {@link MAX_RATE}. */
export function steppedRate(rate: number): number {
  return Math.min(MAX_RATE, Math.max(MIN_RATE, Math.round(rate * 10) / 10));
}

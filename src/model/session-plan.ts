/** Which modules fit in the minutes that somebody has, and how long what was chosen still takes. */
import type { Seconds } from './units.ts';

/** The minutes that can be chosen. */
export const SESSION_MINUTES = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60] as const;

/** The soft sound and the quiet between two modules, at normal speed. */
export const BETWEEN_TIME: Seconds = 5.9;

/** A module that could be played. */
export interface SessionItem {
  id: string;
  /** From where it goes on until its end, at normal speed. */
  left: Seconds;
}

/** What is played in one go. */
export interface SessionPlan {
  /** In the order of the route; empty only when there was nothing to choose from. */
  ids: string[];
  /** How long that takes at the chosen speed. */
  time: Seconds;
  /** `false` when the first module alone takes longer than there is. */
  fits: boolean;
}

/** How long these take one after the other, with the pauses between them. @param rate - Above 0. */
export function sessionTime(lefts: readonly Seconds[], rate: number): Seconds {
  const sound = lefts.reduce((sum, left) => sum + left, 0);
  return (sound + Math.max(0, lefts.length - 1) * BETWEEN_TIME) / rate;
}

/**
 * Takes modules from the front for as long as they fit. None is left out in between: the modules build
 * on each other. The first one is always taken, because something that is too long is better than nothing.
 *
 * @param items - In the order of the route, from the module that is under way.
 * @param rate - The speed, above 0.
 */
export function planSession(
  items: readonly SessionItem[],
  available: Seconds,
  rate: number,
): SessionPlan {
  let count = Math.min(1, items.length);
  const timeOf = (taken: number) =>
    sessionTime(
      items.slice(0, taken).map(({ left }) => left),
      rate,
    );
  while (count < items.length && timeOf(count + 1) <= available) count += 1;
  const time = timeOf(count);
  return { ids: items.slice(0, count).map(({ id }) => id), time, fits: time <= available };
}

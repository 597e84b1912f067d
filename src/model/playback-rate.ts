/** How fast sound may be played: 1 is normal. */

export const MIN_RATE = 0.5;
export const MAX_RATE = 3;

/** The nearest speed that can be chosen: in steps of 0.1, from {@link MIN_RATE} to {@link MAX_RATE}. */
export function steppedRate(rate: number): number {
  return Math.min(MAX_RATE, Math.max(MIN_RATE, Math.round(rate * 10) / 10));
}

/** The name under which the speed of a route is stored among the settings. */
export function rateSetting(routeId: string): string {
  return `${COMMON_RATE}/${routeId}`;
}

/** What is stored as the speed of a route, whatever that is; before each had its own, one was stored for all. */
export function storedRate(settings: Readonly<Record<string, unknown>>, routeId: string): unknown {
  return settings[rateSetting(routeId)] ?? settings[COMMON_RATE];
}

/** Whether a value is a speed that can be played. */
export function isRate(value: unknown): value is number {
  return typeof value === 'number' && value >= MIN_RATE && value <= MAX_RATE;
}

const COMMON_RATE = 'playbackRate';

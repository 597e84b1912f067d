/** The speed of the sound: each route has its own, and gets it back when something of it is loaded. */
import { type Signal, signal } from '@preact/signals-core';
import { steppedRate } from '../../model/playback-rate.ts';

export interface RouteRateDeps {
  /** The speed that was chosen for a route. */
  rateOf: (routeId: string) => number;
  saveRate: (rate: number, routeId: string) => void;
  /** Asks the sound that is loaded now. */
  ask: (rate: number) => void;
}

export interface RouteRate {
  /** What the sound goes at, or will go at. */
  rate: Signal<number>;
  /** Something of this route is loaded. @param isReadAnew - What is remembered was just read. */
  take(routeId: string | undefined, isReadAnew?: boolean): void;
  /** @param isKept - `false` for a speed that is not remembered. */
  set(rate: number, isKept?: boolean): void;
}

export function createRouteRate({ rateOf, saveRate, ask }: RouteRateDeps): RouteRate {
  const rate = signal(1);
  let owner: string | undefined;

  function set(value: number, isKept = true): void {
    const next = steppedRate(value);
    rate.value = next;
    ask(next);
    if (isKept && owner !== undefined) saveRate(next, owner);
  }

  return {
    rate,
    take(routeId, isReadAnew = false) {
      if (routeId === undefined || (routeId === owner && !isReadAnew)) return;
      owner = routeId;
      set(rateOf(routeId), false);
    },
    set,
  };
}

/**
 * The second that is shown. While a sound goes on in a page that nobody sees, it stands still: what is drawn
 * from it would be work for nothing. What must know the very second asks the sound itself.
 */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Seconds } from '../../model/units.ts';

export interface ShownTime {
  readonly shown: ReadonlySignal<Seconds>;
  /** The sound went on to here. */
  tell(time: Seconds): void;
  /** The place is another one from now on, seen or not. */
  set(time: Seconds): void;
  /** Shows the second that was told last. */
  catchUp(): void;
}

export function createShownTime(isSeen: () => boolean): ShownTime {
  const shown = signal<Seconds>(0);
  let latest: Seconds = 0;

  function set(time: Seconds): void {
    latest = time;
    shown.value = time;
  }

  return {
    shown,
    tell(time) {
      if (isSeen()) set(time);
      else latest = time;
    },
    set,
    catchUp: () => set(latest),
  };
}

/** The way back to a sound that the listener left for another one, offered for as long as it is of use. */
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Place } from '../../model/journal.ts';
import { isFar, SETTLE_TIME, UNDO_TIME } from '../../model/jump.ts';
import type { AudioKey } from '../../model/progress.ts';
import type { Seconds } from '../../model/units.ts';

/** @param key - Of the sound that is loaded. */
export function createLeftBehind(key: ReadonlySignal<AudioKey | undefined>) {
  const left = signal<Place | undefined>(undefined);
  /** In the sound that came instead. */
  let listened: Seconds = 0;
  let isLeaving = false;

  return {
    /** Absent where it leads to what is loaded already. */
    place: computed(() => (left.value?.audioKey === key.value ? undefined : left.value)),
    /** Another sound was asked for at this place. */
    leave(place: Place): void {
      isLeaving = true;
      // Through several modules in a row, the way back leads to where that began.
      if (left.peek() && listened < SETTLE_TIME) return;
      listened = 0;
      left.value = isFar({ from: place.time, to: 0 }) ? place : undefined;
    },
    /** What is loaded is another sound now; what followed by itself is nothing to come back from. */
    onOther(): void {
      if (!isLeaving) left.value = undefined;
      isLeaving = false;
    },
    listenOn(by: Seconds): void {
      listened += by;
      if (listened >= UNDO_TIME && left.peek()) left.value = undefined;
    },
    forget(): void {
      left.value = undefined;
    },
  };
}

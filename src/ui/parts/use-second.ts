/** The whole second that is heard: what shows it is drawn once a second, not at every fact of the player. */
import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Seconds } from '../../model/units.ts';
import { useApp } from '../frame/app-context.ts';

export function useSecond(): ReadonlySignal<Seconds> {
  const { playback } = useApp();
  return useComputed(() => Math.floor(playback.currentTime.value));
}

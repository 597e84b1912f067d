/** What is odd about the sound that is loaded without being a failure: another length, or a link or stored values that are no place or speed. */
import { computed, effect, signal } from '@preact/signals-core';
import { type AudioKey, audioKey } from '../../model/progress.ts';
import { findOddValues, isOtherLength } from '../../model/sound-notices.ts';
import type { Seconds } from '../../model/units.ts';
import { createModel } from '../create-model.ts';
import type { LocationState } from '../location.ts';
import type { PlaybackState } from './playback.ts';

export interface SoundNoticesDeps {
  playback: PlaybackState;
  location: Pick<LocationState, 'page'>;
  /** Reads what is stored, as it was found. */
  loadStored(key: AudioKey, routeId: string): Promise<{ progress: unknown; rate: unknown }>;
}

export const SoundNoticesModel = createModel((deps: SoundNoticesDeps) => {
  const { playback, location, loadStored } = deps;
  const odd = signal<{ key: AudioKey; place: boolean } | undefined>(undefined);
  const isRateOdd = signal(false);
  const key = computed<AudioKey | undefined>(() => {
    const loaded = playback.loaded.value;
    return loaded && audioKey(loaded.routeId, loaded.summary.id);
  });

  async function check(current: AudioKey): Promise<void> {
    const duration = playback.duration.peek();
    const stored = await loadStored(current, playback.loaded.peek()?.routeId ?? '');
    const found = findOddValues(stored, duration);
    isRateOdd.value = found.rate;
    odd.value = { key: current, place: found.place };
  }

  effect(() => {
    const current = key.value;
    // What cannot be read is told by others.
    if (current !== undefined) void check(current).catch(() => undefined);
  });

  return {
    /** How long the file is, when that is not what the catalog says. */
    otherLength: computed<Seconds | undefined>(() => {
      const found = playback.fileDuration.value;
      return found !== undefined && isOtherLength(found, playback.duration.value)
        ? found
        : undefined;
    }),
    /** The stored place of this sound could not be used. */
    isPlaceOdd: computed(() => odd.value?.key === key.value && odd.value?.place === true),
    /** The link that led here asks for a place that is not in this sound. */
    isLinkOdd: computed(() => {
      const page = location.page.value;
      const loaded = playback.loaded.value;
      return (
        page.kind === 'module' && page.isTimeOdd === true && page.moduleId === loaded?.moduleId
      );
    }),
    /** The stored speed could not be used. */
    isRateOdd: computed(() => isRateOdd.value),
  };
});

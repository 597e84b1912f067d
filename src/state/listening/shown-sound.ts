/** What is shown of the sound in the player, and how that changes: with another sound, and with the engine's facts. */
import { batch, computed, signal } from '@preact/signals-core';
import type { Seconds } from '../../model/units.ts';
import type { EngineEvent, PlaybackErrorCode } from '../../player/audio-engine.ts';
import type { LoadedAudio } from './now-playing.ts';
import { type PlaybackStatus, statusAfter } from './playback-status.ts';
import { createShownTime } from './shown-time.ts';

/** The player writes here too: what is asked for and not answered yet is shown as well. */
export function createShownSound(isSeen: () => boolean) {
  const loaded = signal<LoadedAudio | undefined>(undefined);
  const status = signal<PlaybackStatus>('idle');
  const time = createShownTime(isSeen);
  /** Of the file itself, once that is known; the catalog may say otherwise. */
  const fileDuration = signal<Seconds | undefined>(undefined);
  const failure = signal<PlaybackErrorCode | undefined>(undefined);
  const duration = computed<Seconds>(() => loaded.value?.summary.audio?.duration ?? 0);
  const isPlaying = computed(() => status.value === 'playing' || status.value === 'waiting');

  return {
    loaded,
    status,
    time,
    fileDuration,
    failure,
    duration,
    isPlaying,
    /** Another sound is in the player, silent, at this place or its end. */
    put(next: LoadedAudio, at: Seconds): void {
      batch(() => {
        loaded.value = next;
        time.set(Math.min(at, next.summary.audio?.duration ?? 0));
        status.value = 'paused';
        failure.value = undefined;
        fileDuration.value = undefined;
      });
    },
    /** Nothing is in the player any more. */
    clear(): void {
      batch(() => {
        loaded.value = undefined;
        status.value = 'idle';
        failure.value = undefined;
      });
    },
    /** A failure is more than a fact: see {@link fail}, for when there is no other way to the sound. */
    take(event: EngineEvent): void {
      batch(() => {
        if (event.kind === 'timeupdate') time.tell(event.currentTime);
        else time.catchUp();
        status.value = statusAfter(event, status.value);
        if (event.kind === 'playing') failure.value = undefined;
        if (event.kind === 'seeked') time.set(event.currentTime);
        if (event.kind === 'loaded') fileDuration.value = event.duration;
        if (event.kind === 'ended') time.set(duration.value);
      });
    },
    fail(code: PlaybackErrorCode): void {
      batch(() => {
        // Where only a tap is missing nothing is wrong with the sound.
        status.value = code === 'not-allowed' ? 'paused' : 'failed';
        failure.value = code;
      });
    },
  };
}

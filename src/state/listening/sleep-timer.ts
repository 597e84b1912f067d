/**
 * Stops the sound after a while, or at the end of a chapter or module. What the player tells decides,
 * with a clock that never jumps beside it: a timer of the browser may sleep while the page is hidden.
 */
import { computed, signal } from '@preact/signals-core';
import type { Place } from '../../model/journal.ts';
import { audioKey } from '../../model/progress.ts';
import { chapterStop, fadeVolume, isAtStop, type SleepChoice } from '../../model/sleep-timer.ts';
import type { Milliseconds, Seconds } from '../../model/units.ts';
import type { EngineEvent } from '../../player/audio-engine.ts';
import { createModel } from '../create-model.ts';
import type { PlaybackState } from './playback.ts';

export interface SleepTimerDeps {
  playback: PlaybackState;
  /** Never jumps, as `performance.now`. */
  clock: () => Milliseconds;
  /** It stopped the sound. @param start - Where it was set. */
  onStop: (start: Place, stop: Seconds) => void;
}

export const SleepTimerModel = createModel(({ playback, clock, onStop }: SleepTimerDeps) => {
  const choice = signal<SleepChoice | undefined>(undefined);
  /** Of a timer in minutes. */
  const remaining = signal<Seconds>(0);
  /** The end of the chapter; `undefined` where the module ends as well. */
  const chapterEnd = signal<Seconds | undefined>(undefined);
  let start: Place | undefined;
  /** The minutes go by while it plays, also while it waits for the network; `undefined` in a pause. */
  let countedAt: Milliseconds | undefined;
  let isStopping = false;
  let isFaded = false;

  function count(): void {
    if (countedAt === undefined) return;
    const at = clock();
    remaining.value -= Math.max(0, at - countedAt) / 1000;
    countedAt = at;
  }

  function aim(currentTime: Seconds): void {
    const chapters = playback.module.peek()?.chapters ?? [];
    chapterEnd.value = chapterStop(chapters, currentTime, playback.duration.peek());
  }

  function fade(volume: number): void {
    if (volume === 1 && !isFaded) return;
    isFaded = volume < 1;
    playback.setVolume(volume);
  }

  function stop(): void {
    const stopped = playback.exactTime() ?? playback.currentTime.peek();
    choice.value = undefined;
    isStopping = true;
    playback.pause();
    if (start) onStop(start, stopped);
  }

  function onTime(currentTime: Seconds, isBetween: boolean): void {
    const kind = choice.peek()?.kind;
    if (kind === 'minutes') {
      if (remaining.peek() <= 0) stop();
      else fade(fadeVolume(remaining.peek()));
    }
    if (kind !== 'chapter' || isBetween || chapterEnd.peek() === undefined) return;
    if (isAtStop(chapterEnd.peek() ?? 0, currentTime, playback.rate.peek())) stop();
  }

  /** A module that ended is the last one when that, or the chapter in it, was what to wait for. */
  function onEnded(): void {
    const kind = choice.peek()?.kind;
    if (kind === 'module' || kind === 'chapter' || remaining.peek() <= 0) stop();
  }

  return {
    /** `undefined` while it is off. */
    choice,
    /** Real time until it stops, at the speed of now; 0 while it is off. */
    left: computed<Seconds>(() => {
      const kind = choice.value?.kind;
      if (kind === undefined) return 0;
      if (kind === 'minutes') return Math.max(0, remaining.value);
      const end = (kind === 'chapter' ? chapterEnd.value : undefined) ?? playback.duration.value;
      return Math.max(0, end - playback.currentTime.value) / playback.rate.value;
    }),
    /** Whether the sound was just stopped, so that nothing follows it. */
    isStopping: () => isStopping,
    /** Sets it anew; `undefined` turns it off. Does nothing without a sound. */
    set(next: SleepChoice | undefined): void {
      const loaded = playback.loaded.peek();
      if (!loaded) return;
      const time = playback.exactTime() ?? playback.currentTime.peek();
      start = { audioKey: audioKey(loaded.routeId, loaded.summary.id), time };
      choice.value = next;
      remaining.value = next?.kind === 'minutes' ? next.minutes * 60 : 0;
      countedAt = playback.isPlaying.peek() ? clock() : undefined;
      aim(time);
      fade(1);
    },
    onFact(event: EngineEvent, isBetween: boolean): void {
      if (event.kind === 'playing') {
        isStopping = false;
        countedAt ??= clock();
      }
      if (choice.peek()) {
        count();
        if (event.kind === 'timeupdate') onTime(event.currentTime, isBetween);
        if (event.kind === 'ended' && !isBetween) onEnded();
        if (event.kind === 'seeked') aim(event.currentTime);
        if (event.kind === 'loaded') aim(playback.currentTime.peek());
      }
      if (event.kind === 'paused' || event.kind === 'failed' || event.kind === 'ended') {
        countedAt = undefined;
        if (!choice.peek()) fade(1);
      }
    },
  };
});

/** "Speel wat ik miste": plays the passages of a module that were not heard, one after the other, and stops. */
import { signal } from '@preact/signals-core';
import type { HeardRange } from '../../model/coverage.ts';
import { type MissedOutcome, missedPassages, takeMissedTime } from '../../model/missed-passage.ts';
import { audioKey } from '../../model/progress.ts';
import type { Seconds } from '../../model/units.ts';
import { createModel } from '../create-model.ts';
import type { LoadedAudio } from './now-playing.ts';
import type { PlaybackState } from './playback.ts';
import type { ProgressState } from './progress.ts';

export interface MissedRunDeps {
  playback: PlaybackState;
  progress: ProgressState;
}

/** How far it is; counts from 1. */
export interface MissedStep {
  index: number;
  total: number;
}

export const MissedRunModel = createModel(({ playback, progress }: MissedRunDeps) => {
  const step = signal<MissedStep | undefined>(undefined);
  const isDone = signal(false);
  let passages: readonly HeardRange[] = [];
  let loaded: LoadedAudio | undefined;
  let isInside = false;

  function stop(): void {
    if (!step.peek()) return;
    step.value = undefined;
    playback.setChooser();
  }

  function finish(): void {
    stop();
    isDone.value = true;
  }

  function goOn({ index, total }: MissedStep): void {
    const next = passages[index];
    isInside = false;
    if (next) {
      step.value = { index: index + 1, total };
      playback.seek(next.startTime, false);
    } else {
      finish();
      playback.pause();
    }
  }

  function takeTime(running: MissedStep, currentTime: Seconds, isJump: boolean): void {
    const passage = passages[running.index - 1];
    if (!passage) return;
    const outcome: MissedOutcome = takeMissedTime(passage, currentTime, isInside, isJump);
    if (outcome === 'inside') isInside = true;
    if (outcome === 'left') stop();
    // After all others have taken in the time that was told.
    if (outcome === 'over') queueMicrotask(() => step.peek() === running && goOn(running));
  }

  playback.watch((event, isBetween) => {
    const running = step.peek();
    if (!running) {
      if (event.kind === 'playing' && isDone.peek()) isDone.value = false;
      return;
    }
    if (isBetween || playback.loaded.peek()?.summary !== loaded?.summary) stop();
    else if (event.kind === 'timeupdate') takeTime(running, event.currentTime, false);
    else if (event.kind === 'seeked') takeTime(running, event.currentTime, true);
  });

  return {
    step,
    /** All of it was heard, and nothing was played since. */
    isDone,
    /** Plays from the first passage on, inside the tap. */
    begin(routeId: string, moduleId: string, duration: Seconds): void {
      const heard = progress.all.peek().get(audioKey(routeId, moduleId))?.heard ?? [];
      passages = missedPassages(heard, duration);
      const [first] = passages;
      if (!first) return;
      isInside = false;
      void playback.playModule(routeId, moduleId, first.startTime);
      loaded = playback.loaded.peek();
      step.value = { index: 1, total: passages.length };
      // At the end of the sound nothing follows: what was asked for has been played.
      playback.setChooser(() => {
        finish();
        return undefined;
      });
    },
    stop,
  };
});

export type MissedRunState = InstanceType<typeof MissedRunModel>;

/** Going on after a while starts a little earlier, and says so. The slider shows the stored place until then. */
import { signal } from '@preact/signals-core';
import { audioKey } from '../../model/progress.ts';
import { isInQuiet } from '../../model/question-pace.ts';
import { rewindStep, rewindTo, sentenceStarts } from '../../model/rewind.ts';
import type { Milliseconds, Seconds, Timestamp } from '../../model/units.ts';
import type { EngineEvent } from '../../player/audio-engine.ts';
import type { ContentState } from '../content.ts';
import { createModel } from '../create-model.ts';
import type { SettingsState } from '../settings.ts';
import { waitAtMost } from '../wait-at-most.ts';
import type { PlaybackState } from './playback.ts';
import type { ProgressState } from './progress.ts';

export interface ResumeRewindDeps {
  content: Pick<ContentState, 'settled'>;
  playback: PlaybackState;
  progress: ProgressState;
  settings: SettingsState;
  now: () => Timestamp;
}

/** Less is not worth telling. */
const LEAST: Seconds = 0.5;

/** So long the sound waits for the text, which has its sentences; without it the step is taken as it is. */
const TEXT_LIMIT: Milliseconds = 800;

/** The telling goes after the listener had so much of the sound to read it. */
const TOLD_TIME: Seconds = 8;

export const ResumeRewindModel = createModel((deps: ResumeRewindDeps) => {
  const rewound = signal<Seconds | undefined>(undefined);
  const { content, playback, progress, settings } = deps;
  let startedAt: Seconds = 0;

  /** 0 where it does not go back. */
  function step(): Seconds {
    const loaded = playback.loaded.peek();
    if (!loaded || playback.upNext.peek() || !settings.values.peek().resumeRewind) return 0;
    const known = progress.all.peek().get(audioKey(loaded.routeId, loaded.summary.id));
    return rewindStep(known?.lastPlayedAt, deps.now());
  }

  function forget(): void {
    if (rewound.peek() !== undefined) rewound.value = undefined;
  }

  return {
    /** How far it went back just now, in whole seconds. */
    rewound,
    forget,
    /** The text, for who played from another page than the module's and was away for a while. */
    awaitStart(): Promise<void> | undefined {
      const loaded = playback.loaded.peek();
      if (!loaded || step() === 0 || playback.module.peek()) return undefined;
      return waitAtMost(TEXT_LIMIT, content.settled(loaded.routeId, loaded.summary.id));
    },
    /** The place to start from, when that is earlier than the stored one. */
    chooseStart(): Seconds | undefined {
      forget();
      const by = step();
      if (by === 0) return undefined;
      const position = playback.exactTime() ?? playback.currentTime.peek();
      const module = playback.module.peek();
      // Whoever thought about a question has it still in mind, however long that took.
      if (module?.questions.some(({ times }) => times && isInQuiet(times, position))) {
        return undefined;
      }
      const start = rewindTo(position, by, sentenceStarts(module));
      if (position - start < LEAST) return undefined;
      rewound.value = Math.round(position - start);
      startedAt = start;
      return start;
    },
    onFact(event: EngineEvent): void {
      if (event.kind === 'timeupdate' && event.currentTime > startedAt + TOLD_TIME) forget();
    },
  };
});

/** Hearing a passage again, beside the player: what plays pauses first, and its position stays. */
import { signal } from '@preact/signals-core';
import type { HeardRange } from '../../model/coverage.ts';
import type { Sound } from '../../model/sound.ts';
import type { PreviewPlayer } from '../../player/preview-player.ts';
import { createModel } from '../create-model.ts';
import type { ChooseUrl } from './choose-url.ts';
import type { PlaybackState } from './playback.ts';

export interface PreviewDeps {
  base: string;
  player: PreviewPlayer;
  playback: Pick<PlaybackState, 'pause' | 'rate' | 'watch'>;
  /** Where the sound of a module is; see `choose-url.ts`. */
  chooseUrl: ChooseUrl;
}

export const PreviewModel = createModel(({ base, player, playback, chooseUrl }: PreviewDeps) => {
  const playing = signal<string | undefined>(undefined);
  const failed = signal<string | undefined>(undefined);

  player.onEvent(({ kind }) => {
    if (kind === 'playing' || kind === 'timeupdate') return;
    failed.value = kind === 'failed' ? playing.peek() : undefined;
    playing.value = undefined;
  });
  // Two voices at once help nobody.
  playback.watch(({ kind }) => {
    if (kind === 'playing') player.stop();
  });

  return {
    /** The key of the passage that was asked for and did not end yet. */
    playing,
    /** The key of the passage that could not be played. */
    failed,
    /** Plays a passage, or stops it when it plays; inside the press. */
    toggle(key: string, summary: Sound, { startTime, endTime }: HeardRange): void {
      const wasPlaying = playing.peek() === key;
      player.stop();
      if (wasPlaying || !summary.audio) return;
      playback.pause();
      const { url, fallback } = chooseUrl(summary);
      failed.value = undefined;
      playing.value = key;
      player.playPassage({
        urls: fallback === undefined ? [url] : [url, fallback],
        startTime,
        endTime,
        rate: playback.rate.peek(),
      });
    },
    stop: (): void => player.stop(),
    /** The sign that a moment was marked. */
    tick: (): void => player.playSound(`${base}sounds/tick.mp3`),
    /** The soft sound of a question, for a recording that has none in it. */
    chime: (): void => player.playSound(`${base}sounds/cue.mp3`),
  };
});

export type PreviewState = InstanceType<typeof PreviewModel>;

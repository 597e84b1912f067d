/** Says that the player has the episode, and leads back to the module's own text. */
import { useComputed } from '@preact/signals';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { EPISODE_TEXT } from '../reading/read-along.tsx';
import { recordingStrings } from '../strings/recording.ts';
import styles from './episode-label.module.css';

export function EpisodeLabel({ routeId, moduleId }: { routeId: string; moduleId: string }) {
  const { playback } = useApp();
  const hasText = useComputed(() => playback.sentences.value.length > 0);
  return (
    <div class={styles.root}>
      <p class={styles.what}>
        <Icon shape={icons.play} small />
        {recordingStrings.nowPlays}
      </p>
      {hasText.value ? (
        <button
          type="button"
          class={styles.own}
          onClick={() => document.getElementById(EPISODE_TEXT)?.scrollIntoView()}
        >
          {recordingStrings.readAlong}
        </button>
      ) : null}
      <button
        type="button"
        class={styles.own}
        onClick={() => {
          playback.pause();
          playback.open(routeId, moduleId);
        }}
      >
        {recordingStrings.own}
      </button>
    </div>
  );
}

/** Play and pause; it changes when the sound does, not when it is pressed. */
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { strings } from '../strings/first-view.ts';
import styles from './play-button.module.css';

export function PlayButton({ large = false }: { large?: boolean }) {
  const { playback } = useApp();
  const isPlaying = playback.isPlaying.value;
  return (
    <button
      type="button"
      class={styles.root}
      data-large={large ? '' : undefined}
      aria-label={isPlaying ? strings.player.pause : strings.player.play}
      data-takes-focus={large ? '' : undefined}
      aria-busy={playback.status.value === 'loading' ? true : undefined}
      onPointerDown={() => playback.prepare(true)}
      onClick={() => playback.toggle()}
    >
      <Icon shape={isPlaying ? icons.pause : icons.play} filled />
    </button>
  );
}

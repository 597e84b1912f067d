/** Play and pause; it changes when the sound does, not when it is pressed. */
import { useApp } from './app-context.ts';
import { Icon } from './icon.tsx';
import * as icons from './icons.ts';
import styles from './play-button.module.css';
import { strings } from './strings.ts';

export function PlayButton({ large = false }: { large?: boolean }) {
  const { playback } = useApp();
  const isPlaying = playback.isPlaying.value;
  return (
    <button
      type="button"
      class={styles.root}
      data-large={large ? '' : undefined}
      aria-label={isPlaying ? strings.player.pause : strings.player.play}
      aria-busy={playback.status.value === 'loading' ? true : undefined}
      onPointerDown={() => playback.prepare(true)}
      onClick={() => playback.toggle()}
    >
      <Icon shape={isPlaying ? icons.pause : icons.play} filled />
    </button>
  );
}

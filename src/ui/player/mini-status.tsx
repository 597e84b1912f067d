/** What the small player says and offers, as the large one does: trouble with the sound, ways back, what comes next. */
import styles from './mini-status.module.css';
import { PlayerStatus } from './player-status.tsx';
import { SoundMessage } from './sound-message.tsx';
import { WayBack } from './way-back.tsx';

export function MiniStatus() {
  return (
    <div class={styles.root}>
      <SoundMessage onlyLasting />
      <WayBack />
      <PlayerStatus />
    </div>
  );
}

/** The choice of how much downloaded audio may take. */
import { useApp } from '../frame/app-context.ts';
import { formatSize } from '../parts/format.ts';
import { offlineStrings } from '../strings/offline.ts';
import styles from './audio-cap.module.css';

const CAPS = [100, 250, 500, 1000, 2000, 5000];

export function AudioCap() {
  const { settings } = useApp();
  const cap = settings.values.value.audioCap;
  // A cap that was stored another way stays to be seen.
  const caps = [...new Set([...CAPS, cap])].sort((one, other) => one - other);
  return (
    <label class={styles.line}>
      <span class={styles.label}>{offlineStrings.space.cap}</span>
      <select
        class={styles.select}
        value={cap}
        onChange={(event) => settings.set('audioCap', Number(event.currentTarget.value))}
      >
        {caps.map((amount) => (
          <option key={amount} value={amount}>
            {formatSize(amount * 1_000_000)}
          </option>
        ))}
      </select>
    </label>
  );
}

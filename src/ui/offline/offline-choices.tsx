/** The two choices about downloading by itself, beside the downloads that they are about. */
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { formatSize } from '../parts/format.ts';
import { offlineStrings } from '../strings/offline.ts';
import styles from './offline-choices.module.css';

const words = offlineStrings.choice;

export function OfflineChoices() {
  const { offline } = useApp();
  return (
    <div class={styles.root}>
      <OfflineChoice name="keepNext" />
      {offline.value?.wishes.isNextTooLarge.value ? (
        <p class={pageStyles.message} role="alert">
          {offlineStrings.nextTooLarge}
        </p>
      ) : null}
      <OfflineChoice name="meteredDownloads" />
    </div>
  );
}

/** One of them, here or in the settings. */
export function OfflineChoice({ name }: { name: keyof typeof words }) {
  const { settings, offline } = useApp();
  const isOn = settings.values.value[name];
  const size = name === 'keepNext' && !isOn ? offline.value?.wishes.nextSize.value : 0;
  return (
    <div>
      <label class={styles.option}>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={`hint-${name}`}
          onChange={(event) => settings.set(name, event.currentTarget.checked)}
        />
        <span>{words[name].label}</span>
      </label>
      <p id={`hint-${name}`} class={styles.hint}>
        {size ? `${offlineStrings.nextSize(formatSize(size))} ` : null}
        {words[name].hint}
      </p>
    </div>
  );
}

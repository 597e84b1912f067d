/** The choices about downloading that also stand beside the downloads, and the way there. */
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { AudioCap } from '../offline/audio-cap.tsx';
import { OfflineChoice } from '../offline/offline-choices.tsx';
import { Link } from '../parts/link.tsx';
import { settingsStrings } from '../strings/settings.ts';
import styles from './settings-page.module.css';

export function DownloadsPart() {
  const { device } = useApp();
  if (!device.isKept.value) return null;
  return (
    <section class={styles.part} aria-labelledby="downloads">
      <h2 id="downloads" class={pageStyles.subtitle}>
        {settingsStrings.downloads}
      </h2>
      <OfflineChoice name="meteredDownloads" />
      <AudioCap />
      <Link class={styles.way} to={{ kind: 'offline' }}>
        {settingsStrings.toDownloads}
      </Link>
    </section>
  );
}

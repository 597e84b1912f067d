/** What is so about the app as a whole and can wait for the first view: data that the browser took away, and the offer to install. */

import { useSignal } from '@preact/signals';
import { Link } from '../parts/link.tsx';
import { InstallSteps } from '../settings/install-steps.tsx';
import { installStrings } from '../strings/install.ts';
import { offlineStrings } from '../strings/offline.ts';
import { useApp } from './app-context.ts';
import styles from './late-notices.module.css';
import noticeStyles from './notices.module.css';

export function LossNotice() {
  const { device } = useApp();
  const loss = device.loss.value;
  if (loss === undefined) return null;
  const words = offlineStrings.loss;
  return (
    <section class={styles.root} role="alert" aria-labelledby="verlies">
      <h2 id="verlies" class={styles.title}>
        {words.title}
      </h2>
      <p>{words[loss]}</p>
      <div class={styles.actions}>
        {loss === 'everything' ? (
          <Link class={noticeStyles.button} to={{ kind: 'notes' }}>
            {words.toNotes}
          </Link>
        ) : null}
        <Link class={noticeStyles.button} to={{ kind: 'offline' }}>
          {words.toOffline}
        </Link>
        <button type="button" class={noticeStyles.button} onClick={() => device.setLoss(undefined)}>
          {words.dismiss}
        </button>
      </div>
    </section>
  );
}

/** Stands in the region of the notices, which reads it aloud. */
export function InstallNotice() {
  const { device, offline } = useApp();
  const areStepsShown = useSignal(false);
  const offer = offline.value?.installOffer;
  if (!offer) return null;
  const needsSteps = !device.canInstall.value && device.needsSteps();
  return (
    <section class={styles.root}>
      <p>{needsSteps ? installStrings.offerSteps : installStrings.offer}</p>
      {areStepsShown.value ? <InstallSteps /> : null}
      <div class={styles.actions}>
        {needsSteps ? (
          // It stays, so that the focus does.
          <button
            type="button"
            class={noticeStyles.button}
            aria-expanded={areStepsShown.value}
            onClick={() => {
              areStepsShown.value = !areStepsShown.value;
            }}
          >
            {installStrings.showSteps}
          </button>
        ) : (
          <button type="button" class={noticeStyles.button} onClick={() => offer.install()}>
            {installStrings.title}
          </button>
        )}
        <button type="button" class={noticeStyles.button} onClick={() => offer.dismiss()}>
          {installStrings.later}
        </button>
      </div>
    </section>
  );
}

/** What is so about the app as a whole: nothing is kept, or a new version waits. */

import { strings } from '../strings/first-view.ts';
import { useApp } from './app-context.ts';
import styles from './notices.module.css';

export function Notices() {
  const { device } = useApp();
  const keeping = device.keeping.value;
  return (
    <>
      {keeping === 'kept' ? null : (
        <p class={styles.root} role="status">
          {strings.notice[keeping]}
        </p>
      )}
      {device.isUpdateWaiting.value ? (
        <div class={styles.root} role="status">
          <p>{strings.notice[device.isUpdateAsked.value ? 'updateWaits' : 'update']}</p>
          {device.isUpdateAsked.value ? null : (
            <button type="button" class={styles.button} onClick={() => device.applyUpdate()}>
              {strings.notice.applyUpdate}
            </button>
          )}
        </div>
      ) : null}
      {device.isCodeMissing.value ? (
        <p class={styles.root} role="status">
          {strings.notice.codeMissing}
        </p>
      ) : null}
    </>
  );
}

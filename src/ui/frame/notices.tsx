/** What is so about the app as a whole: nothing is kept, or a new version waits. */

import type { ComponentChildren } from 'preact';
import { strings } from '../strings/first-view.ts';
import { useApp } from './app-context.ts';
import styles from './notices.module.css';

/** One region from the start: a screen reader tells what comes into it, and not a region that comes along. */
export function Notices({ children }: { children: ComponentChildren }) {
  const { device } = useApp();
  const keeping = device.keeping.value;
  return (
    <div role="status" aria-atomic="false">
      {keeping === 'kept' ? null : <p class={styles.root}>{strings.notice[keeping]}</p>}
      {device.isUpdateWaiting.value ? (
        <div class={styles.root}>
          <p>{strings.notice[device.isUpdateAsked.value ? 'updateWaits' : 'update']}</p>
          {device.isUpdateAsked.value ? null : (
            <button type="button" class={styles.button} onClick={() => device.applyUpdate()}>
              {strings.notice.applyUpdate}
            </button>
          )}
        </div>
      ) : null}
      {device.isCodeMissing.value ? <p class={styles.root}>{strings.notice.codeMissing}</p> : null}
      {children}
    </div>
  );
}

/** Shown when the app cannot even read its catalog; never a white page. */

import { strings } from '../strings/first-view.ts';
import styles from './plain-page.module.css';

export function StartFailure() {
  return (
    <main class={styles.root}>
      <h1 class={styles.title}>{strings.appName}</h1>
      <p>{strings.failure.catalogOffline}</p>
      <p>{strings.failure.safe}</p>
      <button type="button" class={styles.action} onClick={() => location.reload()}>
        {strings.failure.retry}
      </button>
    </main>
  );
}

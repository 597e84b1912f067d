/** Shown when the app cannot start; never a white page, and never one that does not answer without saying so. */

import { strings } from '../strings/first-view.ts';
import styles from './plain-page.module.css';

/** @param isBeside - The page itself is there to be read. */
export function StartFailure({ isBeside = false }: { isBeside?: boolean }) {
  const failure = (
    <section class={styles.root} role="alert">
      {isBeside ? null : <h1 class={styles.title}>{strings.appName}</h1>}
      <p>{isBeside ? strings.notice.codeMissing : strings.failure.catalogOffline}</p>
      <p>{strings.failure.safe}</p>
      <button type="button" class={styles.action} onClick={() => location.reload()}>
        {strings.failure.retry}
      </button>
    </section>
  );
  return isBeside ? failure : <main>{failure}</main>;
}

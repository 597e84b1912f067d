/** Shown when the app cannot start; never a white page, and never one that does not answer without saying so. */

import { strings } from '../strings/first-view.ts';
import styles from './plain-page.module.css';

export interface StartFailureProps {
  /** The page itself is there to be read. */
  isBeside: boolean;
  /** The catalog is what could not be had, not a piece of the app. */
  isCatalog: boolean;
}

export function StartFailure({ isBeside, isCatalog }: StartFailureProps) {
  const alone = isCatalog ? strings.failure.catalogOffline : strings.failure.codeOffline;
  const failure = (
    <section class={styles.root} role="alert">
      {isBeside ? null : <h1 class={styles.title}>{strings.appName}</h1>}
      <p>{isBeside ? strings.notice.codeMissing : alone}</p>
      <p>{strings.failure.safe}</p>
      <button type="button" class={styles.action} onClick={() => location.reload()}>
        {strings.failure.retry}
      </button>
    </section>
  );
  return isBeside ? failure : <main>{failure}</main>;
}

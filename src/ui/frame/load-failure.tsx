/** Says why a module is not there, what is safe, and offers to try again. */
import type { ContentErrorCode } from '../../state/content.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { strings } from '../strings/first-view.ts';
import styles from './load-failure.module.css';

export function LoadFailure({
  code,
  onRetry,
}: {
  code: ContentErrorCode | 'page';
  onRetry: () => void;
}) {
  return (
    <div class={styles.root} role="alert">
      <p class={styles.what}>
        <Icon shape={icons.warning} />
        {strings.failure[code]}
      </p>
      <p>{strings.failure.safe}</p>
      <button type="button" class={styles.retry} onClick={onRetry}>
        {strings.failure.retry}
      </button>
    </div>
  );
}

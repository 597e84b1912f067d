/** Tells how much cannot be read, and gives it out as it was found. */
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import buttonStyles from '../parts/button.module.css';
import { backupStrings } from '../strings/backup.ts';
import { notesStrings } from '../strings/notes.ts';
import styles from './set-aside-part.module.css';

export function SetAsidePart({ count }: { count: number }) {
  const backup = useApp().tools.value?.backup;
  const state = backup?.exportState.value;
  return (
    <div class={styles.root}>
      <p class={pageStyles.message}>{notesStrings.unreadable(count)}</p>
      <button
        type="button"
        class={buttonStyles.quiet}
        disabled={!backup}
        onClick={() => void backup?.take('damaged')}
      >
        {backupStrings.damaged}
      </button>
      {state?.kind === 'ready' && state.what === 'damaged' ? (
        <button type="button" class={buttonStyles.main} onClick={() => void backup?.share()}>
          {backupStrings.export.share}
        </button>
      ) : null}
      <p class={pageStyles.message} role="status">
        {state?.kind === 'failed' ? backupStrings.export.failed : null}
      </p>
    </div>
  );
}

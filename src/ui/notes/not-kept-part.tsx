/** Where nothing is kept: says so, with the two ways out for what was written. */
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import buttonStyles from '../parts/button.module.css';
import { backupStrings } from '../strings/backup.ts';
import { notesStrings } from '../strings/notes.ts';
import { questionStrings } from '../strings/question.ts';
import styles from './not-kept-part.module.css';

const words = notesStrings.notKept;

export function NotKeptPart({ hasNotes }: { hasNotes: boolean }) {
  const backup = useApp().tools.value?.backup;
  const state = backup?.exportState.value;
  return (
    <section class={styles.root} aria-label={words.label}>
      <p class={pageStyles.message}>{hasNotes ? questionStrings.memory : words.text}</p>
      {hasNotes ? (
        <div class={buttonStyles.row}>
          <button
            type="button"
            class={buttonStyles.quiet}
            disabled={!backup}
            onClick={() => void backup?.copyAll()}
          >
            {words.copy}
          </button>
          <button
            type="button"
            class={buttonStyles.quiet}
            disabled={!backup}
            onClick={() => void backup?.take('markdown')}
          >
            {questionStrings.saveFile}
          </button>
          {state?.kind === 'ready' && state.what === 'markdown' ? (
            <button type="button" class={buttonStyles.main} onClick={() => void backup?.share()}>
              {backupStrings.export.share}
            </button>
          ) : null}
        </div>
      ) : null}
      <p role="status">
        {state?.kind === 'copied' ? questionStrings.taking.copied : null}
        {state?.kind === 'given' && state.what === 'markdown' ? questionStrings.taking.saved : null}
        {state?.kind === 'failed' ? backupStrings.export.failed : null}
      </p>
    </section>
  );
}

/** What became of taking out, and the way on: a phone asks where the file should go. */
import { useApp } from '../frame/app-context.ts';
import { formatSize } from '../parts/format.ts';
import { backupStrings } from '../strings/backup.ts';
import styles from './dialog.module.css';

const words = backupStrings.export;

export function ExportOutcome() {
  const backup = useApp().tools.value?.backup;
  const state = backup?.exportState.value ?? { kind: 'none' };
  return (
    <div class={styles.status} role="status">
      {state.kind === 'busy' ? <p>{words.busy}</p> : null}
      {state.kind === 'failed' ? <p class={styles.bad}>{words.failed}</p> : null}
      {state.kind === 'copied' ? <p class={styles.good}>{words.copied}</p> : null}
      {state.kind === 'ready' ? (
        <>
          <p class={styles.good}>{words.ready(state.file.name, formatSize(state.file.size))}</p>
          <div class={styles.actions}>
            <button type="button" class={styles.main} onClick={() => void backup?.share()}>
              {words.share}
            </button>
            <button type="button" class={styles.quiet} onClick={() => void backup?.download()}>
              {words.download}
            </button>
          </div>
        </>
      ) : null}
      {state.kind === 'given' ? (
        <>
          <p class={styles.good}>
            {words.given(words.isMade[state.what], state.file.name, formatSize(state.file.size))}
          </p>
          <div class={styles.actions}>
            <button type="button" class={styles.quiet} onClick={() => void backup?.download()}>
              {words.again}
            </button>
          </div>
        </>
      ) : null}
    </div>
  );
}

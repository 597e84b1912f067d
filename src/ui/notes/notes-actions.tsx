/** Taking notes out and bringing them back: two buttons on the notes page, and the paper it prints. */
import { useEffect, useRef } from 'preact/hooks';
import { ExportDialog } from '../backup/export-dialog.tsx';
import { usePaper } from '../backup/paper.tsx';
import { RestoreDialog } from '../backup/restore-dialog.tsx';
import { useApp } from '../frame/app-context.ts';
import buttonStyles from '../parts/button.module.css';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { backupStrings } from '../strings/backup.ts';
import styles from './notes-actions.module.css';

export function NotesActions() {
  const backup = useApp().tools.value?.backup;
  const exporting = useRef<HTMLDialogElement>(null);
  const restoring = useRef<HTMLDialogElement>(null);
  const print = usePaper();

  // What is asked to print by the browser's own menu needs the texts too.
  useEffect(() => void backup?.fetchTexts(), [backup]);

  return (
    <>
      <div class={buttonStyles.row}>
        <button
          type="button"
          class={styles.action}
          disabled={!backup}
          onClick={() => exporting.current?.showModal()}
        >
          <Icon shape={icons.share} small />
          {backupStrings.export.open}
        </button>
        <button
          type="button"
          class={styles.action}
          disabled={!backup}
          onClick={() => restoring.current?.showModal()}
        >
          <Icon shape={icons.history} small />
          {backupStrings.restore.open}
        </button>
      </div>
      <ExportDialog dialog={exporting} onPrint={(sheet) => void print(sheet)} />
      <RestoreDialog dialog={restoring} />
    </>
  );
}

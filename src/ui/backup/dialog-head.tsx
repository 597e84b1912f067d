/** The title of a dialog, with the cross that closes it. */
import type { RefObject } from 'preact';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { backupStrings } from '../strings/backup.ts';
import styles from './dialog.module.css';

interface DialogHeadProps {
  id: string;
  title: string;
  dialog: RefObject<HTMLDialogElement | null>;
}

export function DialogHead({ id, title, dialog }: DialogHeadProps) {
  return (
    <div class={styles.head}>
      <h2 id={id} class={styles.title}>
        {title}
      </h2>
      <button
        type="button"
        class={styles.close}
        aria-label={backupStrings.export.close}
        onClick={() => dialog.current?.close()}
      >
        <Icon shape={icons.close} />
      </button>
    </div>
  );
}

/** Gives one note to somebody else: by the share sheet of the device, else as a copy. */
import { useSignal } from '@preact/signals';
import type { NoteWithText } from '../../model/note.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { backupStrings } from '../strings/backup.ts';
import styles from './card-foot.module.css';

const words = backupStrings.share;

export function ShareNote({
  note,
  class: className,
}: {
  note: NoteWithText;
  class?: string | undefined;
}) {
  const backup = useApp().tools.value?.backup;
  const outcome = useSignal<'copied' | 'failed' | undefined>(undefined);
  return (
    <>
      <button
        type="button"
        class={className}
        aria-label={words.note}
        title={words.note}
        disabled={!backup}
        onClick={async () => {
          outcome.value = await backup?.shareNote(note);
        }}
      >
        <Icon shape={outcome.value === 'copied' ? icons.check : icons.share} small />
      </button>
      <span class={outcome.value === 'failed' ? styles.failed : 'visually-hidden'} role="status">
        {outcome.value === undefined ? null : words[outcome.value]}
      </span>
    </>
  );
}

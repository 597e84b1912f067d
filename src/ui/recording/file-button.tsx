/** A button that asks for a file; the browser's own field stays out of sight. */
import { useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import styles from './file-button.module.css';

/** What phones and desks list as sound; some know the kind only by the ending. */
export const SOUND_FILES = 'audio/*,.mp3,.m4a,.m4b,.aac,.ogg,.oga,.opus,.wav,.flac';

interface FileButtonProps {
  label: string;
  /** As in the `accept` of a field for files. */
  accept: string;
  /** For what is rarely done. */
  isQuiet?: boolean;
  isDisabled?: boolean;
  onFile: (file: File) => void;
}

export function FileButton({ label, accept, isQuiet, isDisabled, onFile }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={isQuiet ? styles.quiet : styles.button}
        disabled={isDisabled ?? false}
        onClick={() => field.current?.click()}
      >
        {isQuiet ? null : <Icon shape={icons.plus} small />}
        {label}
      </button>
      <input
        ref={field}
        class={styles.field}
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file may be chosen again after a failure.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

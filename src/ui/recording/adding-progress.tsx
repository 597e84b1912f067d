/** How far a file is on its way to the device, with the way to stop it. */
import type { AddingFile } from '../../model/recording.ts';
import { formatPercent } from '../parts/format.ts';
import { recordingStrings } from '../strings/recording.ts';
import styles from './adding-progress.module.css';
import buttonStyles from './recording-button.module.css';

interface AddingProgressProps {
  adding: AddingFile;
  onCancel: () => void;
}

/** The words of the phase are read aloud where this stands, in a region that was there before. */
export function AddingProgress({ adding, onCancel }: AddingProgressProps) {
  const { fileName, phase, bytes, total } = adding;
  // Reading through is the first half of the work, copying the second.
  const done = phase === 'copying' ? total + bytes : bytes;
  return (
    <div class={styles.root}>
      <p class={styles.name}>{fileName}</p>
      <progress
        class={styles.bar}
        max={2 * total}
        value={done}
        aria-label={recordingStrings.progress}
      />
      <p class={styles.words} aria-hidden="true">
        {recordingStrings.phase[phase]}{' '}
        {phase === 'checking' ? null : recordingStrings.done(formatPercent(done / (2 * total)))}
      </p>
      <button type="button" class={buttonStyles.second} onClick={onCancel}>
        {recordingStrings.cancel}
      </button>
    </div>
  );
}

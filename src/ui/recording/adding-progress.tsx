/** How far a file is on its way to the device, with the way to stop it. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AddingFile } from '../../model/recording.ts';
import { formatPercent, formatSize } from '../parts/format.ts';
import { recordingStrings } from '../strings/recording.ts';
import styles from './adding-progress.module.css';

interface AddingProgressProps {
  adding: AddingFile;
  onCancel: () => void;
}

export function AddingProgress({ adding, onCancel }: AddingProgressProps) {
  const { fileName, phase, bytes, total } = adding;
  // Reading through is the first half of the work, copying the second.
  const done = phase === 'copying' ? total + bytes : bytes;
  const spoken = useSignal<AddingFile['phase']>(phase);
  useEffect(() => {
    spoken.value = phase;
  }, [phase, spoken]);
  // Told once for each phase: a screen reader need not hear every percent.
  const announced = useComputed(() => wordsFor({ ...adding, phase: spoken.value, bytes: 0 }));
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
        {wordsFor(adding)}
      </p>
      <p class="visually-hidden" role="status">
        {announced}
      </p>
      <button type="button" class={styles.cancel} onClick={onCancel}>
        {recordingStrings.cancel}
      </button>
    </div>
  );
}

function wordsFor({ phase, bytes, total }: AddingFile): string {
  const words = recordingStrings.phase;
  if (phase === 'checking') return words.checking;
  return phase === 'reading'
    ? words.reading(formatPercent(bytes / total))
    : words.copying(formatSize(bytes), formatSize(total));
}

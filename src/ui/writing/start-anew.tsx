/** Answering again: an empty field, while the answer that was there stays with the earlier ones. */
import { useComputed } from '@preact/signals';
import { isRefused, type WritingState } from '../../state/notebook/writing.ts';
import { planStrings } from '../strings/plan.ts';
import { questionStrings } from '../strings/question.ts';
import styles from './writing-sheet.module.css';

export function StartAnew({ writing }: { writing: WritingState }) {
  const isPlan = writing.note.value.kind === 'plan';
  const isOffered = useComputed(
    () => writing.canStartAnew.value && !isRefused(writing.saveState.value),
  );
  if (!isOffered.value) return null;
  return (
    <p class={styles.anew}>
      <button
        type="button"
        class={styles.quiet}
        onClick={() => {
          // A failure to keep the old words shows in their status; they stay in the field then.
          void writing.startAnew().then(focusField, () => undefined);
        }}
      >
        {isPlan ? planStrings.revise : questionStrings.again}
      </button>
      <span class={styles.when}>{questionStrings.againHint}</span>
    </p>
  );
}

function focusField(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLTextAreaElement>('dialog[open] textarea')?.focus();
  });
}

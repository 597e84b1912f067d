/** What is so about the answer: saved, not yet, or not possible. Read aloud only after a rest. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { questionStrings } from '../strings/question.ts';
import styles from './answer-status.module.css';

const ANNOUNCE_AFTER_MS = 2000;

export function AnswerStatus() {
  const { notebook } = useApp();
  const state = notebook.saveState.value;
  const announced = useSignal('');
  const words = {
    empty: '',
    saved: questionStrings.saved,
    unsaved: questionStrings.unsaved,
    failed: questionStrings.failed,
    memory: questionStrings.memory,
  }[state];

  useEffect(() => {
    const timer = setTimeout(() => {
      announced.value = words;
    }, ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words, announced]);

  return (
    <div class={styles.root} data-state={state}>
      <p class={styles.line} aria-hidden="true">
        {state === 'saved' ? <Icon shape={icons.check} small /> : null}
        {words}
      </p>
      <p class="visually-hidden" role="status">
        {announced.value}
      </p>
      {state === 'failed' || state === 'memory' ? (
        <button type="button" class={styles.copy} onClick={() => void notebook.copyText()}>
          {notebook.isCopied.value ? questionStrings.copied : questionStrings.copy}
        </button>
      ) : null}
    </div>
  );
}

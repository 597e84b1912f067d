/** What is so about the words: saved, not yet, or not possible. Read aloud only after a rest. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isRefused, type WritingState } from '../../state/notebook/writing.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { useGaveWay } from '../parts/use-gave-way.ts';
import { questionStrings } from '../strings/question.ts';
import styles from './answer-status.module.css';

const ANNOUNCE_AFTER_MS = 2000;

export function AnswerStatus({ writing }: { writing: WritingState }) {
  const state = writing.saveState.value;
  const copying = writing.copyResult.value;
  const announced = useSignal('');
  const words = state === 'empty' ? '' : questionStrings[state];
  const gaveWay = useGaveWay(writing.gaveWay.value, questionStrings.gaveWay);
  const said = [words, gaveWay].filter((part) => part !== '').join(' ');

  useEffect(() => {
    const timer = setTimeout(() => {
      announced.value = said;
    }, ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [said, announced]);

  return (
    <div class={styles.root} data-state={state}>
      <p class={styles.line} aria-hidden="true">
        {state === 'saved' ? <Icon shape={icons.check} small /> : null}
        {words}
      </p>
      <p class="visually-hidden" role="status">
        {announced.value}
      </p>
      {gaveWay === '' ? null : (
        <p class={styles.gaveWay} aria-hidden="true">
          {gaveWay}
        </p>
      )}
      {isRefused(state) ? (
        <>
          <button type="button" class={styles.copy} onClick={() => void writing.copyText()}>
            {questionStrings.copy}
          </button>
          <p class={styles.copying} role="status">
            {copying === undefined ? null : questionStrings.copying[copying]}
          </p>
        </>
      ) : null}
    </div>
  );
}

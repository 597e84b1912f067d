/** What is so about the words: saved, not yet, or not possible. Read aloud only after a rest. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isRefused, type WritingState } from '../../state/notebook/writing.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { useGaveWay } from '../parts/use-gave-way.ts';
import { questionStrings } from '../strings/question.ts';
import styles from './answer-status.module.css';

const ANNOUNCE_AFTER_MS = 2000;

export function AnswerStatus({ writing }: { writing: WritingState }) {
  const state = writing.saveState.value;
  const taking = writing.takeResult.value;
  const isKept = useApp().device.isKept.value;
  const announced = useSignal('');
  const words =
    state === 'empty' ? (isKept ? '' : questionStrings.notKept) : questionStrings[state];
  const gaveWay = useGaveWay(writing.gaveWay.value, questionStrings.gaveWay);
  const said = [words, gaveWay].filter((part) => part !== '').join(' ');

  useEffect(() => {
    const timer = setTimeout(() => {
      announced.value = said;
    }, ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [said, announced]);

  return (
    <div class={styles.root} data-state={state === 'empty' && !isKept ? 'memory' : state}>
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
          <div class={styles.ways}>
            <button type="button" class={styles.way} onClick={() => void writing.copyText()}>
              {questionStrings.copy}
            </button>
            <button type="button" class={styles.way} onClick={() => void writing.saveText()}>
              {questionStrings.saveFile}
            </button>
          </div>
          <p class={styles.taking} role="status">
            {taking === undefined ? null : questionStrings.taking[taking]}
          </p>
        </>
      ) : null}
    </div>
  );
}

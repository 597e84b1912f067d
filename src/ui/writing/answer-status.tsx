/** What is so about the words: saved, not yet, or not possible. That they are saved is heard once, after a rest. */
import { useRef } from 'preact/hooks';
import type { Milliseconds } from '../../model/units.ts';
import { isRefused, type SaveState, type WritingState } from '../../state/notebook/writing.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { QuietStatus } from '../parts/quiet-status.tsx';
import { useGaveWay } from '../parts/use-gave-way.ts';
import { questionStrings } from '../strings/question.ts';
import styles from './answer-status.module.css';

const REST_MS: Milliseconds = 2000;

export function AnswerStatus({ writing }: { writing: WritingState }) {
  const state = writing.saveState.value;
  const taking = writing.takeResult.value;
  const isKept = useApp().device.isKept.value;
  const input = writing.note.value.kind === 'plan' ? writing.plan.value : writing.text.value;
  const isTyped = useIsChanged(input);
  const words =
    state === 'empty' ? (isKept ? '' : questionStrings.notKept) : questionStrings[state];
  const gaveWay = useGaveWay(writing.gaveWay.value, questionStrings.gaveWay);

  return (
    <div class={styles.root} data-state={state === 'empty' && !isKept ? 'memory' : state}>
      <QuietStatus
        words={[words, gaveWay].filter((part) => part !== '').join(' ')}
        sayAfter={waitFor(state, isTyped)}
        since={state === 'saved' ? input : undefined}
      >
        <span class={styles.line}>
          {state === 'saved' ? <Icon shape={icons.check} small /> : null}
          {words}
        </span>
        {gaveWay === '' ? null : <span class={styles.gaveWay}>{gaveWay}</span>}
      </QuietStatus>
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

/** Trouble is told at once, but not that words wait a moment; and of an answer from before there is no news. */
function waitFor(state: SaveState, isTyped: boolean): Milliseconds | undefined {
  if (isRefused(state)) return 0;
  return state === 'saved' && !isTyped ? undefined : REST_MS;
}

/** Whether it ever had another value than at first. */
function useIsChanged(value: unknown): boolean {
  const first = useRef(value);
  const isChanged = useRef(false);
  if (value !== first.current) isChanged.current = true;
  return isChanged.current;
}

/** What can be done with the sentences that are selected, and the ends of a repeat that goes on or is being made. */
import type { RefObject } from 'preact';
import { formatClock } from '../../model/clock-time.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { readStrings } from '../strings/read.ts';
import { copyWithTime } from './reading-menu.tsx';
import { useSelectedSentences } from './selected-sentences.ts';
import styles from './selection-bar.module.css';

/** A press must not take the selection away before it is used. */
const keepSelection = (event: Event) => event.preventDefault();

/** What was pressed to bring it is gone; whoever uses keys goes on here. */
const focusFirst = (button: HTMLButtonElement | null) => button?.focus({ preventScroll: true });

export function SelectionBar({ root }: { root: RefObject<HTMLElement | null> }) {
  const { playback, tools } = useApp();
  const selected = useSelectedSentences(root).value;
  const reading = tools.value?.reading;
  const focusMenu = () =>
    root.current
      ?.querySelector<HTMLElement>('button[popovertarget]')
      ?.focus({ preventScroll: true });
  const repeating = reading?.passages.repeating.value;
  if (!reading) return null;
  if (repeating) {
    return (
      <div class={styles.root}>
        <p class={styles.text}>
          {readStrings.repeating(formatClock(repeating.startTime), formatClock(repeating.endTime))}
        </p>
        <button
          ref={focusFirst}
          type="button"
          class={styles.action}
          onClick={() => {
            reading.passages.stopRepeating();
            focusMenu();
          }}
        >
          {readStrings.stopRepeating}
        </button>
      </div>
    );
  }
  const start = reading.passages.repeatStart.value;
  if (!selected && start !== undefined) {
    return (
      <fieldset class={styles.root} aria-label={readStrings.repeatStart(formatClock(start))}>
        <span class={styles.text} role="status">
          {readStrings.from(formatClock(start))}
        </span>
        <button
          ref={focusFirst}
          type="button"
          class={styles.action}
          onClick={reading.passages.repeatToHere}
        >
          <Icon shape={icons.repeat} small />
          {readStrings.repeatTo}
        </button>
        <button
          type="button"
          class={styles.action}
          aria-label={readStrings.noRepeat}
          onClick={() => {
            reading.passages.forgetStart();
            focusMenu();
          }}
        >
          <Icon shape={icons.close} small />
        </button>
      </fieldset>
    );
  }
  if (!selected) return null;
  return (
    <fieldset class={styles.root} aria-label={readStrings.selection}>
      <button
        type="button"
        class={styles.action}
        onPointerDown={() => playback.prepare()}
        onMouseDown={keepSelection}
        onClick={() => {
          reading.passages.repeatSentences(selected.ids);
          window.getSelection()?.removeAllRanges();
        }}
      >
        <Icon shape={icons.repeat} small />
        {readStrings.repeatSelection}
      </button>
      <button
        type="button"
        class={styles.action}
        onMouseDown={keepSelection}
        onClick={() => {
          const first = playback.sentences.peek().find(({ id }) => id === selected.ids[0]);
          const title = playback.loaded.peek()?.summary.title ?? '';
          void copyWithTime(reading, selected.text, first?.startTime ?? 0, title);
        }}
      >
        <Icon shape={icons.copy} small />
        {readStrings.copyWithTime}
      </button>
    </fieldset>
  );
}

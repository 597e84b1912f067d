/** What can be done with the sentences that are selected, and the end of a repeat that goes on. */
import type { RefObject } from 'preact';
import { useApp } from '../frame/app-context.ts';
import { formatClock } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { readStrings } from '../strings/read.ts';
import { copyWithTime } from './reading-menu.tsx';
import { useSelectedSentences } from './selected-sentences.ts';
import styles from './selection-bar.module.css';

/** A press must not take the selection away before it is used. */
const keepSelection = (event: Event) => event.preventDefault();

export function SelectionBar({ root }: { root: RefObject<HTMLElement | null> }) {
  const { playback, tools } = useApp();
  const selected = useSelectedSentences(root).value;
  const reading = tools.value?.reading;
  const repeating = reading?.passages.repeating.value;
  if (!reading) return null;
  if (repeating) {
    return (
      <div class={styles.root}>
        <p class={styles.text}>
          {readStrings.repeating(formatClock(repeating.startTime), formatClock(repeating.endTime))}
        </p>
        <button type="button" class={styles.action} onClick={reading.passages.stopRepeating}>
          {readStrings.stopRepeating}
        </button>
      </div>
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

/** Marks the moment that is heard now: one press, and a line that says it is kept. */

import { formatClock } from '../../model/clock-time.ts';
import type { MarkOutcome } from '../../state/questions/marks.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import styles from '../parts/menu.module.css';
import { useGaveWay } from '../parts/use-gave-way.ts';
import { markStrings } from '../strings/mark.ts';
import { notesStrings } from '../strings/notes.ts';

export function MarkButton() {
  const marks = useApp().tools.value?.marks;
  return (
    <div class={styles.root}>
      <button
        type="button"
        class={styles.opener}
        aria-label={markStrings.mark}
        disabled={marks === undefined}
        onClick={() => void marks?.mark()}
      >
        <Icon shape={icons.mark} />
        <span class={styles.label}>{markStrings.short}</span>
      </button>
    </div>
  );
}

/** @param class - Of the line that shows what is said. */
export function MarkStatus(props: { class: string | undefined }) {
  const { notebook, tools } = useApp();
  const marks = tools.value?.marks;
  const outcome = marks?.outcome.value;
  const gaveWay = useGaveWay(marks?.gaveWay.value ?? [], markStrings.gaveWay);
  return (
    <>
      <p class={outcome ? props.class : 'visually-hidden'} role="status">
        {outcome ? outcomeWords(outcome, gaveWay) : null}
      </p>
      {outcome?.kind === 'marked' ? (
        <button
          type="button"
          class={styles.addWords}
          onClick={() => notebook.openNote(outcome.note)}
        >
          {notesStrings.addWords}
        </button>
      ) : null}
    </>
  );
}

function outcomeWords(outcome: MarkOutcome, gaveWay: string): string {
  const words =
    outcome.kind === 'failed' ? markStrings.failed : markStrings.marked(formatClock(outcome.time));
  return gaveWay === '' ? words : `${words.replace(/\.?$/, '.')} ${gaveWay}`;
}

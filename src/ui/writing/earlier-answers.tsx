/** What was answered before, beside what stands there now: nothing that was written goes out of sight. */
import { earlierAnswers } from '../../model/answer-history.ts';
import { planText } from '../../model/plan.ts';
import type { WritingState } from '../../state/notebook/writing.ts';
import { useApp } from '../frame/app-context.ts';
import { AnswersBeside } from '../notes/answers-beside.tsx';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { questionStrings } from '../strings/question.ts';
import styles from './writing-sheet.module.css';

export function EarlierAnswers({ writing }: { writing: WritingState }) {
  const { notebook } = useApp();
  const note = writing.note.value;
  const revisions = notebook.notes.value.get(note.id)?.revisions ?? [];
  // What stands in the field counts as now, also when it is a new answer that was just begun.
  const text = note.kind === 'plan' ? planText(writing.plan.value) : writing.text.value;
  const earlier = earlierAnswers(revisions, { text, updatedAt: Date.now() });
  if (earlier.length === 0) return null;
  return (
    <details class={styles.model} open={writing.turn.value > 0}>
      <summary>
        {questionStrings.previous}
        <Icon shape={icons.down} small />
      </summary>
      <div class={styles.earlier}>
        <AnswersBeside answers={earlier} />
      </div>
    </details>
  );
}

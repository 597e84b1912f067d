/** What was answered before, also in another tab: nothing that was written goes out of sight. */
import type { OpenQuestion } from '../../state/notebook/notebook.ts';
import { useApp } from '../frame/app-context.ts';
import { formatMoment } from '../parts/format.ts';
import { questionStrings } from '../strings/question.ts';
import styles from './question-sheet.module.css';

export function EarlierAnswers({ open }: { open: OpenQuestion }) {
  const { notebook } = useApp();
  const stored = notebook.answers.value.get(
    `${open.routeId}/${open.module.id}/${open.question.id}`,
  );
  const earlier = (stored?.revisions ?? [])
    .filter(({ text }) => text !== '' && text !== stored?.text)
    .sort((a, b) => b.createdAt - a.createdAt);
  if (earlier.length === 0) return null;
  return (
    <details class={styles.model}>
      <summary>{questionStrings.previous}</summary>
      <ol class={styles.earlier}>
        {earlier.map((revision) => (
          <li key={revision.id}>
            <p class={styles.when}>{formatMoment(revision.createdAt, Date.now())}</p>
            <p class={styles.words}>{revision.text}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}

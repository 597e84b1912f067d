/** "Naar een ander toestel": the way in three steps. */
import { backupStrings } from '../strings/backup.ts';
import styles from './dialog.module.css';

export function MoveSteps() {
  const { title, steps } = backupStrings.move;
  return (
    <details class={styles.more}>
      <summary>{title}</summary>
      <ol class={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}

/** "Naar een ander toestel": the way in three steps. */
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { backupStrings } from '../strings/backup.ts';
import styles from './dialog.module.css';

export function MoveSteps() {
  const { title, steps } = backupStrings.move;
  return (
    <details class={styles.more}>
      <summary>
        {title}
        <Icon shape={icons.down} small />
      </summary>
      <ol class={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}

/** The example answer of a recall question: hidden until one's own answer was tried. */
import styles from './question-sheet.module.css';
import { strings } from './strings.ts';

export function ModelAnswer({ text }: { text: string }) {
  return (
    <details class={styles.model}>
      <summary>{strings.question.modelAnswer}</summary>
      <p>{text}</p>
    </details>
  );
}

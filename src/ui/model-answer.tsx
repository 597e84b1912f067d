/** The example answer of a recall question: hidden until one's own answer was tried. */

import { laterStrings } from './later-strings.ts';
import styles from './question-sheet.module.css';

export function ModelAnswer({ text }: { text: string }) {
  return (
    <details class={styles.model}>
      <summary>{laterStrings.question.modelAnswer}</summary>
      <p>{text}</p>
    </details>
  );
}

/** The example answer of a recall question: hidden until one's own answer was tried. */

import { questionStrings } from '../strings/question.ts';
import styles from './question-sheet.module.css';

export function ModelAnswer({ text }: { text: string }) {
  return (
    <details class={styles.model}>
      <summary>{questionStrings.modelAnswer}</summary>
      <p>{text}</p>
    </details>
  );
}

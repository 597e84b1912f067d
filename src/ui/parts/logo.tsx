/** The two strands that become one: the mark of the app. */
import styles from './logo.module.css';

export function Logo() {
  return (
    <svg class={styles.mark} viewBox="0 0 24 28" aria-hidden="true" focusable="false">
      <path class={styles.warm} d="M4 3c0 8 8 9 8 16v6" />
      <path class={styles.cool} d="M20 3c0 8-8 9-8 16v6" />
    </svg>
  );
}

/** The circle of a stop: heard share as a ring, a check when finished. Decoration; the words say it too. */
import type { Fraction } from '../../model/units.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import styles from './stop-mark.module.css';

const CIRCUMFERENCE = 2 * Math.PI * 14;

export function StopMark({
  completed,
  heard,
  current,
}: {
  completed: boolean;
  heard: Fraction;
  current: boolean;
}) {
  return (
    <span class={styles.root} data-completed={completed ? '' : undefined} aria-hidden="true">
      {completed ? (
        <Icon shape={icons.check} />
      ) : (
        <svg class={styles.ring} viewBox="0 0 32 32" aria-hidden="true">
          <circle class={styles.track} cx="16" cy="16" r="14" />
          {heard > 0 ? (
            <circle
              class={styles.heard}
              cx="16"
              cy="16"
              r="14"
              stroke-dasharray={`${heard * CIRCUMFERENCE} ${CIRCUMFERENCE}`}
            />
          ) : null}
          {current ? (
            <path class={styles.now} d="M13 10.5v11l9-5.5z" />
          ) : (
            <circle class={styles.dot} cx="16" cy="16" r="4" />
          )}
        </svg>
      )}
    </span>
  );
}

/** How long listening on takes at the chosen speed. */

import { formatClock } from '../../model/clock-time.ts';
import type { Seconds } from '../../model/units.ts';
import { timeStrings } from '../strings/time.ts';
import { formatRate, formatSpoken } from './format.ts';
import styles from './time-left.module.css';

export function TimeLeft({ left, rate }: { left: Seconds; rate: number }) {
  const real = left / rate;
  const words = timeStrings;
  return (
    <span class={styles.root}>
      <span aria-hidden="true">
        −{formatClock(real)}
        {rate === 1 ? null : ` ${words.atRate(formatRate(rate))}`}
      </span>
      <span class="visually-hidden">{words.left(formatSpoken(real), formatRate(rate))}</span>
    </span>
  );
}

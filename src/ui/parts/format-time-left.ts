/** How much a sleep timer has left, so that it changes once a minute and only at the end each second. */

import type { Seconds } from '../../model/units.ts';
import { formatMinutes, formatSeconds } from './format.ts';

/** `14 min`, and `45 s` in the last minute; rounds up, so that it never says 0 before it stops. */
export function formatTimeLeft(left: Seconds): string {
  return left > 60
    ? formatMinutes(Math.ceil(left / 60) * 60)
    : formatSeconds(Math.max(1, Math.ceil(left)));
}

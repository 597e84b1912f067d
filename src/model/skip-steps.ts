/** How far one press goes back or forward. */
import type { Seconds } from './units.ts';

export const BACK_STEP: Seconds = 15;
export const FORWARD_STEP: Seconds = 30;

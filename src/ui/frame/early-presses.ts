/**
 * Gives the app what was pressed and typed before it answered. `static/early-presses.js` kept that, and kept it from
 * the app, which may have taken the page over already: each press is done once.
 */
import type { Milliseconds } from '../../model/units.ts';

/** A press, or what a field held when it was last typed in. */
export interface EarlyPress {
  control: HTMLElement;
  /** On the clock of the page. */
  time: Milliseconds;
  /** Of a field only. */
  value?: string | undefined;
}

declare global {
  interface Window {
    /** Ends the keeping, and gives all that was kept in order. */
    takeEarlyPresses?: () => EarlyPress[];
  }
}

/** Whoever waited longer may have given up, and would be startled. */
const LONGEST_WAIT: Milliseconds = 30_000;

/** To be called once the page answers: presses and fills again what is still on the page. */
export function replayEarlyPresses(page: Window = window): void {
  const presses = page.takeEarlyPresses?.() ?? [];
  const now = page.performance.now();
  for (const { control, time, value } of presses) {
    if (now - time > LONGEST_WAIT || !control.isConnected) continue;
    if (value === undefined) {
      control.focus();
      control.click();
    } else {
      (control as HTMLInputElement).value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

/** The app does not come: links go their own way again. */
export function dropEarlyPresses(page: Window = window): void {
  page.takeEarlyPresses?.();
}

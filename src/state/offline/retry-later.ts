/**
 * Tries again what stopped for want of a connection. A line often comes back without the browser saying so:
 * on the wifi of a train it says "online" all the time.
 */
import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { Bytes, Milliseconds } from '../../model/units.ts';
import type { RetryCause } from '../../offline/downloads.ts';

export interface RetryLaterDeps {
  window: Pick<Window, 'addEventListener'>;
  document: Pick<Document, 'addEventListener' | 'visibilityState'>;
  /** What the browser says; only "no" can be believed. */
  isOnline: () => boolean;
  /** Something waits for a connection. */
  isStopped: ReadonlySignal<boolean>;
  /** All that is on the device by now: when it grew, there was a line. */
  bytes: () => Bytes;
  retry: (cause: RetryCause) => void;
}

const SHORTEST: Milliseconds = 5_000;

/** A request without a line costs next to nothing, and somebody may be looking at it. */
const LONGEST: Milliseconds = 30_000;

/** Follows from now on: at once at a return or a new line, else after pauses that grow while nothing comes. */
export function retryLater(deps: RetryLaterDeps): void {
  const { window, document, isStopped } = deps;
  let pause = SHORTEST;
  let before: Bytes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function wait(): void {
    clearTimeout(timer);
    const bytes = deps.bytes();
    if (bytes > before) pause = SHORTEST;
    before = bytes;
    timer = setTimeout(() => {
      pause = Math.min(2 * pause, LONGEST);
      if (deps.isOnline()) deps.retry('time');
      if (isStopped.peek()) wait();
    }, pause);
  }

  function retryNow(cause: RetryCause): void {
    pause = SHORTEST;
    deps.retry(cause);
    if (isStopped.peek()) wait();
  }

  effect(() => {
    if (isStopped.value) wait();
    else clearTimeout(timer);
  });
  window.addEventListener('online', () => retryNow('new-line'));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && deps.isOnline()) retryNow('return');
  });
}

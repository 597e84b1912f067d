/** Keeps the screen on for as long as it is wanted; a device that refuses goes to sleep as it always does. */
import { effect, type ReadonlySignal } from '@preact/signals-core';

/** What the browser gives: the screen stays on until it is released. */
export interface AwakeLock {
  release(): Promise<void>;
}

/** @returns The way to stop, which also lets the screen go. */
export function keepAwake(
  isWanted: ReadonlySignal<boolean>,
  request: () => Promise<AwakeLock>,
): () => void {
  let held: AwakeLock | undefined;
  let isAsking = false;
  let isWantedNow = false;

  async function take(): Promise<void> {
    if (held || isAsking) return;
    isAsking = true;
    try {
      held = await request();
    } catch {
      // Refused, as when the battery is low: a comfort that is not there.
    } finally {
      isAsking = false;
    }
    if (!isWantedNow) letGo();
  }

  function letGo(): void {
    // One that the browser took back itself, as when the page was hidden, may be released again.
    held?.release().catch(() => undefined);
    held = undefined;
  }

  const stop = effect(() => {
    isWantedNow = isWanted.value;
    if (isWantedNow) void take();
    else letGo();
  });
  return () => {
    stop();
    isWantedNow = false;
    letGo();
  };
}

/** Asks the browser to keep this app's data, and for how much there is. Nothing ever waits for the answers. */
import type { Bytes } from '../model/units.ts';

/** `granted`: the browser does not clean up by itself; `denied`: it may; `unknown`: it does not say. */
export type PersistenceAnswer = 'granted' | 'denied' | 'unknown';

/** What the browser says about room; only a hint, the real limit shows when storing. */
export interface StorageEstimate {
  used: Bytes;
  free: Bytes;
}

/**
 * Asks to keep the data. Firefox shows a question for it and may never answer, so ask after something
 * was kept, and wait for nothing.
 *
 * @param onAnswer - Called at most once, and perhaps never.
 */
export function askPersistence(
  storage: StorageManager | undefined,
  onAnswer: (answer: PersistenceAnswer) => void,
): void {
  tell(storage?.persist?.(), onAnswer, 'denied');
}

/** Reads what was answered before, without asking. @param onAnswer - Called at most once, and perhaps never. */
export function readPersistence(
  storage: StorageManager | undefined,
  onAnswer: (answer: PersistenceAnswer) => void,
): void {
  // "Not yet" is not a refusal.
  tell(storage?.persisted?.(), onAnswer, 'unknown');
}

/** Reads how much is used and free. @returns `undefined` where the browser does not tell. */
export async function readEstimate(
  storage: StorageManager | undefined,
): Promise<StorageEstimate | undefined> {
  const estimate = await storage?.estimate?.().catch(() => undefined);
  if (estimate?.usage === undefined || estimate.quota === undefined) return undefined;
  return { used: estimate.usage, free: Math.max(0, estimate.quota - estimate.usage) };
}

function tell(
  answer: Promise<boolean> | undefined,
  onAnswer: (answer: PersistenceAnswer) => void,
  otherwise: PersistenceAnswer,
): void {
  if (answer === undefined) onAnswer('unknown');
  else {
    answer.then(
      (isKept) => onAnswer(isKept ? 'granted' : otherwise),
      () => onAnswer('unknown'),
    );
  }
}

/** What the page tells the service worker. */
import type { Sha256 } from './units.ts';

/** A message; the worker answers none of them. */
export type WorkerMessage =
  /** The person chose the new version: the waiting worker takes over. */
  | { kind: 'use-new-version' }
  /** Pieces of this audio were removed, repaired or downloaded anew. */
  | { kind: 'forget-audio'; hash: Sha256 };

/** Checks a message. @returns `undefined` for anything that is not ours. */
export function readWorkerMessage(data: unknown): WorkerMessage | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined;
  if (data.kind === 'use-new-version') return { kind: 'use-new-version' };
  if (data.kind === 'forget-audio' && 'hash' in data && typeof data.hash === 'string') {
    return { kind: 'forget-audio', hash: data.hash };
  }
  return undefined;
}

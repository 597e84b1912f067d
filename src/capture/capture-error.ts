/** Why a file could not be taken in, thrown where it shows and decided on by `recordings.ts`. */
import type { RecordingProblem } from '../model/recording.ts';
import { StorageError } from '../storage/storage-error.ts';

export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly code: RecordingProblem;

  constructor(code: RecordingProblem, message: string, cause?: unknown) {
    super(`${code}: ${message}`, { cause });
    this.code = code;
  }
}

/** Turns a failure of the browser's storage into ours. Engines name a full disk differently. */
export function storageFailure(cause: unknown): CaptureError {
  const name = cause instanceof Error ? cause.name : '';
  const isFull = name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED';
  return new CaptureError(isFull ? 'quota' : 'unavailable', 'the browser did not store it', cause);
}

/** The code of any failure: what is not ours came from reading the file. */
export function problemOf(error: unknown): RecordingProblem {
  if (error instanceof CaptureError) return error.code;
  if (error instanceof StorageError) return error.code === 'quota' ? 'quota' : 'unavailable';
  return 'unreadable';
}

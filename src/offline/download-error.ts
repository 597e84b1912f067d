/** Why a download stopped, thrown by the parts of it and decided on by the queue. */
import type { DownloadErrorCode } from '../model/download.ts';

/** A failure with a cause that a person can be told. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
  readonly code: DownloadErrorCode;
  /** Trying again at once would give the same answer. */
  readonly isLasting: boolean;

  constructor(
    code: DownloadErrorCode,
    message: string,
    options: { isLasting?: boolean; cause?: unknown } = {},
  ) {
    super(`${code}: ${message}`, { cause: options.cause });
    this.code = code;
    this.isLasting = options.isLasting ?? false;
  }
}

/** Turns a failure of the browser's storage into ours. Engines name a full disk differently. */
export function storageFailure(cause: unknown): DownloadError {
  if (cause instanceof DownloadError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  const isFull = name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED';
  const code = isFull ? 'quota' : 'unavailable';
  return new DownloadError(code, 'the browser did not store it', { isLasting: true, cause });
}

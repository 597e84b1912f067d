/** What went wrong with keeping something, in a form that a caller can decide on. */

/**
 * `unavailable`: the browser refuses or lost the database. `blocked`: another tab holds an older version
 * open. `newer`: a newer version of the app wrote it. `quota`: no room. `corrupt`: what is there cannot be read.
 */
export type StorageErrorCode = 'unavailable' | 'blocked' | 'newer' | 'quota' | 'corrupt';

/** Thrown by everything in `storage/` that could not be kept or read; nothing was half written. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StorageError';
    this.code = code;
  }
}

/** Gives any failure of the database its code. */
export function toStorageError(error: unknown, action: string): StorageError {
  if (error instanceof StorageError) return error;
  const name = nameOf(error);
  const message = `${action}: ${name}: ${messageOf(error)}`;
  if (name === 'QuotaExceededError') return new StorageError('quota', message, error);
  if (name === 'VersionError') return new StorageError('newer', message, error);
  if (name === 'DataError' || name === 'DataCloneError' || name === 'NotReadableError') {
    return new StorageError('corrupt', message, error);
  }
  return new StorageError('unavailable', message, error);
}

/**
 * What browsers say when the connection itself is gone: the handle is dead, the data is not. A new
 * connection usually works; another try on the old one never does.
 *
 * @see https://github.com/Expensify/App/issues/87864 for the messages as they occur in Chromium and WebKit.
 */
const LOST_CONNECTION =
  /connection to indexed database server lost|database connection is clos|connection was closed|without an in-progress transaction|internal error opening backing store|connection was lost/i;

/** Whether a new connection is worth a try. */
export function isLostConnection(error: unknown): boolean {
  return nameOf(error) === 'InvalidStateError' || LOST_CONNECTION.test(messageOf(error));
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : typeof error;
}

function messageOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.message : String(error);
}

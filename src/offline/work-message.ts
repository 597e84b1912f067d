/** What the page and its download worker tell each other; both are of the same build. */
import type { DownloadErrorCode, DownloadRecord } from '../model/download.ts';
import type { Bytes } from '../model/units.ts';
import { DownloadError } from './download-error.ts';
import type { FoundDamage } from './download-work.ts';

/** To the worker. `id` counts up with every order. */
export type WorkOrder =
  | { kind: 'download' | 'check'; id: number; baseUrl: string; record: DownloadRecord }
  | { kind: 'stop'; id: number };

/** From the worker; the last answer to an order is any but `progress`. */
export type WorkAnswer =
  | { kind: 'progress'; id: number; bytes: Bytes }
  | { kind: 'downloaded'; id: number; record: DownloadRecord }
  | { kind: 'checked'; id: number; damage: FoundDamage }
  | { kind: 'failed'; id: number; error: PlainError };

/** A {@link DownloadError} as a message carries it. */
export interface PlainError {
  code: DownloadErrorCode;
  message: string;
  isLasting: boolean;
}

export function toPlainError({ code, message, isLasting }: DownloadError): PlainError {
  return { code, message, isLasting };
}

export function fromPlainError({ code, message, isLasting }: PlainError): DownloadError {
  return new DownloadError(code, message, { isLasting });
}

/**
 * The work on one module that moves many bytes: bringing it in, and reading it back. It runs in a worker of
 * its own (`worker-work.ts`), or on the page where that cannot be started.
 */
import type { DownloadRecord } from '../model/download.ts';
import { type DownloadParts, type DownloadRun, downloadModule } from './module-download.ts';

/** What is missing or not right. */
export interface FoundDamage {
  /** Numbers of pieces. */
  pieces: number[];
  /** Addresses of texts. */
  texts: string[];
}

/** Both rejects with a `DownloadError`, or with the signal's reason after an abort. */
export interface DownloadWork {
  /** @returns The record with the host's validator. */
  download(record: DownloadRecord, run: DownloadRun): Promise<DownloadRecord>;
  /** Reads everything back; changes nothing. */
  check(record: DownloadRecord): Promise<FoundDamage>;
}

/** Does it right here. */
export function createDownloadWork(parts: DownloadParts): DownloadWork {
  return {
    download: (record, run) => downloadModule(record, parts, run),
    check: async ({ audio, textUrls }) => ({
      texts: await parts.texts.findDamaged(textUrls),
      pieces: await parts.pieces.findDamaged(audio),
    }),
  };
}

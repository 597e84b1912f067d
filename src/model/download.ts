/**
 * What it means to have a module on the device: the record that is kept of it, and the states that a
 * person can see. Fetching, storing and checking are the work of `offline/`.
 */
import type { AudioFile } from './learning-module.ts';
import type { ModuleSummary } from './learning-route.ts';
import type { Bytes, Sha256, Timestamp } from './units.ts';

/**
 * Why a download stopped.
 *
 * - `network`: no connection, or it was cut or silent; it goes on by itself once there is one.
 * - `server`: the host refuses, is ill, or something in between answers in its place.
 * - `changed`: the host has another file than the catalog names.
 * - `damaged`: the bytes are not those of the catalog, also after trying again.
 * - `quota`: the device has no room.
 * - `unavailable`: the browser keeps nothing here.
 */
export type DownloadErrorCode =
  | 'network'
  | 'server'
  | 'changed'
  | 'damaged'
  | 'quota'
  | 'unavailable';

/** How far a module is. `bytes` and `total` count audio, text and figures together. */
export type DownloadState =
  | { kind: 'none' }
  | { kind: 'queued'; bytes: Bytes; total: Bytes }
  | { kind: 'downloading'; bytes: Bytes; total: Bytes }
  | { kind: 'paused'; bytes: Bytes; total: Bytes }
  /** Every piece, the text and the figures were read back from the device and checked. */
  | { kind: 'ready'; size: Bytes; verifiedAt: Timestamp }
  | {
      kind: 'failed';
      code: DownloadErrorCode;
      bytes: Bytes;
      total: Bytes;
      /** It was whole once and every piece is still there, though not all are right: the rest can be heard. */
      isPlayable?: true;
    };

/** Whether the worker plays it from the device, perhaps with a damaged part. */
export function isPlayable(state: DownloadState | undefined): boolean {
  return state?.kind === 'ready' || (state?.kind === 'failed' && state.isPlayable === true);
}

/** What is remembered of one download; its bytes are in Cache Storage. */
export interface DownloadRecord {
  schema: 1;
  /** The key: audio that changes is another download. */
  audioHash: Sha256;
  moduleId: string;
  audio: AudioFile;
  /** Addresses of the text and figures, relative to the base path. */
  textUrls: string[];
  textSize: Bytes;
  /** Whether it should go on by itself at the next start. */
  wish: 'download' | 'pause';
  /** The host's validator of the audio, when it sent one. */
  etag?: string;
  /** When everything was last read back and found right; absent while anything is missing. */
  verifiedAt?: Timestamp;
}

/** From what is stored of a download, if anything is, to what is to be stored. */
export type RecordChange = (stored: DownloadRecord | undefined) => DownloadRecord | undefined;

/** Where the records are kept. A promise is fulfilled only after the transaction completed. */
export interface DownloadRecords {
  loadAll(): Promise<DownloadRecord[]>;
  load(audioHash: Sha256): Promise<DownloadRecord | undefined>;
  /**
   * Writes one record in sight of what is stored, so that what another tab wrote is never overlooked.
   *
   * @param next - Gives what takes the place of what is stored; `undefined` leaves that as it is.
   * @returns What is stored now.
   */
  change(audioHash: Sha256, next: RecordChange): Promise<DownloadRecord | undefined>;
  /** Removing what is not there succeeds. */
  remove(audioHash: Sha256): Promise<void>;
}

/** A fresh record for a module. @returns `undefined` while the module has no audio. */
export function createDownloadRecord(summary: ModuleSummary): DownloadRecord | undefined {
  if (!summary.audio) return undefined;
  return {
    schema: 1,
    audioHash: summary.audio.hash,
    moduleId: summary.id,
    audio: summary.audio,
    textUrls: [summary.contentUrl, ...summary.assetUrls],
    textSize: summary.contentSize,
    wish: 'download',
  };
}

/** The same download with the addresses that the catalog has now: a text can change without its audio. */
export function updateDownloadRecord(
  record: DownloadRecord,
  summary: ModuleSummary,
): DownloadRecord {
  const fresh = createDownloadRecord(summary);
  if (fresh?.audioHash !== record.audioHash) return record;
  const { moduleId, audio, textUrls, textSize } = fresh;
  return { ...record, moduleId, audio, textUrls, textSize };
}

/** The record without its proof. */
export function withoutProof(record: DownloadRecord): DownloadRecord {
  const { verifiedAt: _, ...rest } = record;
  return rest;
}

/** Everything that the module takes on the device. */
export function downloadSize(record: DownloadRecord): Bytes {
  return record.audio.size + record.textSize;
}

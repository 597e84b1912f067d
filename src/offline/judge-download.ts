/** What one record is worth beside the bytes that are there: ready only with all of them. */
import { type DownloadRecord, downloadSize, withoutProof } from '../model/download.ts';
import { pieceRange } from '../model/piece.ts';
import type { Bytes } from '../model/units.ts';
import type { DownloadEntry } from './download-list.ts';
import type { StoredAudio } from './piece-store.ts';
import type { TextCache } from './text-cache.ts';

/** Reads keys only. The entry's record has lost its proof where that is not borne out; what is stored has not. */
export async function judgeDownload(
  record: DownloadRecord,
  stored: StoredAudio | undefined,
  texts: TextCache,
): Promise<DownloadEntry> {
  const { audio, verifiedAt } = record;
  const lengths = audio.pieces.map((_, index) =>
    stored?.pieces.has(index) ? pieceRange(audio.size, index).length : 0,
  );
  const bytes: Bytes = lengths.reduce((sum, length) => sum + length, 0);
  const isWhole = bytes === audio.size && stored?.hasManifest === true;
  const missingTexts = await texts.findMissing(record.textUrls);
  if (verifiedAt !== undefined && isWhole && missingTexts.length === 0) {
    return { record, state: { kind: 'ready', size: downloadSize(record), verifiedAt } };
  }
  const kind = record.wish === 'pause' ? 'paused' : 'queued';
  return {
    record: withoutProof(record),
    state: { kind, bytes, total: downloadSize(record) },
  };
}

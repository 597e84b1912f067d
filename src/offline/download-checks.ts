/** Reads downloads back, and says what became of their proof. */
import { downloadSize, isPlayable, withoutProof } from '../model/download.ts';
import type { Sha256, Timestamp } from '../model/units.ts';
import { DownloadError, storageFailure } from './download-error.ts';
import type { DownloadLedger } from './download-ledger.ts';
import { type DownloadEntry, type DownloadList, progressOf } from './download-list.ts';
import type { DownloadWork, FoundDamage } from './download-work.ts';
import { setFailed } from './failed-download.ts';
import type { PieceStore } from './piece-store.ts';

/** What a check works with. */
export interface CheckParts {
  list: DownloadList;
  ledger: DownloadLedger;
  pieces: PieceStore;
  work: DownloadWork;
  now: () => Timestamp;
  /** Makes the list follow what is stored of this audio. */
  follow: (hash: Sha256) => Promise<void>;
}

/**
 * Checks one download.
 *
 * @param isRepairing - What is not right is queued, to be fetched again; else it is only told.
 * @returns The numbers of the pieces that were not right.
 */
export async function checkDownload(
  parts: CheckParts,
  entry: DownloadEntry,
  isRepairing: boolean,
): Promise<readonly number[]> {
  const { list, work } = parts;
  const before = entry.record.verifiedAt;
  try {
    const damage = await work.check(entry.record);
    // Meanwhile it may have been taken away.
    if (!isPlayable(entry.state) || !list.has(entry)) return damage.pieces;
    if (isWhole(damage)) await confirm(parts, entry, before);
    else await disprove(parts, entry, isRepairing);
    return damage.pieces;
  } catch (error) {
    await setFailed(parts, entry, storageFailure(error));
    return [];
  }
}

async function confirm(
  { list, ledger, now, follow }: CheckParts,
  entry: DownloadEntry,
  before: Timestamp | undefined,
): Promise<void> {
  const { audioHash } = entry.record;
  const verifiedAt = now();
  const confirming = ledger.confirm(entry, before, verifiedAt);
  const version = ledger.version(audioHash);
  const stored = await confirming;
  // Another tab may have found something else meanwhile.
  const isLast = stored?.verifiedAt === verifiedAt && ledger.version(audioHash) === version;
  if (!isLast) return follow(audioHash);
  entry.record = { ...entry.record, verifiedAt };
  list.setState(entry, { kind: 'ready', size: downloadSize(entry.record), verifiedAt });
}

async function disprove(
  parts: CheckParts,
  entry: DownloadEntry,
  isRepairing: boolean,
): Promise<void> {
  const { list, ledger, follow } = parts;
  entry.record = withoutProof(entry.record);
  // Nothing is taken away before something better came: that there is a connection is only hoped.
  if (isRepairing) list.setState(entry, { kind: 'queued', ...progressOf(entry) });
  else {
    const error = new DownloadError('damaged', 'what was stored reads back differently');
    await setFailed(parts, entry, error);
  }
  const stored = await ledger.disprove(entry);
  if (stored?.wish !== 'download') await follow(entry.record.audioHash);
}

function isWhole({ pieces, texts }: FoundDamage): boolean {
  return pieces.length === 0 && texts.length === 0;
}

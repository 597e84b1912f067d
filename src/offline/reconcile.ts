/**
 * What is true at the start: compares the records with the bytes, both ways, after a browser that was
 * killed, cleaned up or updated. Bytes without a record go; a record without all its bytes loses its proof.
 */
import {
  createDownloadRecord,
  type DownloadRecord,
  type DownloadRecords,
  type DownloadState,
  downloadSize,
  updateDownloadRecord,
  withoutProof,
} from '../model/download.ts';
import type { ModuleSummary } from '../model/learning-route.ts';
import { pieceRange } from '../model/piece.ts';
import type { Bytes } from '../model/units.ts';
import type { PieceStore, StoredAudio } from './piece-store.ts';
import type { TextCache } from './text-cache.ts';

/** What was found. */
export interface Reconciled {
  current: { record: DownloadRecord; state: DownloadState }[];
  /** Earlier audio of modules that are still there: it stays until the new audio is ready. */
  outdated: DownloadRecord[];
}

/** Where to look. */
export interface ReconcileParts {
  /** Whether audio of modules that are gone may go too; an older tab may still have them. */
  mayErase: boolean;
  records: DownloadRecords;
  pieces: PieceStore;
  texts: TextCache;
}

/**
 * Compares and cleans up.
 *
 * @param modules - Every module of the catalog; when empty, nothing is taken away.
 */
export async function reconcile(
  modules: readonly ModuleSummary[],
  parts: ReconcileParts,
): Promise<Reconciled> {
  // The bytes are listed first: another tab saves its record before its first piece,
  // so a piece that is seen here without a record afterwards belongs to nobody.
  const stored = await parts.pieces.list();
  const records = await parts.records.loadAll();
  const result: Reconciled = { current: [], outdated: [] };
  const wanted: { summary: ModuleSummary; wish: DownloadRecord['wish'] }[] = [];
  for (const record of records) {
    const summary = modules.find((module) => module.audio?.hash === record.audioHash);
    const successor = modules.find((module) => isNamed(module, record.moduleId));
    if (summary) {
      const fresh = updateDownloadRecord(record, summary);
      result.current.push(await judge(fresh, stored.get(record.audioHash), parts));
    } else if (successor) {
      // Under the name of today, by which the new audio is known.
      result.outdated.push({ ...record, moduleId: successor.id });
      wanted.push({ summary: successor, wish: record.wish });
    } else if (modules.length > 0 && parts.mayErase) {
      await parts.records.remove(record.audioHash);
      await parts.pieces.remove(record.audioHash);
    }
  }
  // Who wanted the module on the device wants it with the sound that it has now.
  for (const { summary, wish } of wanted) {
    const fresh = createDownloadRecord(summary);
    const isKnown = result.current.some(({ record }) => record.audioHash === fresh?.audioHash);
    if (!fresh || isKnown) continue;
    const record: DownloadRecord = { ...fresh, wish };
    result.current.push(await judge(record, stored.get(record.audioHash), parts));
  }
  const known = new Set(
    [...records, ...result.current.map(({ record }) => record)].map(({ audioHash }) => audioHash),
  );
  for (const hash of stored.keys()) {
    if (!known.has(hash)) await parts.pieces.remove(hash);
  }
  return result;
}

async function judge(
  record: DownloadRecord,
  stored: StoredAudio | undefined,
  { records, texts }: ReconcileParts,
): Promise<Reconciled['current'][number]> {
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
  const unproven = withoutProof(record);
  if (verifiedAt !== undefined) await records.save(unproven);
  const kind = record.wish === 'pause' ? 'paused' : 'queued';
  return { record: unproven, state: { kind, bytes, total: downloadSize(record) } };
}

function isNamed(module: ModuleSummary, id: string): boolean {
  return module.id === id || module.aliases.includes(id);
}

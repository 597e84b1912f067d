/**
 * What is true at the start: compares the records with the bytes, both ways, after a browser that was
 * killed, cleaned up or updated. Bytes without a record go; a record without all its bytes loses its proof.
 */
import {
  createDownloadRecord,
  type DownloadRecord,
  type DownloadRecords,
  updateDownloadRecord,
} from '../model/download.ts';
import type { ModuleSummary } from '../model/learning-route.ts';
import type { DownloadLedger } from './download-ledger.ts';
import type { DownloadEntry } from './download-list.ts';
import { judgeDownload } from './judge-download.ts';
import type { PieceStore } from './piece-store.ts';
import type { TextCache } from './text-cache.ts';

/** What was found. */
export interface Reconciled {
  current: DownloadEntry[];
  /** Earlier audio of modules that are still there: it stays until the new audio is ready. */
  outdated: DownloadRecord[];
}

/** Where to look. */
export interface ReconcileParts {
  /** Whether audio of modules that are gone may go too; an older tab may still have them. */
  mayErase: boolean;
  records: DownloadRecords;
  ledger: Pick<DownloadLedger, 'disprove' | 'erase' | 'sweep'>;
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
      const judged = await judgeDownload(fresh, stored.get(record.audioHash), parts.texts);
      const entry: DownloadEntry = { ...judged, isStored: true };
      if (record.verifiedAt !== undefined && entry.state.kind !== 'ready') {
        await parts.ledger.disprove(entry);
      }
      result.current.push(entry);
    } else if (successor) {
      // Under the name of today, by which the new audio is known.
      result.outdated.push({ ...record, moduleId: successor.id });
      wanted.push({ summary: successor, wish: record.wish });
    } else if (modules.length > 0 && parts.mayErase) {
      await parts.ledger.erase(record.audioHash);
    }
  }
  // Who wanted the module on the device wants it with the sound that it has now.
  for (const { summary, wish } of wanted) {
    const fresh = createDownloadRecord(summary);
    const isKnown = result.current.some(({ record }) => record.audioHash === fresh?.audioHash);
    if (!fresh || isKnown) continue;
    const record: DownloadRecord = { ...fresh, wish };
    result.current.push(await judgeDownload(record, stored.get(record.audioHash), parts.texts));
  }
  const known = new Set(
    [...records, ...result.current.map(({ record }) => record)].map(({ audioHash }) => audioHash),
  );
  for (const hash of stored.keys()) {
    if (!known.has(hash)) await parts.ledger.sweep(hash);
  }
  return result;
}

function isNamed(module: ModuleSummary, id: string): boolean {
  return module.id === id || module.aliases.includes(id);
}

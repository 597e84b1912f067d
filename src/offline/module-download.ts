/**
 * Brings one module to the device: text and figures first, then the missing pieces, then the proof that
 * all of it can be read back. Tries again where that may help; the queue decides about the rest.
 */
import { type DownloadRecord, downloadSize } from '../model/download.ts';
import { pieceRange } from '../model/piece.ts';
import type { Bytes, Milliseconds } from '../model/units.ts';
import { DownloadError } from './download-error.ts';
import { fetchPieces } from './piece-fetch.ts';
import { PieceMemory } from './piece-reader.ts';
import type { PieceStore } from './piece-store.ts';
import type { TextCache } from './text-cache.ts';

/** What a download works with. */
export interface DownloadParts {
  fetch: typeof fetch;
  /** The absolute address of the app's folder, ending with a slash. */
  baseUrl: string;
  pieces: PieceStore;
  texts: TextCache;
  /** How long a connection may be silent. */
  patience: Milliseconds;
  /** Waits between two tries; rejects when the signal aborts. */
  wait: (time: Milliseconds, signal: AbortSignal) => Promise<void>;
}

/** How one run is followed and stopped. */
export interface DownloadRun {
  signal: AbortSignal;
  onProgress: (bytes: Bytes) => void;
}

/** The pauses before trying again while nothing comes through; each piece that arrives starts them anew. */
const PAUSES: Milliseconds[] = [1000, 3000, 9000];

/** Bytes that are not right come from a disturbed line or from a wrong file: two more tries tell which. */
const TRIES_FOR_DAMAGE = 2;

/**
 * Downloads what is missing.
 *
 * @returns The record with the host's validator; its proof is the caller's to write.
 * @throws {@link DownloadError}, or the signal's reason after an abort.
 */
export async function downloadModule(
  record: DownloadRecord,
  parts: DownloadParts,
  run: DownloadRun,
): Promise<DownloadRecord> {
  const current = { ...record };
  // What lies there from an earlier visit is proof of nothing: only the bytes are.
  for (const url of await parts.texts.findDamaged(record.textUrls)) {
    await insist(parts, run.signal, () => parts.texts.renew(url, run.signal));
  }
  let missing = await parts.pieces.missing(record.audio);
  for (let repair = 0; ; repair += 1) {
    await fetchMissing(current, new Set(missing), parts, run);
    missing = await parts.pieces.findDamaged(record.audio, run.signal);
    if (missing.length === 0) break;
    // They are written over: what is damaged is better than nothing for as long as nothing better came.
    if (repair === TRIES_FOR_DAMAGE) {
      throw new DownloadError('damaged', 'what was stored reads back differently');
    }
  }
  await parts.pieces.writeManifest(record.audio);
  run.onProgress(downloadSize(record));
  return current;
}

async function fetchMissing(
  record: DownloadRecord,
  missing: Set<number>,
  parts: DownloadParts,
  run: DownloadRun,
): Promise<void> {
  const { audio } = record;
  const memory = new PieceMemory();
  const tell = (partly: Bytes = 0) => {
    let open = 0;
    for (const index of missing) open += pieceRange(audio.size, index).length;
    run.onProgress(downloadSize(record) - open + partly);
  };
  tell();
  await insist(parts, run.signal, async (progressed) => {
    for (;;) {
      const [next] = missing;
      if (next === undefined) return;
      const fetching = {
        fetch: parts.fetch,
        base: parts.baseUrl,
        signal: run.signal,
        patience: parts.patience,
        memory,
        onBytes: (index: number, bytes: Bytes) => tell(missing.has(index) ? bytes : 0),
      };
      for await (const piece of fetchPieces(audio, next, record.etag, fetching)) {
        if (piece.etag !== undefined) record.etag = piece.etag;
        if (!missing.has(piece.index)) continue;
        await parts.pieces.put(audio, piece.index, piece.bytes);
        missing.delete(piece.index);
        progressed();
        tell();
      }
    }
  });
}

/** Tries until it works, the failure is lasting, or several tries in a row brought nothing. */
async function insist(
  parts: DownloadParts,
  signal: AbortSignal,
  attempt: (progressed: () => void) => Promise<void>,
): Promise<void> {
  let failures = 0;
  for (;;) {
    signal.throwIfAborted();
    try {
      return await attempt(() => {
        failures = 0;
      });
    } catch (error) {
      if (!(error instanceof DownloadError) || error.isLasting) throw error;
      const pause = PAUSES[failures];
      failures += 1;
      if (pause === undefined) throw error;
      if (error.code === 'damaged' && failures > TRIES_FOR_DAMAGE) throw error;
      await parts.wait(pause, signal);
    }
  }
}

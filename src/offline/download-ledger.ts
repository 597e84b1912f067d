/**
 * What is written down of the downloads, and what is taken away: one after the other, never overtaking. Each
 * write sees what is stored, and only what really changed is told to the other tabs.
 */
import {
  type DownloadRecord,
  type DownloadRecords,
  type RecordChange,
  withoutProof,
} from '../model/download.ts';
import type { Sha256, Timestamp } from '../model/units.ts';
import type { AudioTurns } from './audio-turns.ts';
import { storageFailure } from './download-error.ts';
import type { DownloadEntry } from './download-list.ts';
import type { PieceStore } from './piece-store.ts';

/** What the ledger works with. */
export interface LedgerParts {
  records: DownloadRecords;
  pieces: PieceStore;
  turns: AudioTurns;
  /** Tells the worker that this audio changed or went. */
  forgetAudio: (hash: Sha256) => void;
  /** Tells the other tabs that something is stored differently, or gone. */
  tell: (hash: Sha256) => void;
  /** Whether audio that this version no longer needs may go; while an older tab is open it may not. */
  mayErase: () => Promise<boolean>;
}

/**
 * The records of the downloads, with the bytes that go with them. Every write gives what is stored after it:
 * `undefined` when another tab took the download away, which is never undone here.
 */
export class DownloadLedger {
  readonly #parts: LedgerParts;
  readonly #versions = new Map<Sha256, number>();
  #outdated: readonly DownloadRecord[] = [];
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(parts: LedgerParts) {
    this.#parts = parts;
  }

  /** Counts what was written here or told by another tab: what was read at an earlier count is old. */
  version(hash: Sha256): number {
    return this.#versions.get(hash) ?? 0;
  }

  /** Another tab wrote it. */
  renew(hash: Sha256): void {
    this.#versions.set(hash, this.version(hash) + 1);
  }

  /** After all that was to be written before. */
  read(hash: Sha256): Promise<DownloadRecord | undefined> {
    return this.#inTurn(() => this.#parts.records.load(hash));
  }

  /** Writes down a download that is not there yet. @throws DownloadError when the browser did not store it. */
  store(entry: DownloadEntry): Promise<DownloadRecord | undefined> {
    return this.#change(entry, (stored) => (stored ? undefined : entry.record));
  }

  /** A wish takes no proof away: what is ready stays so. @throws DownloadError as {@link store}. */
  wish(entry: DownloadEntry, wish: DownloadRecord['wish']): Promise<DownloadRecord | undefined> {
    return this.#change(entry, (stored) => {
      if (!stored) return { ...withoutProof(entry.record), wish };
      if (stored.verifiedAt !== undefined || stored.wish === wish) return undefined;
      return { ...stored, wish };
    });
  }

  /** Everything was fetched and read back. @throws DownloadError as {@link store}. */
  prove(entry: DownloadEntry, proven: DownloadRecord): Promise<DownloadRecord | undefined> {
    return this.#change(entry, () => proven);
  }

  /**
   * Moves the time of a proof, unless another tab found something else meanwhile.
   *
   * @param before - What was proven when the check began.
   * @throws DownloadError as {@link store}.
   */
  confirm(
    entry: DownloadEntry,
    before: Timestamp | undefined,
    verifiedAt: Timestamp,
  ): Promise<DownloadRecord | undefined> {
    return this.#change(entry, (stored) =>
      stored?.verifiedAt === before ? { ...(stored ?? entry.record), verifiedAt } : undefined,
    );
  }

  /** Something is damaged or gone, and wanted. @throws DownloadError as {@link store}. */
  disprove(entry: DownloadEntry): Promise<DownloadRecord | undefined> {
    return this.#change(entry, (stored = entry.record) =>
      stored.verifiedAt === undefined ? undefined : { ...withoutProof(stored), wish: 'download' },
    );
  }

  /**
   * Takes the record and the bytes away. The record first: a tab that writes the bytes hears of it and stops,
   * and pieces without one are cleaned up at the next start, where a record without pieces lies.
   *
   * @param after - The run of this tab that still writes them.
   */
  async erase(hash: Sha256, after: Promise<void> = Promise.resolve()): Promise<void> {
    const isGone = await this.#write(hash, () => this.#parts.records.remove(hash)).then(
      () => true,
      // A device that is too full to forget still needs the room.
      () => false,
    );
    this.#parts.tell(hash);
    await this.sweep(hash, { after, isForced: !isGone });
    // Now its room is free there too.
    this.#parts.tell(hash);
  }

  /** Takes bytes away that no record asks for, once whoever writes them let go. */
  async sweep(
    hash: Sha256,
    { after, isForced }: { after?: Promise<void>; isForced?: boolean } = {},
  ): Promise<void> {
    const { records, pieces, turns, forgetAudio } = this.#parts;
    await after;
    await turns
      .take(hash, async () => {
        // It may be wanted again by now, in whichever tab.
        if (!isForced && (await records.load(hash))) return;
        await pieces.remove(hash);
      })
      .catch(() => undefined);
    forgetAudio(hash);
  }

  /** Earlier audio of modules that are still there; it goes with {@link eraseOutdated}. */
  setOutdated(records: readonly DownloadRecord[]): void {
    this.#outdated = records;
  }

  /**
   * What an older tab may still play stays until a later start.
   *
   * @param isAsked - The person wants it gone, whatever plays.
   */
  async eraseOutdated(moduleId: string, isAsked = false): Promise<void> {
    const isOutdated = (record: DownloadRecord) => record.moduleId === moduleId;
    const outdated = this.#outdated.filter(isOutdated);
    if (outdated.length === 0 || !(isAsked || (await this.#parts.mayErase()))) return;
    this.#outdated = this.#outdated.filter((record) => !isOutdated(record));
    for (const record of outdated) await this.erase(record.audioHash);
  }

  async #change(entry: DownloadEntry, next: RecordChange): Promise<DownloadRecord | undefined> {
    const { records, tell } = this.#parts;
    const { audioHash } = entry.record;
    let isChanged = false;
    try {
      const stored = await this.#write(audioHash, () =>
        records.change(audioHash, (before) => {
          const isTakenAway = !before && entry.isStored;
          const after = isTakenAway ? undefined : next(before);
          isChanged = after !== undefined;
          return after;
        }),
      );
      if (stored) entry.isStored = true;
      if (isChanged) tell(audioHash);
      return stored;
    } catch (cause) {
      throw storageFailure(cause);
    }
  }

  #write<T>(hash: Sha256, work: () => Promise<T>): Promise<T> {
    this.renew(hash);
    return this.#inTurn(work);
  }

  /** One after the other, so that a late write never brings a removed record back. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#lastWrite.then(work);
    this.#lastWrite = done.catch(() => undefined);
    return done;
  }
}

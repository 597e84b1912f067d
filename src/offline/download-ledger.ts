/** What is written down of the downloads, and what is taken away: one after the other, never overtaking. */
import type { DownloadRecord, DownloadRecords } from '../model/download.ts';
import type { Sha256 } from '../model/units.ts';
import { storageFailure } from './download-error.ts';
import type { DownloadEntry } from './download-list.ts';
import type { PieceStore } from './piece-store.ts';

/** What the ledger works with. */
export interface LedgerParts {
  records: DownloadRecords;
  pieces: PieceStore;
  /** Tells the worker that this audio changed or went. */
  forgetAudio: (hash: Sha256) => void;
  /** Whether audio that this version no longer needs may go; while an older tab is open it may not. */
  mayErase: () => Promise<boolean>;
}

/** The records of the downloads, with the bytes that go with them. */
export class DownloadLedger {
  readonly #parts: LedgerParts;
  #outdated: readonly DownloadRecord[] = [];
  #lastWrite: Promise<unknown> = Promise.resolve();
  readonly #leaving = new Map<Sha256, Promise<void>>();

  constructor(parts: LedgerParts) {
    this.#parts = parts;
  }

  /** @throws DownloadError when the browser did not store it. */
  save({ record }: DownloadEntry): Promise<void> {
    return this.#write(() => this.#parts.records.save(record)).catch((cause: unknown) => {
      throw storageFailure(cause);
    });
  }

  /**
   * Takes the record and the bytes away.
   *
   * @param after - Whoever still writes them lets go of them first.
   */
  erase(hash: Sha256, after: Promise<void> = Promise.resolve()): Promise<void> {
    const left = Promise.all([after, this.#leaving.get(hash)])
      .then(() => this.#eraseNow(hash))
      .finally(() => {
        if (this.#leaving.get(hash) === left) this.#leaving.delete(hash);
      });
    this.#leaving.set(hash, left);
    return left;
  }

  /** Waits for what is being taken away: fresh bytes of the same audio would go with the old ones. */
  async whenErased(hash: Sha256): Promise<void> {
    await this.#leaving.get(hash);
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

  /** The record first: pieces without one are cleaned up at the next start, a record without pieces lies. */
  async #eraseNow(hash: Sha256): Promise<void> {
    const { records, pieces, forgetAudio } = this.#parts;
    await this.#write(() => records.remove(hash)).catch(() => undefined);
    await pieces.remove(hash).catch(() => undefined);
    forgetAudio(hash);
  }

  /** One after the other, so that a late save never brings a removed record back. */
  #write(work: () => Promise<void>): Promise<void> {
    const written = this.#lastWrite.then(work);
    this.#lastWrite = written.catch(() => undefined);
    return written;
  }
}

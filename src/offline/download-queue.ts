/**
 * The queue behind {@link Downloads}: what the person wishes, and what a check finds. Working it off is in
 * `download-runs.ts`, what is written down in `download-ledger.ts`, what is true at the start in `reconcile.ts`.
 */
import {
  createDownloadRecord,
  type DownloadErrorCode,
  downloadSize,
  isPlayable,
  withoutProof,
} from '../model/download.ts';
import type { ModuleSummary } from '../model/learning-route.ts';
import { DownloadError, storageFailure } from './download-error.ts';
import { DownloadLedger } from './download-ledger.ts';
import {
  type DownloadEntry,
  DownloadList,
  type DownloadStates,
  progressOf,
} from './download-list.ts';
import { DownloadRuns } from './download-runs.ts';
import { createDownloadWork, type DownloadWork } from './download-work.ts';
import type { Downloads, DownloadsDeps, RetryCause } from './downloads.ts';
import { setFailed } from './failed-download.ts';
import type { DownloadParts } from './module-download.ts';
import { PieceStore } from './piece-store.ts';
import { reconcile } from './reconcile.ts';
import { TextCache } from './text-cache.ts';
import { waitFor } from './wait-for.ts';
import { SILENCE } from './watched-connection.ts';

/**
 * What may have changed since the failure. Bytes that are wrong on the device may be had anew; a host that
 * refuses or sends wrong ones is not asked for ever.
 */
const HELPED_BY: Readonly<Record<RetryCause, readonly DownloadErrorCode[]>> = {
  time: ['network'],
  return: ['network', 'server'],
  'new-line': ['network', 'server', 'damaged'],
};

/** Takes wishes; see {@link Downloads} for its methods. */
export class DownloadQueue implements Downloads {
  readonly #deps: DownloadsDeps;
  readonly #parts: DownloadParts;
  readonly #work: DownloadWork;
  readonly #list: DownloadList;
  readonly #ledger: DownloadLedger;
  readonly #runs: DownloadRuns;

  constructor(deps: DownloadsDeps) {
    const { fetch, caches, baseUrl, records, now, patience = SILENCE } = deps;
    const pieces = new PieceStore(caches, baseUrl);
    const forgetAudio = deps.forgetAudio ?? (() => undefined);
    this.#deps = deps;
    this.#parts = {
      fetch,
      baseUrl,
      pieces,
      texts: new TextCache({ fetch, caches, baseUrl, patience }),
      patience,
      wait: deps.wait ?? waitFor,
    };
    const work = deps.work ?? createDownloadWork(this.#parts);
    const list = new DownloadList(now);
    const mayErase = () => this.#mayErase();
    const ledger = new DownloadLedger({ records, pieces, forgetAudio, mayErase });
    this.#work = work;
    this.#list = list;
    this.#ledger = ledger;
    this.#runs = new DownloadRuns({
      list,
      ledger,
      pieces,
      work,
      now,
      forgetAudio,
      locks: deps.locks,
    });
  }

  get states(): DownloadStates {
    return this.#list.states;
  }

  onChange(listener: (states: DownloadStates) => void): () => void {
    return this.#list.onChange(listener);
  }

  async start(modules: readonly ModuleSummary[]): Promise<void> {
    try {
      const mayErase = await this.#mayErase();
      const { records } = this.#deps;
      const found = await reconcile(modules, { records, mayErase, ...this.#parts });
      this.#ledger.setOutdated(found.outdated);
      this.#list.add(found.current);
    } catch {
      // A browser that keeps nothing has nothing to go on with; the next wish says so.
    }
    this.#deps.onKnown?.();
    // An older tab kept them from going when the new audio was ready; or the browser was killed just then.
    for (const { record } of this.#list.withState('ready')) {
      await this.#ledger.eraseOutdated(record.moduleId);
    }
    await this.#runs.drain();
  }

  download(modules: readonly ModuleSummary[]): void {
    const records = modules.map(createDownloadRecord).filter((record) => record !== undefined);
    this.#list.together(() => {
      for (const record of records) {
        const entry = this.#list.withAudio(record.audioHash) ?? { record, state: { kind: 'none' } };
        this.#list.add([entry]);
        const { kind } = entry.state;
        if (kind === 'none' || kind === 'paused' || kind === 'failed') this.#wish(entry, 'queued');
      }
    });
    void this.#runs.drain();
  }

  pause(): void {
    this.#wishAll(this.#list.withState('queued', 'downloading'), 'paused');
    this.#runs.abort();
  }

  resume(): void {
    this.#wishAll(this.#list.withState('paused', 'failed'), 'queued');
    void this.#runs.drain();
  }

  retry(cause: RetryCause): void {
    const canHelp = ({ state }: DownloadEntry) =>
      state.kind === 'failed' && HELPED_BY[cause].includes(state.code);
    this.#wishAll(this.#list.withState('failed').filter(canHelp), 'queued');
    void this.#runs.drain();
  }

  hold(isHeld: boolean): void {
    this.#runs.hold(isHeld);
  }

  cancel(moduleId: string): void {
    void this.remove(moduleId);
  }

  async remove(moduleId: string): Promise<void> {
    const entry = this.#list.withModule(moduleId);
    if (!entry) return;
    this.#list.remove(entry);
    await this.#ledger.erase(entry.record.audioHash, this.#runs.stop(entry));
    // Or the next start would take it for wanted.
    await this.#ledger.eraseOutdated(moduleId, true);
    // Only now its room is free.
    this.#list.touch();
  }

  async verify(): Promise<void> {
    for (const entry of this.#list.withState('ready')) {
      await this.#checkOne(entry);
    }
    await this.#runs.drain();
  }

  async check(moduleId: string, isRepairing: boolean): Promise<readonly number[]> {
    const entry = this.#list.withModule(moduleId);
    if (!entry || !isPlayable(entry.state)) return [];
    const damaged = await this.#checkOne(entry, isRepairing);
    void this.#runs.drain();
    return damaged;
  }

  #wishAll(entries: readonly DownloadEntry[], kind: 'queued' | 'paused'): void {
    this.#list.together(() => {
      for (const entry of entries) this.#wish(entry, kind);
    });
  }

  /** Queues a download or pauses it, and remembers that wish. */
  #wish(entry: DownloadEntry, kind: 'queued' | 'paused'): void {
    const wish = kind === 'queued' ? 'download' : 'pause';
    entry.record = { ...withoutProof(entry.record), wish };
    this.#list.setState(entry, { kind, ...progressOf(entry) });
    // The run saves the record again before its first piece, and says what went wrong.
    this.#ledger.save(entry).catch(() => undefined);
  }

  async #checkOne(entry: DownloadEntry, isRepairing = true): Promise<number[]> {
    try {
      return await this.#verifyOne(entry, isRepairing);
    } catch (error) {
      await this.#fail(entry, storageFailure(error));
      return [];
    }
  }

  /** @returns The pieces that were not right. */
  async #verifyOne(entry: DownloadEntry, isRepairing: boolean): Promise<number[]> {
    const { pieces, texts } = await this.#work.check(entry.record);
    // Meanwhile it may have been taken away: a record that is written now would bring it back.
    if (!isPlayable(entry.state) || !this.#list.has(entry)) return pieces;
    if (pieces.length === 0 && texts.length === 0) {
      const verifiedAt = this.#deps.now();
      entry.record = { ...entry.record, verifiedAt };
      this.#list.setState(entry, { kind: 'ready', size: downloadSize(entry.record), verifiedAt });
    } else if (isRepairing) {
      // Nothing is taken away before something better came: that there is a connection is only hoped.
      this.#wish(entry, 'queued');
      return pieces;
    } else {
      entry.record = withoutProof(entry.record);
      await this.#fail(
        entry,
        new DownloadError('damaged', 'what was stored reads back differently'),
      );
    }
    await this.#ledger.save(entry);
    return pieces;
  }

  async #fail(entry: DownloadEntry, error: DownloadError): Promise<void> {
    await setFailed({ list: this.#list, pieces: this.#parts.pieces }, entry, error);
  }

  async #mayErase(): Promise<boolean> {
    return (await this.#deps.mayErase?.()) ?? true;
  }
}

/**
 * The queue behind {@link Downloads}: what the person wishes. Working it off is in `download-runs.ts`, what is
 * written down in `download-ledger.ts`, what is true at the start in `reconcile.ts`, what a check finds in
 * `download-checks.ts`, and what other tabs do in `follow-record.ts`.
 */
import {
  createDownloadRecord,
  type DownloadErrorCode,
  type DownloadRecord,
  isPlayable,
  withoutProof,
} from '../model/download.ts';
import type { ModuleSummary } from '../model/learning-route.ts';
import type { Sha256 } from '../model/units.ts';
import { AudioTurns } from './audio-turns.ts';
import { type CheckParts, checkDownload } from './download-checks.ts';
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
import { RecordFollower } from './follow-record.ts';
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
  readonly #list: DownloadList;
  readonly #ledger: DownloadLedger;
  readonly #checks: CheckParts;
  readonly #runs: DownloadRuns;
  readonly #follower: RecordFollower;
  readonly #stored: Pick<DownloadParts, 'pieces' | 'texts'>;

  constructor(deps: DownloadsDeps) {
    const { fetch, caches, baseUrl, records, now, locks, others, patience = SILENCE } = deps;
    const pieces = new PieceStore(caches, baseUrl);
    const texts = new TextCache({ fetch, caches, baseUrl, patience });
    const parts: DownloadParts = {
      fetch,
      baseUrl,
      pieces,
      texts,
      patience,
      wait: deps.wait ?? waitFor,
    };
    const work: DownloadWork = deps.work ?? createDownloadWork(parts);
    const list = new DownloadList(now);
    const turns = new AudioTurns(locks);
    const forgetAudio = deps.forgetAudio ?? (() => undefined);
    const tell = (hash: Sha256) => others?.tell(hash);
    const mayErase = () => this.#mayErase();
    const ledger = new DownloadLedger({ records, pieces, turns, forgetAudio, tell, mayErase });
    const follow = (hash: Sha256) => this.#follower.follow(hash);
    const shared = { list, ledger, pieces, work, now, follow };
    this.#deps = deps;
    this.#list = list;
    this.#ledger = ledger;
    this.#stored = { pieces, texts };
    this.#checks = shared;
    this.#runs = new DownloadRuns({ ...shared, forgetAudio, locks, turns });
    this.#follower = new RecordFollower({ list, ledger, runs: this.#runs, pieces, texts });
    others?.onTold((hash) => void follow(hash));
  }

  get states(): DownloadStates {
    return this.#list.states;
  }

  onChange(listener: (states: DownloadStates) => void): () => void {
    return this.#list.onChange(listener);
  }

  async start(modules: readonly ModuleSummary[]): Promise<void> {
    this.#follower.setModules(modules);
    try {
      await this.#findOut(modules);
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
        if (kind !== 'none' && kind !== 'paused' && kind !== 'failed') continue;
        // Wanted now, even when another tab has just taken it away.
        entry.isStored = false;
        this.#wish(entry, 'queued');
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
      await checkDownload(this.#checks, entry, true);
    }
    await this.#runs.drain();
  }

  async check(moduleId: string, isRepairing: boolean): Promise<readonly number[]> {
    const entry = this.#list.withModule(moduleId);
    if (!entry || !isPlayable(entry.state)) return [];
    const damaged = await checkDownload(this.#checks, entry, isRepairing);
    void this.#runs.drain();
    return damaged;
  }

  async #findOut(modules: readonly ModuleSummary[]): Promise<void> {
    const { records } = this.#deps;
    const ledger = this.#ledger;
    const mayErase = await this.#mayErase();
    const found = await reconcile(modules, { ...this.#stored, records, ledger, mayErase });
    ledger.setOutdated(found.outdated);
    // What was written since, here or in another tab, is read again.
    const isOld = ({ record }: DownloadEntry) => ledger.version(record.audioHash) > 0;
    this.#list.add(found.current.filter((entry) => !isOld(entry)));
    for (const { record } of found.current.filter(isOld)) {
      await this.#follower.follow(record.audioHash);
    }
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
    void this.#remember(entry, wish);
  }

  async #remember(entry: DownloadEntry, wish: DownloadRecord['wish']): Promise<void> {
    try {
      const stored = await this.#ledger.wish(entry, wish);
      const isAsWished = stored?.wish === wish && stored.verifiedAt === undefined;
      if (!isAsWished) await this.#follower.follow(entry.record.audioHash);
    } catch {
      // The run writes the record before its first piece, and says what went wrong.
    }
  }

  async #mayErase(): Promise<boolean> {
    return (await this.#deps.mayErase?.()) ?? true;
  }
}

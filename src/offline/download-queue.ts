/**
 * The queue behind {@link Downloads}. What a run does is in `module-download.ts`, what is true at the start
 * in `reconcile.ts`.
 */
import {
  createDownloadRecord,
  type DownloadRecord,
  downloadSize,
  isPlayable,
  withoutProof,
} from '../model/download.ts';
import type { ModuleSummary } from '../model/learning-route.ts';
import type { Bytes, Sha256 } from '../model/units.ts';
import { DownloadError, storageFailure } from './download-error.ts';
import {
  type DownloadEntry,
  DownloadList,
  type DownloadStates,
  progressOf,
} from './download-list.ts';
import { createDownloadWork, type DownloadWork } from './download-work.ts';
import type { Downloads, DownloadsDeps } from './downloads.ts';
import type { DownloadParts } from './module-download.ts';
import { PieceStore } from './piece-store.ts';
import { reconcile } from './reconcile.ts';
import { TextCache } from './text-cache.ts';
import { waitFor } from './wait-for.ts';
import { SILENCE } from './watched-connection.ts';

/** The name that tabs take turns by. */
const LOCK = 'luisterroute-downloads';

/** Works off one wish after the other; see {@link Downloads} for its methods. */
export class DownloadQueue implements Downloads {
  readonly #deps: DownloadsDeps;
  readonly #parts: DownloadParts;
  readonly #work: DownloadWork;
  readonly #list: DownloadList;
  #isHeld = false;
  #outdated: DownloadRecord[] = [];
  #run: { entry: DownloadEntry; controller: AbortController; ended: Promise<void> } | undefined;
  #draining: Promise<void> | undefined;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(deps: DownloadsDeps) {
    const { fetch, caches, baseUrl, patience = SILENCE } = deps;
    this.#deps = deps;
    this.#list = new DownloadList(deps.now);
    this.#parts = {
      fetch,
      baseUrl,
      pieces: new PieceStore(caches, baseUrl),
      texts: new TextCache({ fetch, caches, baseUrl, patience }),
      patience,
      wait: deps.wait ?? waitFor,
    };
    this.#work = deps.work ?? createDownloadWork(this.#parts);
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
      this.#outdated = found.outdated;
      this.#list.add(found.current);
    } catch {
      // A browser that keeps nothing has nothing to go on with; the next wish says so.
    }
    this.#deps.onKnown?.();
    // An older tab kept them from going when the new audio was ready; or the browser was killed just then.
    for (const { record } of this.#list.withState('ready')) {
      await this.#eraseOutdated(record.moduleId);
    }
    await this.#drain();
  }

  download(modules: readonly ModuleSummary[]): void {
    for (const record of modules.map(createDownloadRecord)) {
      if (!record) continue;
      const entry = this.#list.withAudio(record.audioHash) ?? { record, state: { kind: 'none' } };
      this.#list.add([entry]);
      const { kind } = entry.state;
      if (kind === 'none' || kind === 'paused' || kind === 'failed') this.#wish(entry, 'queued');
    }
    void this.#drain();
  }

  pause(): void {
    for (const entry of this.#list.withState('queued', 'downloading')) this.#wish(entry, 'paused');
    this.#run?.controller.abort();
  }

  resume(): void {
    for (const entry of this.#list.withState('paused', 'failed')) this.#wish(entry, 'queued');
    void this.#drain();
  }

  retry(isNewLine = false): void {
    for (const entry of this.#list.withState('failed')) {
      const code = entry.state.kind === 'failed' ? entry.state.code : undefined;
      // Bytes that are wrong on the device may be had anew; a host that sends wrong ones is not asked for ever.
      const canHelp = code === 'network' || (isNewLine && code === 'damaged');
      if (canHelp) this.#wish(entry, 'queued');
    }
    void this.#drain();
  }

  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (!isHeld) {
      void this.#drain();
      return;
    }
    const running = this.#run?.entry;
    if (running) this.#list.setState(running, { kind: 'queued', ...progressOf(running) });
    this.#run?.controller.abort();
  }

  cancel(moduleId: string): void {
    void this.remove(moduleId);
  }

  async remove(moduleId: string): Promise<void> {
    const entry = this.#list.withModule(moduleId);
    if (!entry) return;
    this.#list.remove(entry);
    if (this.#run?.entry === entry) {
      this.#run.controller.abort();
      await this.#run.ended;
    }
    await this.#erase(entry.record.audioHash);
    // Only now its room is free.
    this.#list.touch();
  }

  async verify(): Promise<void> {
    for (const entry of this.#list.withState('ready')) {
      await this.#checkOne(entry);
    }
    await this.#drain();
  }

  async check(moduleId: string, isRepairing: boolean): Promise<readonly number[]> {
    const entry = this.#list.withModule(moduleId);
    if (!entry || !isPlayable(entry.state)) return [];
    const damaged = await this.#checkOne(entry, isRepairing);
    void this.#drain();
    return damaged;
  }

  /** Queues a download or pauses it, and remembers that wish. */
  #wish(entry: DownloadEntry, kind: 'queued' | 'paused'): void {
    const wish = kind === 'queued' ? 'download' : 'pause';
    entry.record = { ...withoutProof(entry.record), wish };
    this.#list.setState(entry, { kind, ...progressOf(entry) });
    // The run saves the record again before its first piece, and says what went wrong.
    this.#save(entry).catch(() => undefined);
  }

  async #drain(): Promise<void> {
    this.#draining ??= this.#takeTurn().finally(() => {
      this.#draining = undefined;
    });
    await this.#draining;
    if (this.#hasWork) await this.#drain();
  }

  get #hasWork(): boolean {
    return !this.#isHeld && this.#list.withState('queued').length > 0;
  }

  async #takeTurn(): Promise<void> {
    const { locks } = this.#deps;
    if (!this.#hasWork) return;
    if (locks) await locks.request(LOCK, () => this.#runAll());
    else await this.#runAll();
  }

  async #runAll(): Promise<void> {
    for (;;) {
      const [entry] = this.#list.withState('queued');
      if (!entry || this.#isHeld) return;
      const controller = new AbortController();
      const ended = this.#runOne(entry, controller.signal);
      this.#run = { entry, controller, ended };
      await ended;
      this.#run = undefined;
    }
  }

  async #runOne(entry: DownloadEntry, signal: AbortSignal): Promise<void> {
    this.#list.setState(entry, { kind: 'downloading', ...progressOf(entry) });
    const onProgress = (bytes: Bytes) => this.#list.setProgress(entry, bytes);
    try {
      await this.#save(entry);
      const record = await this.#work.download(entry.record, { signal, onProgress });
      signal.throwIfAborted();
      const verifiedAt = this.#deps.now();
      entry.record = { ...record, verifiedAt };
      await this.#save(entry);
      signal.throwIfAborted();
      this.#deps.forgetAudio?.(entry.record.audioHash);
      this.#list.setState(entry, { kind: 'ready', size: downloadSize(entry.record), verifiedAt });
      await this.#eraseOutdated(entry.record.moduleId);
    } catch (error) {
      // Whoever stopped the run has already said what the state is.
      if (!signal.aborted) await this.#fail(entry, storageFailure(error));
    }
  }

  async #fail(entry: DownloadEntry, { code }: DownloadError): Promise<void> {
    const { state } = entry;
    const isWall = code === 'network' || code === 'quota' || code === 'unavailable';
    // The others would meet the same wall, each after its own row of tries.
    const others = isWall ? this.#list.withState('queued') : [];
    const audios = [entry, ...others].map(({ record }) => record.audio);
    const playable = await this.#parts.pieces.playable(audios).catch(() => new Set<Sha256>());
    for (const each of [entry, ...others]) {
      // Meanwhile the person may have wanted something else.
      if (each === entry ? each.state !== state : each.state.kind !== 'queued') continue;
      const rest = playable.has(each.record.audioHash) ? { isPlayable: true as const } : {};
      this.#list.setState(each, { kind: 'failed', code, ...progressOf(each), ...rest });
    }
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
    if (!isPlayable(entry.state)) return pieces;
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
    await this.#save(entry);
    return pieces;
  }

  /** What an older tab may still play stays until a later start. */
  async #eraseOutdated(moduleId: string): Promise<void> {
    const outdated = this.#outdated.filter((record) => record.moduleId === moduleId);
    if (outdated.length === 0 || !(await this.#mayErase())) return;
    this.#outdated = this.#outdated.filter((record) => record.moduleId !== moduleId);
    for (const record of outdated) await this.#erase(record.audioHash);
  }

  async #mayErase(): Promise<boolean> {
    return (await this.#deps.mayErase?.()) ?? true;
  }

  /** The record first: pieces without one are cleaned up at the next start, a record without pieces lies. */
  async #erase(hash: Sha256): Promise<void> {
    await this.#write(() => this.#deps.records.remove(hash)).catch(() => undefined);
    await this.#parts.pieces.remove(hash).catch(() => undefined);
    this.#deps.forgetAudio?.(hash);
  }

  #save(entry: DownloadEntry): Promise<void> {
    const { record } = entry;
    return this.#write(() => this.#deps.records.save(record)).catch((cause: unknown) => {
      throw storageFailure(cause);
    });
  }

  /** One after the other, so that a late save never brings a removed record back. */
  #write(work: () => Promise<void>): Promise<void> {
    const written = this.#lastWrite.then(work);
    this.#lastWrite = written.catch(() => undefined);
    return written;
  }
}

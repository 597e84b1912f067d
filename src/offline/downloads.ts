/**
 * The download queue as the state layer uses it: takes wishes and answers with states. What a run does is
 * in `module-download.ts`, what is true at the start in `reconcile.ts`.
 */
import {
  createDownloadRecord,
  type DownloadRecord,
  type DownloadRecords,
  downloadSize,
  withoutProof,
} from '../model/download.ts';
import type { ModuleSummary } from '../model/learning-route.ts';
import type { Bytes, Milliseconds, Sha256, Timestamp } from '../model/units.ts';
import { type DownloadError, storageFailure } from './download-error.ts';
import {
  type DownloadEntry,
  DownloadList,
  type DownloadStates,
  progressOf,
} from './download-list.ts';
import { type DownloadParts, downloadModule } from './module-download.ts';
import { PieceStore } from './piece-store.ts';
import { reconcile } from './reconcile.ts';
import { TextCache } from './text-cache.ts';
import { waitFor } from './wait-for.ts';

/** What the queue needs; tests give fakes. */
export interface DownloadsDeps {
  records: DownloadRecords;
  fetch: typeof fetch;
  caches: CacheStorage;
  /** The absolute address of the app's folder, ending with a slash. */
  baseUrl: string;
  now: () => Timestamp;
  /** Tells the worker that pieces of this audio changed. */
  forgetAudio?: (hash: Sha256) => void;
  /** Told once {@link Downloads.start} has found out what is there, before it goes on downloading. */
  onKnown?: () => void;
  /** With it, only one tab at a time downloads. */
  locks?: LockManager;
  /** How long a connection may be silent. @defaultValue 30 s */
  patience?: Milliseconds;
  /** Waits between two tries; rejects when the signal aborts. */
  wait?: (time: Milliseconds, signal: AbortSignal) => Promise<void>;
}

/** The wishes and the facts. Failures are states, never rejections. */
export interface Downloads {
  /**
   * Finds out what is really there and goes on with what was wished for.
   *
   * @param modules - Every module of the catalog.
   */
  start(modules: readonly ModuleSummary[]): Promise<void>;
  /** Puts modules at the end of the queue; those without audio have nothing to download. */
  download(modules: readonly ModuleSummary[]): void;
  /** Stops everything that waits or runs; the pieces that are in stay. */
  pause(): void;
  /** Goes on with what was paused or failed. */
  resume(): void;
  /** Goes on with what stopped for want of a connection; for when there is one again. */
  retry(): void;
  /** Gives up a download and takes its pieces away. */
  cancel(moduleId: string): void;
  /** Takes a module off the device; its text stays with the texts of the route. */
  remove(moduleId: string): Promise<void>;
  /** Reads everything back, and fetches again what is damaged or gone. */
  verify(): Promise<void>;
  readonly states: DownloadStates;
  /** Called after every change, at most four times a second while bytes come in. */
  onChange(listener: (states: DownloadStates) => void): () => void;
}

/** The name that tabs take turns by. */
const LOCK = 'luisterroute-downloads';

const SILENCE: Milliseconds = 30_000;

/** Makes the queue; nothing is read or fetched before {@link Downloads.start} or `download`. */
export function createDownloads(deps: DownloadsDeps): Downloads {
  return new DownloadQueue(deps);
}

class DownloadQueue implements Downloads {
  readonly #deps: DownloadsDeps;
  readonly #parts: DownloadParts;
  readonly #list: DownloadList;
  #outdated: DownloadRecord[] = [];
  #run: { entry: DownloadEntry; controller: AbortController; ended: Promise<void> } | undefined;
  #draining: Promise<void> | undefined;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(deps: DownloadsDeps) {
    const { fetch, caches, baseUrl } = deps;
    this.#deps = deps;
    this.#list = new DownloadList(deps.now);
    this.#parts = {
      fetch,
      baseUrl,
      pieces: new PieceStore(caches, baseUrl),
      texts: new TextCache({ fetch, caches, baseUrl }),
      patience: deps.patience ?? SILENCE,
      wait: deps.wait ?? waitFor,
    };
  }

  get states(): DownloadStates {
    return this.#list.states;
  }

  onChange(listener: (states: DownloadStates) => void): () => void {
    return this.#list.onChange(listener);
  }

  async start(modules: readonly ModuleSummary[]): Promise<void> {
    try {
      const found = await reconcile(modules, { records: this.#deps.records, ...this.#parts });
      this.#outdated = found.outdated;
      this.#list.add(found.current);
    } catch {
      // A browser that keeps nothing has nothing to go on with; the next wish says so.
    }
    this.#deps.onKnown?.();
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

  retry(): void {
    for (const entry of this.#list.withState('failed')) {
      const isCutOff = entry.state.kind === 'failed' && entry.state.code === 'network';
      if (isCutOff) this.#wish(entry, 'queued');
    }
    void this.#drain();
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
  }

  async verify(): Promise<void> {
    for (const entry of this.#list.withState('ready')) {
      await this.#verifyOne(entry).catch((error: unknown) =>
        this.#fail(entry, storageFailure(error)),
      );
    }
    await this.#drain();
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
    if (this.#list.withState('queued').length > 0) await this.#drain();
  }

  async #takeTurn(): Promise<void> {
    const { locks } = this.#deps;
    if (this.#list.withState('queued').length === 0) return;
    if (locks) await locks.request(LOCK, () => this.#runAll());
    else await this.#runAll();
  }

  async #runAll(): Promise<void> {
    for (;;) {
      const [entry] = this.#list.withState('queued');
      if (!entry) return;
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
      const record = await downloadModule(entry.record, this.#parts, { signal, onProgress });
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
      if (!signal.aborted) this.#fail(entry, storageFailure(error));
    }
  }

  #fail(entry: DownloadEntry, { code }: DownloadError): void {
    this.#list.setState(entry, { kind: 'failed', code, ...progressOf(entry) });
    if (code !== 'network' && code !== 'quota' && code !== 'unavailable') return;
    // The others would meet the same wall, each after its own row of tries.
    for (const other of this.#list.withState('queued')) {
      this.#list.setState(other, { kind: 'failed', code, ...progressOf(other) });
    }
  }

  async #verifyOne(entry: DownloadEntry): Promise<void> {
    const { audio, audioHash, textUrls } = entry.record;
    const { pieces, texts } = this.#parts;
    const missingTexts = await texts.removeDamaged(textUrls);
    const damaged = await pieces.findDamaged(audio);
    if (entry.state.kind !== 'ready') return;
    if (damaged.length > 0) {
      await pieces.removePieces(audioHash, damaged);
      this.#deps.forgetAudio?.(audioHash);
    }
    if (damaged.length > 0 || missingTexts.length > 0) return this.#wish(entry, 'queued');
    const verifiedAt = this.#deps.now();
    entry.record = { ...entry.record, verifiedAt };
    this.#list.setState(entry, { kind: 'ready', size: downloadSize(entry.record), verifiedAt });
    await this.#save(entry);
  }

  async #eraseOutdated(moduleId: string): Promise<void> {
    const outdated = this.#outdated.filter((record) => record.moduleId === moduleId);
    this.#outdated = this.#outdated.filter((record) => record.moduleId !== moduleId);
    for (const record of outdated) await this.#erase(record.audioHash);
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

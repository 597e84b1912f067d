/**
 * Works off what is queued, one module at a time and one tab at a time. What a run does is in
 * `module-download.ts`.
 */
import { downloadSize } from '../model/download.ts';
import type { Bytes, Sha256, Timestamp } from '../model/units.ts';
import type { AudioTurns } from './audio-turns.ts';
import { storageFailure } from './download-error.ts';
import type { DownloadLedger } from './download-ledger.ts';
import { type DownloadEntry, type DownloadList, progressOf } from './download-list.ts';
import type { DownloadWork } from './download-work.ts';
import { setFailed } from './failed-download.ts';
import type { PieceStore } from './piece-store.ts';

/** What the runs work with. */
export interface RunParts {
  list: DownloadList;
  ledger: DownloadLedger;
  pieces: PieceStore;
  work: DownloadWork;
  now: () => Timestamp;
  /** Tells the worker that pieces of this audio changed. */
  forgetAudio: (hash: Sha256) => void;
  /** With it, only one tab at a time downloads. */
  locks: Pick<LockManager, 'request'> | undefined;
  /** Over these the bytes of one audio are shared with what takes them away. */
  turns: AudioTurns;
  /** Makes the list follow what is stored of this audio. */
  follow: (hash: Sha256) => Promise<void>;
}

/** The name that tabs take turns by. */
const LOCK = 'luisterroute-downloads';

/** The runs of one tab. */
export class DownloadRuns {
  readonly #parts: RunParts;
  #isHeld = false;
  #run: { entry: DownloadEntry; controller: AbortController; ended: Promise<void> } | undefined;
  #draining: Promise<void> | undefined;

  constructor(parts: RunParts) {
    this.#parts = parts;
  }

  /** Goes on until nothing is queued any more. */
  async drain(): Promise<void> {
    this.#draining ??= this.#takeTurn().finally(() => {
      this.#draining = undefined;
    });
    await this.#draining;
    if (this.#hasWork) await this.drain();
  }

  /** While held nothing is fetched; what ran waits at the piece where it is. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (!isHeld) {
      void this.drain();
      return;
    }
    // What was paused or came in just now may still have to let go of its bytes.
    for (const entry of this.#parts.list.withState('downloading')) this.#queueAgain(entry);
    this.abort();
  }

  /** Stops what runs; its state is the caller's to say. */
  abort(): void {
    this.#run?.controller.abort();
  }

  /** Stops this one if it runs, and waits until it let go of its bytes. */
  async stop(entry: DownloadEntry): Promise<void> {
    if (!this.isRunning(entry)) return;
    this.abort();
    await this.#run?.ended;
  }

  /** Whether it has still to let go of its bytes. */
  isRunning(entry: DownloadEntry): boolean {
    return this.#run?.entry === entry;
  }

  get #hasWork(): boolean {
    return !this.#isHeld && this.#parts.list.withState('queued').length > 0;
  }

  #queueAgain(entry: DownloadEntry): void {
    this.#parts.list.setState(entry, { kind: 'queued', ...progressOf(entry) });
  }

  async #takeTurn(): Promise<void> {
    const { locks } = this.#parts;
    if (!this.#hasWork) return;
    if (locks) await locks.request(LOCK, () => this.#runAll());
    else await this.#runAll();
  }

  async #runAll(): Promise<void> {
    for (;;) {
      const [entry] = this.#parts.list.withState('queued');
      if (!entry || this.#isHeld) return;
      const controller = new AbortController();
      const ended = this.#runOne(entry, controller.signal);
      this.#run = { entry, controller, ended };
      await ended;
      this.#run = undefined;
    }
  }

  async #runOne(entry: DownloadEntry, signal: AbortSignal): Promise<void> {
    try {
      await this.#parts.turns.take(entry.record.audioHash, () => this.#runAlone(entry, signal));
    } catch (error) {
      // Whoever stopped the run has already said what the state is.
      if (!signal.aborted) await setFailed(this.#parts, entry, storageFailure(error));
    }
  }

  async #runAlone(entry: DownloadEntry, signal: AbortSignal): Promise<void> {
    const { list, ledger, work, now, forgetAudio, follow } = this.#parts;
    const { audioHash, moduleId } = entry.record;
    signal.throwIfAborted();
    await ledger.store(entry);
    // While this one waited for its turn, another tab may have brought it in, paused it or taken it away.
    await follow(audioHash);
    signal.throwIfAborted();
    if (entry.state.kind !== 'queued' || !list.has(entry)) return;
    list.setState(entry, { kind: 'downloading', ...progressOf(entry) });
    const onProgress = (bytes: Bytes) => list.setProgress(entry, bytes);
    const record = await work.download(entry.record, { signal, onProgress });
    signal.throwIfAborted();
    const verifiedAt = now();
    const proving = ledger.prove(entry, { ...record, verifiedAt });
    const version = ledger.version(audioHash);
    const stored = await proving;
    if (!stored || signal.aborted || ledger.version(audioHash) !== version) {
      // Meanwhile another tab took it away or found damage, or somebody stopped what was done already.
      if (!signal.aborted) this.#queueAgain(entry);
      return follow(audioHash);
    }
    forgetAudio(audioHash);
    entry.record = stored;
    list.setState(entry, { kind: 'ready', size: downloadSize(stored), verifiedAt });
    await ledger.eraseOutdated(moduleId);
  }
}

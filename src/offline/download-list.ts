/** The downloads that are known, with their states, and who wants to hear of a change. Decides nothing. */
import { type DownloadRecord, type DownloadState, downloadSize } from '../model/download.ts';
import type { Bytes, Milliseconds, Sha256, Timestamp } from '../model/units.ts';

/** States by module id; a module that is not in it is not on the device. */
export type DownloadStates = ReadonlyMap<string, DownloadState>;

/** One download. */
export interface DownloadEntry {
  record: DownloadRecord;
  state: DownloadState;
  /** Its record was seen in the storage: when it is gone from there, another tab took it away. */
  isStored?: boolean;
}

const PROGRESS_INTERVAL: Milliseconds = 250;

/** The list in the order of the wishes. */
export class DownloadList {
  readonly #now: () => Timestamp;
  readonly #listeners = new Set<(states: DownloadStates) => void>();
  #entries: DownloadEntry[] = [];
  #states: DownloadStates = new Map();
  #toldAt: Timestamp = 0;
  #late: ReturnType<typeof setTimeout> | undefined;
  #isHolding = false;

  constructor(now: () => Timestamp) {
    this.#now = now;
  }

  get states(): DownloadStates {
    return this.#states;
  }

  /** Adds downloads that are not in the list yet. */
  add(entries: readonly DownloadEntry[]): void {
    this.#entries.push(...entries.filter(({ record }) => !this.withAudio(record.audioHash)));
    this.#tell();
  }

  remove(entry: DownloadEntry): void {
    this.#entries = this.#entries.filter((candidate) => candidate !== entry);
    this.#tell();
  }

  /** A copy, so that states may change while it is walked through. */
  withState(...kinds: DownloadState['kind'][]): DownloadEntry[] {
    return this.#entries.filter((entry) => kinds.includes(entry.state.kind));
  }

  has(entry: DownloadEntry): boolean {
    return this.#entries.includes(entry);
  }

  withModule(moduleId: string): DownloadEntry | undefined {
    return this.#entries.find((entry) => entry.record.moduleId === moduleId);
  }

  withAudio(hash: Sha256): DownloadEntry | undefined {
    return this.#entries.find((entry) => entry.record.audioHash === hash);
  }

  setState(entry: DownloadEntry, state: DownloadState): void {
    entry.state = state;
    this.#tell();
  }

  /** Changes only a download that runs; tells at most four times a second. */
  setProgress(entry: DownloadEntry, bytes: Bytes): void {
    if (entry.state.kind !== 'downloading') return;
    entry.state = { ...entry.state, bytes };
    const wait = this.#toldAt + PROGRESS_INTERVAL - this.#now();
    if (wait <= 0) this.#tell();
    // A line that falls silent now would leave an earlier number standing.
    else this.#late ??= setTimeout(() => this.#tell(), wait);
  }

  /** Subscribes to every change; returns the way to stop. */
  onChange(listener: (states: DownloadStates) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Several changes at once, told as one: each telling draws the screen anew. */
  together(change: () => void): void {
    this.#isHolding = true;
    try {
      change();
    } finally {
      this.#isHolding = false;
      this.#tell();
    }
  }

  /** Something about them changed that is not in a state. */
  touch(): void {
    this.#tell();
  }

  #tell(): void {
    if (this.#isHolding) return;
    clearTimeout(this.#late);
    this.#late = undefined;
    this.#toldAt = this.#now();
    this.#states = new Map(this.#entries.map(({ record, state }) => [record.moduleId, state]));
    for (const listener of this.#listeners) listener(this.#states);
  }
}

/** How far a download is, for every state that counts bytes. */
export function progressOf({ record, state }: DownloadEntry): { bytes: Bytes; total: Bytes } {
  return { bytes: 'bytes' in state ? state.bytes : 0, total: downloadSize(record) };
}

/** One request that ends when the person stops it, or when nothing comes for too long. */
import type { Milliseconds } from '../model/units.ts';

/** How long a connection may be silent, unless a caller says otherwise. */
export const SILENCE: Milliseconds = 30_000;

/** What ends a connection. */
export interface ConnectionWatch {
  signal?: AbortSignal | undefined;
  /** How long it may be silent; a slow one that goes on is never cut. */
  patience: Milliseconds;
}

type Chunk = Uint8Array<ArrayBuffer>;

/** Watches from the moment it is made; {@link WatchedConnection.end} must be called in any case. */
export class WatchedConnection {
  readonly #watched: ConnectionWatch;
  readonly #controller = new AbortController();
  readonly #stop = () => this.#controller.abort(this.#watched.signal?.reason);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Since when nothing came that is waited for. */
  #waitsSince: Milliseconds | undefined;

  /** @throws the signal's reason when it has aborted already. */
  constructor(watched: ConnectionWatch) {
    this.#watched = watched;
    watched.signal?.throwIfAborted();
    watched.signal?.addEventListener('abort', this.#stop);
    this.#waitsSince = performance.now();
    this.#timer = this.#watchFor(watched.patience);
  }

  /** For the request: aborts with the caller's signal, and after the silence. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Waits for the next chunk; only this time counts as silence, not the storing in between. */
  readonly during = async <T>(read: () => Promise<T>): Promise<T> => {
    this.#waitsSince = performance.now();
    this.#timer ??= this.#watchFor(this.#watched.patience);
    try {
      return await read();
    } finally {
      this.#waitsSince = undefined;
    }
  };

  /** Reads a body of a few hundred kilobytes at most to its end; rejects when that does not come. */
  async readAll(response: Response): Promise<ArrayBuffer> {
    const chunks: Chunk[] = [];
    const reader = response.body?.getReader();
    while (reader) {
      const { done, value } = await this.during(() => reader.read());
      if (done) break;
      chunks.push(value);
    }
    return new Blob(chunks).arrayBuffer();
  }

  /** Lets go of the connection, also of a body that was not read to its end. */
  end(): void {
    clearTimeout(this.#timer);
    this.#watched.signal?.removeEventListener('abort', this.#stop);
    this.#controller.abort();
  }

  /** One timer at a time, whatever comes: a timer for each chunk is garbage by the thousands. */
  #watchFor(time: Milliseconds): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      this.#timer = undefined;
      if (this.#waitsSince === undefined) return;
      const left = this.#waitsSince + this.#watched.patience - performance.now();
      if (left > 0) this.#timer = this.#watchFor(left);
      else this.#controller.abort();
    }, time);
  }
}

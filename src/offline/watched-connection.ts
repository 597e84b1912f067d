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

  /** @throws the signal's reason when it has aborted already. */
  constructor(watched: ConnectionWatch) {
    this.#watched = watched;
    watched.signal?.throwIfAborted();
    watched.signal?.addEventListener('abort', this.#stop);
    this.#watch();
  }

  /** For the request: aborts with the caller's signal, and after the silence. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Waits for the next chunk; only this time counts as silence, not the storing in between. */
  async read(reader: ReadableStreamDefaultReader<Chunk>): Promise<ReadableStreamReadResult<Chunk>> {
    this.#watch();
    try {
      return await reader.read();
    } finally {
      clearTimeout(this.#timer);
    }
  }

  /** Reads a body of a few hundred kilobytes at most to its end; rejects when that does not come. */
  async readAll(response: Response): Promise<ArrayBuffer> {
    const chunks: Chunk[] = [];
    const reader = response.body?.getReader();
    while (reader) {
      const { done, value } = await this.read(reader);
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

  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), this.#watched.patience);
  }
}

/**
 * Reads bodies piece by piece into one stretch of memory that is used again and again: memory of its own
 * for each piece waits for the garbage collector, and a long download then takes a hundred megabytes.
 */
import { PIECE_SIZE } from '../model/learning-module.ts';
import type { Bytes } from '../model/units.ts';

/**
 * What the browser copies on the way of a piece is out of the collector's sight, and stays: a download of 300 MB
 * grows by 30 MB. For the sake of memory that it does see it collects both.
 */
const SEEN_BY_COLLECTOR: Bytes = 4 * PIECE_SIZE;

type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

/** The memory of one piece; the browser takes it away while it reads into it, and gives it back. */
export class PieceMemory {
  #buffer = new ArrayBuffer(PIECE_SIZE);

  /** @param to - Where it ends, from the start of the piece. */
  view(from: Bytes, to: Bytes): Uint8Array<ArrayBuffer> {
    // What was lost with a body that broke off is made anew.
    if (this.#buffer.byteLength !== PIECE_SIZE) this.#buffer = new ArrayBuffer(PIECE_SIZE);
    return new Uint8Array(this.#buffer, from, to - from);
  }

  giveBack(buffer: ArrayBuffer): void {
    this.#buffer = buffer;
  }

  /** To be called after every piece. Nothing is written to what it makes, so that it takes no room. */
  pressCollector(): Bytes {
    try {
      return new ArrayBuffer(SEEN_BY_COLLECTOR).byteLength;
    } catch {
      // So little is left that the collector needs no reminder.
      return 0;
    }
  }
}

/** Runs one read, and decides how long it may take. */
export type WatchRead = <T>(read: () => Promise<T>) => Promise<T>;

/** Fills the memory between two places. @returns How many bytes came, at least one; 0 at the end. */
type Fill = (from: Bytes, to: Bytes, isAllWanted: boolean) => Promise<Bytes>;

/** Reads one body from its start. */
export class PieceReader {
  readonly #memory: PieceMemory;
  readonly #fill: Fill;

  constructor(body: Body, memory: PieceMemory, watch: WatchRead = (read) => read()) {
    this.#memory = memory;
    this.#fill = fillFrom(body, memory, watch);
  }

  /**
   * Reads the next `length` bytes, one piece at most.
   *
   * @param onBytes - Told after every chunk how many there are.
   * @returns The bytes, good until the next read; `undefined` when the body ends before.
   */
  async read(
    length: Bytes,
    onBytes?: (bytes: Bytes) => void,
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    let filled = 0;
    while (filled < length) {
      const added = await this.#fill(filled, length, onBytes === undefined);
      if (added === 0) return undefined;
      filled += added;
      onBytes?.(filled);
    }
    this.#memory.pressCollector();
    return this.#memory.view(0, length);
  }

  /** Whether nothing is left. What was read before is no longer good. */
  async isAtEnd(): Promise<boolean> {
    return (await this.#fill(0, 1, false)) === 0;
  }
}

function fillFrom(body: Body, memory: PieceMemory, watch: WatchRead): Fill {
  let reader: ReadableStreamBYOBReader;
  try {
    reader = body.getReader({ mode: 'byob' });
  } catch {
    // Not every body reads into memory that it is given.
    return copyFrom(body, memory, watch);
  }
  return async (from, to, isAllWanted) => {
    const options = isAllWanted ? { min: to - from } : {};
    const { value } = await watch(() => reader.read(memory.view(from, to), options));
    if (value) memory.giveBack(value.buffer);
    return value?.length ?? 0;
  };
}

function copyFrom(body: Body, memory: PieceMemory, watch: WatchRead): Fill {
  const reader = body.getReader();
  let rest = new Uint8Array(0);
  return async (from, to) => {
    while (rest.length === 0) {
      const { done, value } = await watch(() => reader.read());
      if (done) return 0;
      rest = value;
    }
    const taken = rest.subarray(0, to - from);
    memory.view(from, from + taken.length).set(taken);
    rest = rest.subarray(taken.length);
    return taken.length;
  };
}

/**
 * Fetches audio in pieces and trusts nothing that comes back: each answer must be the part that was
 * asked for, of the file that the catalog names, byte for byte. Knows no storage.
 */
import type { AudioFile } from '../model/learning-module.ts';
import { pieceRange } from '../model/piece.ts';
import { readContentRange } from '../model/range-request.ts';
import { sha256 } from '../model/sha256.ts';
import type { Bytes } from '../model/units.ts';
import { DownloadError } from './download-error.ts';
import { type PieceMemory, PieceReader } from './piece-reader.ts';
import { type ConnectionWatch, WatchedConnection } from './watched-connection.ts';

/** A piece that is proven to be right. */
export interface FetchedPiece {
  index: number;
  /** Good until the next piece is asked for. */
  bytes: Uint8Array<ArrayBuffer>;
  /** The host's validator, for asking the next one. */
  etag: string | undefined;
}

/** How to fetch. */
export interface PieceFetching extends ConnectionWatch {
  fetch: typeof fetch;
  /** The absolute address of the app's folder, ending with a slash. */
  base: string;
  signal: AbortSignal;
  /** What pieces are read into. */
  memory: PieceMemory;
  /** Told after every chunk, before the piece is proven. */
  onBytes?: (index: number, bytes: Bytes) => void;
}

/**
 * Asks for one piece. A host that knows no ranges, or whose file has another validator than `etag`,
 * sends the whole file: then all pieces come, from the first.
 *
 * @throws {@link DownloadError}, or the signal's reason after an abort.
 */
export async function* fetchPieces(
  audio: AudioFile,
  index: number,
  etag: string | undefined,
  fetching: PieceFetching,
): AsyncGenerator<FetchedPiece, void> {
  const connection = new WatchedConnection(fetching);
  try {
    const { first, last } = pieceRange(audio.size, index);
    const headers = new Headers({ Range: `bytes=${first}-${last}` });
    if (etag !== undefined) headers.set('If-Range', etag);
    // Called as a plain function: the browser's own refuses to be a method of another object.
    const { fetch } = fetching;
    const response = await fetch(new URL(audio.url, fetching.base).href, {
      headers,
      signal: connection.signal,
      // The pieces are kept by us; a second copy in the browser's own cache would take twice the room.
      cache: 'no-store',
    });
    const isPart = checkAnswer(response, audio, index);
    const range = isPart
      ? { start: index, end: index + 1 }
      : { start: 0, end: audio.pieces.length };
    yield* cutBody(response, audio, range, connection, fetching);
  } catch (cause) {
    fetching.signal.throwIfAborted();
    if (cause instanceof DownloadError) throw cause;
    throw new DownloadError('network', 'the connection was lost or silent', { cause });
  } finally {
    connection.end();
  }
}

/** @returns Whether the body is the asked part (206); `false` when it is the whole file. */
function checkAnswer(response: Response, audio: AudioFile, index: number): boolean {
  const { status, headers } = response;
  if (status === 206) {
    const range = readContentRange(headers.get('Content-Range'));
    if (range && range.size !== audio.size) {
      throw new DownloadError('changed', `${range.size} bytes, not ${audio.size}`, {
        isLasting: true,
      });
    }
    const asked = pieceRange(audio.size, index);
    if (range?.first !== asked.first || range.last !== asked.last) {
      throw new DownloadError('server', `part ${headers.get('Content-Range')} was not asked for`);
    }
    return true;
  }
  if (status === 416) {
    throw new DownloadError('changed', 'the file has no such part', { isLasting: true });
  }
  if (status !== 200) {
    const isLasting = status < 500 && status !== 429 && status !== 408;
    throw new DownloadError('server', `status ${status}`, { isLasting });
  }
  if (/^(text\/|application\/(json|xhtml))/.test(headers.get('Content-Type') ?? '')) {
    throw new DownloadError('server', 'a page instead of sound', { isLasting: true });
  }
  const length = headers.get('Content-Length');
  if (length !== null && !headers.has('Content-Encoding') && Number(length) !== audio.size) {
    throw new DownloadError('changed', `${length} bytes, not ${audio.size}`, { isLasting: true });
  }
  return false;
}

/** @param range - The pieces that the body holds, from `start` up to but not including `end`. */
async function* cutBody(
  response: Response,
  audio: AudioFile,
  range: { start: number; end: number },
  connection: WatchedConnection,
  fetching: PieceFetching,
): AsyncGenerator<FetchedPiece, void> {
  const body = response.body;
  if (!body) throw new DownloadError('network', 'an answer without a body');
  const etag = response.headers.get('ETag') ?? undefined;
  const reader = new PieceReader(body, fetching.memory, connection.during);
  for (let index = range.start; index < range.end; index += 1) {
    const { length } = pieceRange(audio.size, index);
    const bytes = await reader.read(length, (filled) => fetching.onBytes?.(index, filled));
    if (!bytes) throw new DownloadError('network', 'the answer ended too early');
    if ((await sha256(bytes)) !== audio.pieces[index]) {
      throw new DownloadError('damaged', `piece ${index} is not the one of the catalog`);
    }
    yield { index, bytes, etag };
  }
  if (!(await reader.isAtEnd())) {
    throw new DownloadError('changed', 'more bytes than the file has', { isLasting: true });
  }
}

/** A host of audio and texts that answers as a good one does, or with one of the faults of real networks. */
import { createHash } from 'node:crypto';
import type { AudioFile } from '../../../src/model/learning-module.ts';
import type { ModuleSummary } from '../../../src/model/learning-route.ts';

export const BASE_URL = 'https://luisterroute.test/app/';

const MIB = 1_048_576;

/** How one answer goes wrong. `respond` replaces it; `spoil` changes the bytes on their way. */
export type Fault = (good: Response, request: Request) => Response | Promise<Response>;

const made = new Map<string, Uint8Array<ArrayBuffer>>();
const described = new Map<string, AudioFile>();

/** Bytes that differ from place to place, so that a swapped piece is noticed; the same ones for the same seed. */
export function makeBytes(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  const key = `${size} ${seed}`;
  const bytes = made.get(key) ?? computeBytes(size, seed);
  made.set(key, bytes);
  return bytes;
}

function computeBytes(size: number, seed: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let state = seed;
  for (let index = 0; index < size; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[index] = state >>> 16;
  }
  return bytes;
}

export function hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Describes bytes as the catalog does. */
export function describeAudio(url: string, bytes: Uint8Array): AudioFile {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += MIB) pieces.push(hex(bytes.subarray(at, at + MIB)));
  return {
    url,
    type: 'audio/mpeg',
    duration: 60,
    size: bytes.length,
    hash: hex(bytes),
    pieces,
    synthetic: true,
  };
}

/** The files of one host. */
export class FakeHost {
  readonly files = new Map<
    string,
    { bytes: Uint8Array<ArrayBuffer>; type: string; etag: string }
  >();
  /** What was asked, as `path` or `path first-last`. */
  readonly asked: string[] = [];
  /** One fault per request, in order; then everything is good again. */
  faults: (Fault | undefined)[] = [];
  isOnline = true;

  add(path: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
    // The path holds the hash of the bytes: another file has another validator.
    this.files.set(BASE_URL + path, { bytes, type, etag: `"${path}"` });
  }

  /** Adds a module with its text and, of `size` bytes, its audio. */
  addModule(id: string, size: number, seed = 1): ModuleSummary {
    const text = new TextEncoder().encode(JSON.stringify({ id, chapters: [], seed }));
    const contentUrl = `content/${id}-${hex(text).slice(0, 10)}.json`;
    this.add(contentUrl, text, 'application/json');
    const bytes = makeBytes(size, seed);
    const key = `${id} ${size} ${seed}`;
    const audio =
      described.get(key) ?? describeAudio(`media/${id}-${hex(bytes).slice(0, 10)}.mp3`, bytes);
    described.set(key, audio);
    this.add(audio.url, bytes, 'audio/mpeg');
    return {
      id,
      aliases: [],
      title: id,
      question: '',
      summary: '',
      audio,
      completion: 0.9,
      questionIds: [],
      hasEpisode: false,
      contentUrl,
      assetUrls: [],
      contentSize: text.length,
    };
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    if (!this.isOnline) throw new TypeError('Failed to fetch');
    request.signal.throwIfAborted();
    const range = request.headers.get('Range');
    const path = request.url.slice(BASE_URL.length);
    this.asked.push(range ? `${path} ${range.slice('bytes='.length)}` : path);
    const fault = this.faults.shift();
    const good = this.#answer(request);
    const answer = fault ? await fault(good, request) : good;
    request.signal.throwIfAborted();
    return answer;
  };

  #answer(request: Request): Response {
    const file = this.files.get(request.url);
    if (!file) return new Response('not found', { status: 404 });
    const { bytes, type, etag } = file;
    const headers = { 'Content-Type': type, ETag: etag };
    const condition = request.headers.get('If-Range');
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.get('Range') ?? '') ?? [];
    if (first === undefined || last === undefined || (condition !== null && condition !== etag)) {
      return new Response(bytes.slice(), {
        headers: { ...headers, 'Content-Length': String(bytes.length) },
      });
    }
    if (Number(first) >= bytes.length) return new Response(undefined, { status: 416 });
    const end = Math.min(Number(last), bytes.length - 1);
    const part = bytes.slice(Number(first), end + 1);
    return new Response(part, {
      status: 206,
      headers: {
        ...headers,
        'Content-Length': String(part.length),
        'Content-Range': `bytes ${first}-${end}/${bytes.length}`,
      },
    });
  }
}

/** Rows of faults in any order: what is called ready is right to the last byte, and all else has a sentence. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AUDIO_CACHE } from '../../../src/model/cache-names.ts';
import type { DownloadState } from '../../../src/model/download.ts';
import type { ModuleSummary } from '../../../src/model/learning-route.ts';
import { createDownloads } from '../../../src/offline/create-downloads.ts';
import type { Downloads } from '../../../src/offline/downloads.ts';
import { DownloadedAudio } from '../../../src/sw/downloaded-audio.ts';
import { offlineStrings } from '../../../src/ui/strings/offline.ts';
import { createRandom } from '../../kill-rounds.ts';
import { FakeCaches } from './fake-caches.ts';
import { BASE_URL, FakeHost, type Fault, hex, makeBytes } from './fake-host.ts';
import { MemoryRecords } from './memory-records.ts';

const MIB = 1_048_576;
const SIZE = 2 * MIB + 4096;
const PATIENCE = 400;

let host: FakeHost;
let caches: FakeCaches;
let module: ModuleSummary;
let downloads: Downloads;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  host = new FakeHost();
  caches = new FakeCaches();
  module = host.addModule('een', SIZE);
  downloads = createDownloads({
    records: new MemoryRecords(),
    fetch: host.fetch,
    caches: caches.asCacheStorage(),
    baseUrl: BASE_URL,
    now: () => 1,
    patience: PATIENCE,
    wait: async (_time, signal) => signal.throwIfAborted(),
  });
});

afterEach(() => vi.useRealTimers());

function settled(): Promise<DownloadState> {
  return new Promise((resolve) => {
    const look = () => {
      const state = downloads.states.get('een');
      if (state?.kind !== 'ready' && state?.kind !== 'failed') return;
      stop();
      resolve(state);
    };
    const stop = downloads.onChange(look);
    look();
  });
}

/** What the player would get. */
async function play(): Promise<{ status: number; hash: string }> {
  const worker = new DownloadedAudio(caches.asCacheStorage(), BASE_URL);
  const answer = await worker.answer(`_audio/${module.audio?.hash}`, null);
  return { status: answer.status, hash: hex(new Uint8Array(await answer.arrayBuffer())) };
}

/** Sends the first bytes, then does something else; the reader asks for every chunk. */
function after(count: number, then: (stream: ReadableStreamDefaultController) => unknown): Fault {
  return async (good, request) => {
    const bytes = new Uint8Array(await good.arrayBuffer()).subarray(0, count);
    let isSent = false;
    const body = new ReadableStream(
      {
        start(stream) {
          request.signal.addEventListener('abort', () => stream.error(request.signal.reason));
        },
        async pull(stream) {
          if (!isSent && bytes.length > 0) stream.enqueue(bytes);
          else await then(stream);
          isSent = true;
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body, good);
  };
}

const withHeader =
  (name: string, value: string): Fault =>
  (good) => {
    const headers = new Headers(good.headers);
    headers.set(name, value);
    return new Response(good.body, { status: good.status, headers });
  };

const status =
  (code: number): Fault =>
  () =>
    new Response('no', { status: code });

type Random = () => number;

const FAULTS: ((random: Random) => Fault)[] = [
  (random) => after(Math.floor(random() * MIB), (stream) => stream.error(new TypeError('cut'))),
  (random) => after(Math.floor(random() * MIB), (stream) => stream.close()),
  (random) => after(Math.floor(random() * MIB), () => vi.advanceTimersByTimeAsync(PATIENCE)),
  () => () => {
    throw new TypeError('Failed to fetch');
  },
  (random) => async (good) => {
    const bytes = new Uint8Array(await good.arrayBuffer());
    const at = Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return new Response(bytes, good);
  },
  () => status(404),
  () => status(403),
  () => status(500),
  () => status(503),
  () => () => new Response('<title>Wifi</title>', { headers: { 'Content-Type': 'text/html' } }),
  () => () => Response.redirect(`${BASE_URL}login`, 302),
  () => withHeader('Content-Range', `bytes 0-99/${SIZE}`),
  () => withHeader('Content-Range', 'bytes 0-1048575/77'),
  () => withHeader('ETag', '"other"'),
  () => async (_good, request) => {
    const file = host.files.get(request.url);
    return new Response(file?.bytes.slice(), { headers: { 'Content-Type': 'audio/mpeg' } });
  },
];

it.each(Array.from({ length: 20 }, (_, seed) => seed))('any faults, seed %d', async (seed) => {
  const random = createRandom(seed);
  host.faults = Array.from({ length: 8 }, () =>
    random() < 0.3 ? undefined : FAULTS[Math.floor(random() * FAULTS.length)]?.(random),
  );
  downloads.download([module]);
  const state = await settled();
  const played = await play();
  if (state.kind === 'failed') {
    expect(played.status).toBe(404);
    expect(offlineStrings.failed[state.code]).toMatch(/\.$/);
    host.faults = [];
    downloads.download([module]);
    expect((await settled()).kind).toBe('ready');
  }
  expect((await play()).hash).toBe(hex(makeBytes(SIZE)));
});

describe('room', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'that ends anywhere, seed %d',
    async (seed) => {
      caches.quota = Math.floor(createRandom(seed + 100)() * (SIZE + 2000));
      downloads.download([module]);
      const state = await settled();
      const sizes = [...caches.cache(AUDIO_CACHE).kept.values()].map(({ bytes }) => bytes.length);
      if (state.kind === 'failed') {
        expect(state.code).toBe('quota');
        expect(sizes.every((size) => size === MIB || size === 4096)).toBe(true);
        expect((await play()).status).toBe(404);
      }
      caches.quota = Number.POSITIVE_INFINITY;
      downloads.download([module]);
      expect((await settled()).kind).toBe('ready');
      expect((await play()).hash).toBe(hex(makeBytes(SIZE)));
    },
  );
});

it('a line of a thousand bytes a second is slow, not silent', async () => {
  module = host.addModule('een', 20_000);
  const slowly: Fault = async (good) => {
    const bytes = new Uint8Array(await good.arrayBuffer());
    let at = 0;
    const body = new ReadableStream(
      {
        async pull(stream) {
          await vi.advanceTimersByTimeAsync(PATIENCE - 1);
          stream.enqueue(bytes.subarray(at, at + 400));
          at += 400;
          if (at >= bytes.length) stream.close();
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body, good);
  };
  host.faults = [undefined, slowly];
  downloads.download([module]);
  expect((await settled()).kind).toBe('ready');
  expect(host.asked).toHaveLength(2);
});

it('downloads never touch what a listener recorded', async () => {
  const recordings = caches.cache('luisterroute-recordings');
  await recordings.put(`${BASE_URL}_audio/${'a'.repeat(64)}/0`, new Response('mine'));
  downloads.download([module]);
  await settled();
  await downloads.start([module]);
  await downloads.remove('een');
  await downloads.start([]);
  expect(recordings.kept.size).toBe(1);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AUDIO_CACHE, audioManifestPath, audioPiecePath } from '../../../src/model/cache-names.ts';
import type { DownloadState } from '../../../src/model/download.ts';
import type { AudioFile } from '../../../src/model/learning-module.ts';
import type { ModuleSummary } from '../../../src/model/learning-route.ts';
import { createDownloads } from '../../../src/offline/create-downloads.ts';
import type { Downloads } from '../../../src/offline/downloads.ts';
import { DownloadedAudio } from '../../../src/sw/downloaded-audio.ts';
import { FakeCaches } from './fake-caches.ts';
import { BASE_URL, FakeHost, type Fault, hex, makeBytes } from './fake-host.ts';
import { MemoryRecords } from './memory-records.ts';

const MIB = 1_048_576;
const SIZE = 2 * MIB + 4096;

let host: FakeHost;
let caches: FakeCaches;
let records: MemoryRecords;
let clock: number;
let forgotten: string[];
let waits: number[];
/** No tab of an older build is open. */
let isAlone: boolean;

/** How long a silent connection is waited for; only the test's own clock counts. */
const PATIENCE = 400;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  host = new FakeHost();
  caches = new FakeCaches();
  records = new MemoryRecords();
  clock = 1000;
  forgotten = [];
  waits = [];
  isAlone = true;
});

afterEach(() => vi.useRealTimers());

/** Lets everything happen that needs no time. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A new page over the same host, caches and records. */
function open(): Downloads {
  return createDownloads({
    records,
    fetch: host.fetch,
    caches: caches.asCacheStorage(),
    baseUrl: BASE_URL,
    now: () => clock++,
    forgetAudio: (hash) => forgotten.push(hash),
    mayErase: async () => isAlone,
    patience: PATIENCE,
    wait: async (time, signal) => {
      waits.push(time);
      signal.throwIfAborted();
    },
  });
}

/** Waits for a state; fails by the runner's own time limit. */
function until(downloads: Downloads, id: string, ...kinds: DownloadState['kind'][]) {
  return new Promise<DownloadState>((resolve) => {
    const look = () => {
      const state = downloads.states.get(id) ?? { kind: 'none' };
      if (!kinds.includes(state.kind)) return;
      stop();
      resolve(state);
    };
    const stop = downloads.onChange(look);
    look();
  });
}

const settled = (downloads: Downloads, id: string) => until(downloads, id, 'ready', 'failed');

function audioOf(module: ModuleSummary): AudioFile {
  if (!module.audio) throw new Error(`${module.id} has no audio`);
  return module.audio;
}

const pieceUrl = (module: ModuleSummary, index: number) =>
  BASE_URL + audioPiecePath(audioOf(module).hash, index);

const audioCache = () => caches.cache(AUDIO_CACHE);

/** What the player would get. */
async function play(module: ModuleSummary): Promise<{ status: number; hash: string }> {
  const worker = new DownloadedAudio(caches.asCacheStorage(), BASE_URL);
  const answer = await worker.answer(`_audio/${audioOf(module).hash}`, null);
  return { status: answer.status, hash: hex(new Uint8Array(await answer.arrayBuffer())) };
}

describe('a download on a good line', () => {
  it('asks piece by piece, with the validator, and is ready with every byte right', async () => {
    const module = host.addModule('een', SIZE);
    const downloads = open();
    downloads.download([module]);
    const state = await settled(downloads, 'een');
    expect(state).toMatchObject({ kind: 'ready', size: SIZE + module.contentSize });
    const { url } = audioOf(module);
    expect(host.asked).toEqual([
      module.contentUrl,
      `${url} 0-1048575`,
      `${url} 1048576-2097151`,
      `${url} 2097152-2101247`,
    ]);
    expect(await play(module)).toEqual({ status: 200, hash: hex(makeBytes(SIZE)) });
    expect(records.kept.get(audioOf(module).hash)).toMatchObject({
      moduleId: 'een',
      verifiedAt: expect.any(Number),
      etag: expect.stringMatching(/^"/),
    });
  });

  it('writes what the worker plays by only after all pieces', async () => {
    const module = host.addModule('een', SIZE);
    const downloads = open();
    downloads.download([module]);
    await settled(downloads, 'een');
    expect(caches.puts.at(-1)).toBe(BASE_URL + audioManifestPath(audioOf(module).hash));
  });

  it('takes one module at a time, in the order of the wishes', async () => {
    const first = host.addModule('een', MIB, 1);
    const second = host.addModule('twee', MIB + 1, 2);
    const downloads = open();
    downloads.download([first, second]);
    expect(downloads.states.get('twee')?.kind).toBe('queued');
    await settled(downloads, 'twee');
    expect(downloads.states.get('een')?.kind).toBe('ready');
    const audioAsked = host.asked.filter((asked) => asked.startsWith('media/'));
    expect(audioAsked.map((asked) => asked.slice(6, 9))).toEqual(['een', 'twe', 'twe']);
  });

  it('tells how many bytes are in, up to the total', async () => {
    const module = host.addModule('een', SIZE);
    const downloads = open();
    const seen: number[] = [];
    downloads.onChange((states) => {
      const state = states.get('een');
      if (state?.kind === 'downloading') seen.push(state.bytes);
      clock += 1000;
    });
    downloads.download([module]);
    await settled(downloads, 'een');
    expect(seen).toContain(MIB + module.contentSize);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(Math.max(...seen)).toBeLessThanOrEqual(SIZE + module.contentSize);
  });

  it('has nothing to do for a module without audio', () => {
    const { audio: _, ...silent } = host.addModule('een', 10);
    const downloads = open();
    downloads.download([silent]);
    expect(downloads.states.size).toBe(0);
  });
});

describe('a bad line', () => {
  const cut: Fault = () => {
    throw new TypeError('Failed to fetch');
  };
  const truncate: Fault = async (good) => {
    const bytes = await good.arrayBuffer();
    return new Response(bytes.slice(0, 1000), good);
  };
  const flip: Fault = async (good) => {
    const bytes = new Uint8Array(await good.arrayBuffer());
    bytes[77] = (bytes[77] ?? 0) ^ 4;
    return new Response(bytes, good);
  };
  const status =
    (code: number): Fault =>
    () =>
      new Response('no', { status: code });
  const header =
    (name: string, value: string): Fault =>
    (good) => {
      const headers = new Headers(good.headers);
      headers.set(name, value);
      return new Response(good.body, { status: good.status, headers });
    };
  const stall: Fault = (good, request) => {
    let pulls = 0;
    return new Response(
      new ReadableStream(
        {
          start: (stream) => {
            request.signal.addEventListener('abort', () => stream.error(request.signal.reason));
          },
          async pull(stream) {
            pulls += 1;
            if (pulls === 1) stream.enqueue(new Uint8Array(10));
            // The reader waits for more, and the time goes by.
            else await vi.advanceTimersByTimeAsync(PATIENCE);
          },
        },
        { highWaterMark: 0 },
      ),
      good,
    );
  };
  const loginPage: Fault = () =>
    new Response('<title>Welkom bij onze wifi</title>', {
      headers: { 'Content-Type': 'text/html' },
    });

  it.each([
    ['cut', cut],
    ['truncated', truncate],
    ['silent after ten bytes', stall],
    ['with a byte flipped', flip],
    ['500', status(500)],
    ['429', status(429)],
    ['with another part than was asked for', header('Content-Range', `bytes 0-1048575/${SIZE}`)],
    ['with a part and no Content-Range', header('Content-Range', '')],
  ])('%s: tries again and is right in the end', async (_name, fault) => {
    const module = host.addModule('een', SIZE);
    host.faults = [undefined, undefined, fault];
    const downloads = open();
    downloads.download([module]);
    expect((await settled(downloads, 'een')).kind).toBe('ready');
    expect(waits).toEqual([1000]);
    expect((await play(module)).hash).toBe(hex(makeBytes(SIZE)));
  });

  it.each([
    ['404', status(404), 'server'],
    ['403', status(403), 'server'],
    ['a login page with 200', loginPage, 'server'],
    ['416', status(416), 'changed'],
    [
      'a part of a file of another size',
      header('Content-Range', 'bytes 1048576-2097151/9999999'),
      'changed',
    ],
  ])('%s: stops at once and keeps what is in', async (_name, fault, code) => {
    const module = host.addModule('een', SIZE);
    host.faults = [undefined, undefined, fault];
    const downloads = open();
    downloads.download([module]);
    expect(await settled(downloads, 'een')).toMatchObject({
      kind: 'failed',
      code,
      bytes: MIB + module.contentSize,
    });
    expect(waits).toEqual([]);
    expect((await play(module)).status).toBe(404);
    expect([...audioCache().kept.keys()]).toEqual([pieceUrl(module, 0)]);
  });

  it('gives up after four cuts in a row, and goes on from the same piece later', async () => {
    const module = host.addModule('een', SIZE);
    host.faults = [undefined, undefined, cut, cut, cut, cut];
    const downloads = open();
    downloads.download([module]);
    expect(await settled(downloads, 'een')).toMatchObject({ kind: 'failed', code: 'network' });
    expect(waits).toEqual([1000, 3000, 9000]);
    host.asked.length = 0;
    downloads.retry('time');
    expect((await settled(downloads, 'een')).kind).toBe('ready');
    expect(host.asked[0]).toBe(`${audioOf(module).url} 1048576-2097151`);
  });

  it.each([
    ['return', 'ready'],
    ['time', 'failed'],
  ] as const)('of a public network: after its login page, %s makes it %s', async (cause, kind) => {
    const module = host.addModule('een', SIZE);
    host.faults = [loginPage];
    const downloads = open();
    downloads.download([module]);
    expect(await settled(downloads, 'een')).toMatchObject({ kind: 'failed', code: 'server' });
    downloads.retry(cause);
    expect((await settled(downloads, 'een')).kind).toBe(kind);
  });

  it('does not let every module of the queue find out by itself', async () => {
    const modules = [host.addModule('een', 10, 1), host.addModule('twee', 20, 2)];
    host.isOnline = false;
    const downloads = open();
    downloads.download(modules);
    await settled(downloads, 'een');
    expect(downloads.states.get('twee')).toMatchObject({ kind: 'failed', code: 'network' });
    host.isOnline = true;
    downloads.retry('time');
    expect((await settled(downloads, 'twee')).kind).toBe('ready');
  });

  it('bytes that stay wrong are never kept', async () => {
    const module = host.addModule('een', SIZE);
    host.faults = [undefined, flip, flip, flip];
    const downloads = open();
    downloads.download([module]);
    expect(await settled(downloads, 'een')).toMatchObject({ kind: 'failed', code: 'damaged' });
    expect(audioCache().kept.size).toBe(0);
  });

  it('a text that is not what its name says is never kept', async () => {
    const module = host.addModule('een', SIZE);
    host.faults = [() => new Response('{"id":"twee"}')];
    const downloads = open();
    downloads.download([module]);
    expect(await settled(downloads, 'een')).toMatchObject({ kind: 'failed', code: 'damaged' });
    expect(host.asked).toEqual([module.contentUrl]);
  });
});

describe('a host without ranges', () => {
  it('sends the whole file once, and all pieces come from it', async () => {
    const module = host.addModule('een', SIZE);
    const whole: Fault = (_good, request) => {
      const file = host.files.get(request.url);
      return new Response(file?.bytes.slice(), { headers: { 'Content-Type': 'audio/mpeg' } });
    };
    host.faults = [undefined, whole];
    const downloads = open();
    downloads.download([module]);
    expect((await settled(downloads, 'een')).kind).toBe('ready');
    expect(host.asked).toHaveLength(2);
    expect((await play(module)).hash).toBe(hex(makeBytes(SIZE)));
  });

  it.each([
    ['shorter, as it says', 1_000_000, true, 'changed'],
    ['longer, without saying so', SIZE + 1, false, 'changed'],
  ])('a file that is %s is refused', async (_name, size, says, code) => {
    const module = host.addModule('een', SIZE);
    const bytes = new Uint8Array(size);
    bytes.set(makeBytes(SIZE).subarray(0, size));
    const wrong: Fault = () =>
      new Response(bytes, { headers: says ? { 'Content-Length': String(size) } : {} });
    host.faults = [undefined, wrong];
    const downloads = open();
    downloads.download([module]);
    expect(await settled(downloads, 'een')).toMatchObject({ kind: 'failed', code });
  });

  it('whose validator changed half-way starts the file anew, and the bytes decide', async () => {
    const module = host.addModule('een', SIZE);
    const file = host.files.get(BASE_URL + audioOf(module).url);
    if (!file) throw new Error('no file');
    host.faults = [
      undefined,
      (good) => {
        file.etag = '"new"';
        return good;
      },
    ];
    const downloads = open();
    downloads.download([module]);
    expect((await settled(downloads, 'een')).kind).toBe('ready');
    expect((await play(module)).hash).toBe(hex(makeBytes(SIZE)));
  });
});

describe('room', () => {
  it('that runs out leaves whole pieces only, and says so for the whole queue', async () => {
    const modules = [host.addModule('een', SIZE, 1), host.addModule('twee', 10, 2)];
    const [first] = modules;
    if (!first) throw new Error('no module');
    caches.quota = 2 * MIB;
    const downloads = open();
    downloads.download(modules);
    expect(await settled(downloads, 'een')).toMatchObject({ kind: 'failed', code: 'quota' });
    expect(downloads.states.get('twee')).toMatchObject({ kind: 'failed', code: 'quota' });
    expect([...audioCache().kept.keys()]).toEqual([pieceUrl(first, 0)]);
    caches.quota = Number.POSITIVE_INFINITY;
    downloads.resume();
    expect((await settled(downloads, 'twee')).kind).toBe('ready');
    expect((await play(first)).hash).toBe(hex(makeBytes(SIZE, 1)));
  });

  it('that is refused altogether is told as such', async () => {
    const module = host.addModule('een', 10);
    records.isRefusing = true;
    const downloads = open();
    downloads.download([module]);
    expect(await settled(downloads, 'een')).toMatchObject({ kind: 'failed', code: 'unavailable' });
    expect(audioCache().kept.size).toBe(0);
  });
});

describe('the person', () => {
  /** Lets a test act when a piece is asked for. */
  function during(index: number, act: () => void): void {
    host.faults = Array.from({ length: index + 2 }, () => undefined);
    host.faults[index + 1] = (good) => {
      act();
      return good;
    };
  }

  it('pauses, also over a restart, and goes on from the next piece', async () => {
    const module = host.addModule('een', SIZE);
    const downloads = open();
    during(1, () => downloads.pause());
    downloads.download([module]);
    await until(downloads, 'een', 'paused');
    await quiet();
    expect(downloads.states.get('een')?.kind).toBe('paused');

    const later = open();
    await later.start([module]);
    expect(later.states.get('een')).toEqual({
      kind: 'paused',
      bytes: MIB,
      total: SIZE + module.contentSize,
    });
    host.asked.length = 0;
    later.resume();
    expect((await settled(later, 'een')).kind).toBe('ready');
    expect(host.asked).toHaveLength(2);
  });

  it('gives up a download, and nothing of it stays', async () => {
    const module = host.addModule('een', SIZE);
    const downloads = open();
    during(1, () => downloads.cancel('een'));
    downloads.download([module]);
    await until(downloads, 'een', 'none');
    await downloads.remove('een');
    await quiet();
    expect(audioCache().kept.size).toBe(0);
    expect(records.kept.size).toBe(0);
  });

  it('takes a module off the device, and the worker is told', async () => {
    const module = host.addModule('een', SIZE);
    const other = host.addModule('twee', 10, 2);
    const downloads = open();
    downloads.download([module, other]);
    await settled(downloads, 'twee');
    forgotten.length = 0;
    await downloads.remove('een');
    expect(forgotten).toEqual([audioOf(module).hash]);
    expect((await play(module)).status).toBe(404);
    expect((await play(other)).status).toBe(200);
    expect([...records.kept.values()].map((record) => record.moduleId)).toEqual(['twee']);
  });

  it('wants a module again while it is still being taken away: the fresh bytes stay', async () => {
    const module = host.addModule('een', SIZE);
    const downloads = open();
    downloads.download([module]);
    await settled(downloads, 'een');
    let goOn = () => {};
    caches.beforeDelete = () =>
      new Promise((resolve) => {
        goOn = resolve;
      });
    void downloads.remove('een');
    await quiet();
    downloads.download([module]);
    // Long enough for a download that does not wait.
    for (let turn = 0; turn < 20; turn += 1) await quiet();
    caches.beforeDelete = undefined;
    goOn();
    expect((await settled(downloads, 'een')).kind).toBe('ready');
    await quiet();
    expect((await play(module)).hash).toBe(hex(makeBytes(SIZE)));
    expect(records.kept.get(audioOf(module).hash)?.verifiedAt).toBeDefined();
  });

  it.each([['whole'], ['damaged']])(
    'takes a module away that is being checked and is %s: it does not come back',
    async (found) => {
      const module = host.addModule('een', SIZE);
      const downloads = open();
      downloads.download([module]);
      await settled(downloads, 'een');
      if (found === 'damaged') audioCache().flip(pieceUrl(module, 1), 500);
      const verified = downloads.verify();
      const removed = downloads.remove('een');
      await Promise.all([verified, removed]);
      await quiet();
      expect(records.kept.size).toBe(0);
      expect(downloads.states.size).toBe(0);
    },
  );
});

describe('a check', () => {
  it('finds a flipped byte, takes that piece only, and fetches it again', async () => {
    const module = host.addModule('een', SIZE);
    const downloads = open();
    downloads.download([module]);
    await settled(downloads, 'een');
    audioCache().flip(pieceUrl(module, 1), 500);
    host.asked.length = 0;
    await downloads.verify();
    expect(downloads.states.get('een')?.kind).toBe('ready');
    expect(host.asked).toEqual([`${audioOf(module).url} 1048576-2097151`]);
    expect(forgotten).toContain(audioOf(module).hash);
    expect((await play(module)).hash).toBe(hex(makeBytes(SIZE)));
  });

  it('without a connection says that the module is not whole, and leaves what can be heard', async () => {
    const module = host.addModule('een', SIZE);
    const downloads = open();
    downloads.download([module]);
    await settled(downloads, 'een');
    audioCache().flip(pieceUrl(module, 1), 500);
    host.isOnline = false;
    await downloads.verify();
    const damaged = { kind: 'failed', code: 'network', isPlayable: true };
    expect(downloads.states.get('een')).toMatchObject(damaged);
    expect(records.kept.get(audioOf(module).hash)?.verifiedAt).toBeUndefined();
    expect((await play(module)).status).toBe(200);

    // Also after another start, and when it is looked at again because it plays.
    const later = open();
    await later.start([module]);
    expect(later.states.get('een')).toMatchObject(damaged);
    expect(await later.check('een', false)).toEqual([1]);
    expect(later.states.get('een')).toMatchObject({ ...damaged, code: 'damaged' });
    expect((await play(module)).status).toBe(200);
    host.isOnline = true;
    later.retry('return');
    expect(later.states.get('een')).toMatchObject({ kind: 'failed' });
    later.retry('new-line');
    expect((await settled(later, 'een')).kind).toBe('ready');
    expect((await play(module)).hash).toBe(hex(makeBytes(SIZE)));
  });

  it('of which a piece is gone, without a connection, offers nothing to play', async () => {
    const module = host.addModule('een', SIZE);
    const downloads = open();
    downloads.download([module]);
    await settled(downloads, 'een');
    await audioCache().delete(pieceUrl(module, 1));
    host.isOnline = false;
    await downloads.verify();
    expect(downloads.states.get('een')).toEqual({
      kind: 'failed',
      code: 'network',
      bytes: SIZE + module.contentSize - MIB,
      total: SIZE + module.contentSize,
    });
  });

  it('leaves a damaged text where it is until it came anew', async () => {
    const module = host.addModule('een', SIZE);
    const downloads = open();
    downloads.download([module]);
    await settled(downloads, 'een');
    const texts = caches.cache('luisterroute-texts');
    texts.flip(BASE_URL + module.contentUrl, 2);
    host.isOnline = false;
    await downloads.verify();
    expect(downloads.states.get('een')?.kind).toBe('failed');
    expect(texts.kept.has(BASE_URL + module.contentUrl)).toBe(true);
    host.isOnline = true;
    downloads.retry('time');
    expect((await settled(downloads, 'een')).kind).toBe('ready');
  });

  it('of what is whole only moves its time', async () => {
    const module = host.addModule('een', SIZE);
    const downloads = open();
    downloads.download([module]);
    await settled(downloads, 'een');
    host.isOnline = false;
    clock = 50_000;
    await downloads.verify();
    expect(downloads.states.get('een')).toMatchObject({ kind: 'ready' });
    expect(records.kept.get(audioOf(module).hash)?.verifiedAt).toBeGreaterThanOrEqual(50_000);
  });
});

describe('a start', () => {
  async function downloaded(module: ModuleSummary): Promise<void> {
    const downloads = open();
    downloads.download([module]);
    await settled(downloads, module.id);
  }

  it('finds what is ready without any connection', async () => {
    const module = host.addModule('een', SIZE);
    await downloaded(module);
    host.isOnline = false;
    const downloads = open();
    await downloads.start([module]);
    expect(downloads.states.get('een')?.kind).toBe('ready');
  });

  it('goes on with what a killed browser left, from the piece where it was', async () => {
    const module = host.addModule('een', SIZE);
    await downloaded(module);
    const record = records.kept.get(audioOf(module).hash);
    if (!record) throw new Error('no record');
    delete record.verifiedAt;
    await audioCache().delete(pieceUrl(module, 2));
    await audioCache().delete(BASE_URL + audioManifestPath(audioOf(module).hash));
    host.asked.length = 0;
    const downloads = open();
    await downloads.start([module]);
    expect(downloads.states.get('een')?.kind).toBe('ready');
    expect(host.asked).toEqual([`${audioOf(module).url} 2097152-2101247`]);
  });

  it.each([
    ['a piece', (module: ModuleSummary) => audioCache().delete(pieceUrl(module, 0))],
    [
      'the text',
      (module: ModuleSummary) =>
        caches.cache('luisterroute-texts').delete(BASE_URL + module.contentUrl),
    ],
  ])('never calls a module ready when %s is gone', async (_name, lose) => {
    const module = host.addModule('een', SIZE);
    await downloaded(module);
    await lose(module);
    host.isOnline = false;
    const downloads = open();
    const seen: string[] = [];
    downloads.onChange((states) => seen.push(states.get('een')?.kind ?? 'none'));
    await downloads.start([module]);
    expect(seen).not.toContain('ready');
    host.isOnline = true;
    downloads.retry('time');
    expect((await settled(downloads, 'een')).kind).toBe('ready');
  });

  it('makes a lost manifest anew from the pieces, without a connection', async () => {
    const module = host.addModule('een', SIZE);
    await downloaded(module);
    await audioCache().delete(BASE_URL + audioManifestPath(audioOf(module).hash));
    host.isOnline = false;
    const downloads = open();
    await downloads.start([module]);
    expect(downloads.states.get('een')?.kind).toBe('ready');
    expect((await play(module)).hash).toBe(hex(makeBytes(SIZE)));
  });

  it('cleans up pieces that belong to no record', async () => {
    const module = host.addModule('een', SIZE);
    await downloaded(module);
    records.kept.clear();
    await open().start([module]);
    expect(audioCache().kept.size).toBe(0);
  });

  it('keeps earlier audio of a module until the new audio is ready, which it fetches by itself', async () => {
    const earlier = host.addModule('een', SIZE, 1);
    await downloaded(earlier);
    const fresh = host.addModule('een', MIB, 2);
    host.isOnline = false;
    const downloads = open();
    await downloads.start([fresh]);
    expect(downloads.states.get('een')).toMatchObject({ kind: 'failed', code: 'network' });
    expect((await play(earlier)).status).toBe(200);
    host.isOnline = true;
    downloads.retry('time');
    await settled(downloads, 'een');
    await downloads.verify();
    expect((await play(earlier)).status).toBe(404);
    expect((await play(fresh)).hash).toBe(hex(makeBytes(MIB, 2)));
  });

  it.each(['een', 'eerste'])(
    'keeps it as long as an older tab may play it, and no longer; the module is now called %s',
    async (id) => {
      const earlier = host.addModule('een', SIZE, 1);
      await downloaded(earlier);
      forgotten.length = 0;
      isAlone = false;
      const fresh = { ...host.addModule('een', MIB, 2), id, aliases: ['een'] };
      const downloads = open();
      await downloads.start([fresh]);
      downloads.download([fresh]);
      await settled(downloads, id);
      await downloads.verify();
      expect((await play(earlier)).hash).toBe(hex(makeBytes(SIZE, 1)));
      expect(forgotten).not.toContain(audioOf(earlier).hash);

      await open().start([fresh]);
      expect((await play(earlier)).status).toBe(200);
      isAlone = true;
      await open().start([fresh]);
      expect((await play(earlier)).status).toBe(404);
      expect([...records.kept.keys()]).toEqual([audioOf(fresh).hash]);
      expect((await play(fresh)).hash).toBe(hex(makeBytes(MIB, 2)));
    },
  );

  it('new audio that the person takes away does not come back', async () => {
    const earlier = host.addModule('een', SIZE, 1);
    await downloaded(earlier);
    const fresh = host.addModule('een', MIB, 2);
    isAlone = false;
    const downloads = open();
    await downloads.start([fresh]);
    expect(downloads.states.get('een')?.kind).toBe('ready');
    await downloads.remove('een');
    const later = open();
    await later.start([fresh]);
    expect(later.states.size).toBe(0);
    expect(records.kept.size).toBe(0);
    expect(audioCache().kept.size).toBe(0);
  });

  it('new audio of a download that was paused waits too', async () => {
    const earlier = host.addModule('een', SIZE, 1);
    host.isOnline = false;
    const first = open();
    first.download([earlier]);
    await settled(first, 'een');
    first.resume();
    first.pause();
    await quiet();
    host.isOnline = true;
    const downloads = open();
    await downloads.start([host.addModule('een', MIB, 2)]);
    expect(downloads.states.get('een')?.kind).toBe('paused');
  });

  it('follows a module to its new name', async () => {
    const module = host.addModule('een', SIZE);
    await downloaded(module);
    const downloads = open();
    await downloads.start([{ ...module, id: 'eerste', aliases: ['een'] }]);
    expect(downloads.states.get('eerste')?.kind).toBe('ready');
    expect(downloads.states.has('een')).toBe(false);
  });

  it('takes away the audio of a module that is no longer in the catalog, once no older tab has it', async () => {
    const module = host.addModule('een', SIZE);
    await downloaded(module);
    const others = [host.addModule('twee', 10, 2)];
    isAlone = false;
    await open().start(others);
    expect((await play(module)).status).toBe(200);
    isAlone = true;
    await open().start(others);
    expect(audioCache().kept.size).toBe(0);
    expect(records.kept.size).toBe(0);
  });

  it('takes nothing away when the catalog is empty', async () => {
    const module = host.addModule('een', SIZE);
    await downloaded(module);
    await open().start([]);
    expect((await play(module)).status).toBe(200);
  });
});

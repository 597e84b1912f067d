import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TEXT_CACHE } from '../../../src/model/cache-names.ts';
import type { Catalog, ModuleSummary } from '../../../src/model/learning-route.ts';
import { TextCache } from '../../../src/offline/text-cache.ts';
import { FakeCaches } from './fake-caches.ts';
import { BASE_URL, FakeHost, type Fault } from './fake-host.ts';

let host: FakeHost;
let caches: FakeCaches;
let clock: number;

const DAY = 86_400_000;
let texts: TextCache;

beforeEach(() => {
  host = new FakeHost();
  caches = new FakeCaches();
  clock = 1_700_000_000_000;
  texts = new TextCache({
    fetch: host.fetch,
    caches: caches.asCacheStorage(),
    baseUrl: BASE_URL,
    now: () => clock,
  });
});

function catalogOf(...routes: ModuleSummary[][]): Catalog {
  return {
    format: 1,
    routes: routes.map((modules, index) => ({
      id: `route-${index}`,
      title: '',
      summary: '',
      lang: 'nl',
      colors: ['sociaal', 'veiligheid'],
      license: '',
      body: [],
      words: [],
      sources: [],
      modules,
      withdrawn: [],
    })),
  };
}

const kept = () =>
  [...caches.cache(TEXT_CACHE).kept.keys()].map((url) => url.slice(BASE_URL.length));

describe('the texts of a visited route', () => {
  it('are kept, and fetched once', async () => {
    const modules = [host.addModule('een', 10, 1), host.addModule('twee', 10, 2)];
    const catalog = catalogOf(modules);
    expect(await texts.keepTexts(catalog, 'route-0')).toEqual({ kept: 2, failed: 0 });
    expect(kept()).toEqual(modules.map(({ contentUrl }) => contentUrl));
    expect(await texts.keepTexts(catalog, 'route-0')).toEqual({ kept: 2, failed: 0 });
    expect(host.asked).toHaveLength(2);
  });

  it('of another route are left alone', async () => {
    const other = host.addModule('anders', 10, 3);
    const catalog = catalogOf([host.addModule('een', 10, 1)], [other]);
    await texts.keepTexts(catalog, 'route-1');
    await texts.keepTexts(catalog, 'route-0');
    expect(kept()).toContain(other.contentUrl);
  });

  it('stay for a month after the new ones are in: an open tab of an earlier build reads them', async () => {
    const before = host.addModule('een', 10, 1);
    await texts.keepTexts(catalogOf([before]), 'route-0');
    const after = host.addModule('een', 10, 2);
    const next = catalogOf([after]);
    host.isOnline = false;
    expect(await texts.keepTexts(next, 'route-0')).toEqual({ kept: 0, failed: 1 });
    expect(kept()).toEqual([before.contentUrl]);
    host.isOnline = true;
    expect(await texts.keepTexts(next, 'route-0')).toEqual({ kept: 1, failed: 0 });
    expect(kept().sort()).toEqual([before.contentUrl, after.contentUrl].sort());
    const text = await caches.cache(TEXT_CACHE).match(BASE_URL + before.contentUrl);
    expect(await text?.json()).toMatchObject({ id: 'een', seed: 1 });
    clock += 29 * DAY;
    await texts.keepTexts(next, 'route-0');
    expect(kept()).toContain(before.contentUrl);
    clock += 2 * DAY;
    await texts.keepTexts(next, 'route-0');
    expect(kept()).toEqual([after.contentUrl]);
  });

  it('of two builds before are still there for their tab', async () => {
    const builds = [1, 2, 3].map((seed) => host.addModule('een', 10, seed));
    for (const module of builds) await texts.keepTexts(catalogOf([module]), 'route-0');
    expect(kept().sort()).toEqual(builds.map(({ contentUrl }) => contentUrl).sort());
  });

  it('are not touched for a route that the catalog does not know', async () => {
    const module = host.addModule('een', 10, 1);
    await texts.keepTexts(catalogOf([module]), 'route-0');
    await texts.keepTexts(catalogOf(), 'route-0');
    expect(kept()).toEqual([module.contentUrl]);
  });

  it('stop coming when the visit ends', async () => {
    const catalog = catalogOf([host.addModule('een', 10, 1)]);
    const signal = AbortSignal.abort(new Error('weg'));
    await expect(texts.keepTexts(catalog, 'route-0', { signal })).rejects.toThrow('weg');
    expect(kept()).toEqual([]);
  });

  it('that have no room are counted as failed', async () => {
    caches.quota = 5;
    const catalog = catalogOf([host.addModule('een', 10, 1)]);
    expect(await texts.keepTexts(catalog, 'route-0')).toEqual({ kept: 0, failed: 1 });
  });
});

describe('one text', () => {
  it.each([
    ['another text', () => new Response('{"id":"twee"}'), 'damaged'],
    [
      'a login page',
      () => new Response('<title>Wifi</title>', { headers: { 'Content-Type': 'text/html' } }),
      'server',
    ],
    ['404', () => new Response('no', { status: 404 }), 'server'],
    ['503', () => new Response('no', { status: 503 }), 'server'],
  ])('%s is refused', async (_name, fault, code) => {
    const module = host.addModule('een', 10, 1);
    host.faults = [fault];
    await expect(texts.keep(module.contentUrl)).rejects.toMatchObject({ code });
    expect(kept()).toEqual([]);
  });

  it('that was damaged on the device stays until another one came', async () => {
    const modules = [host.addModule('een', 10, 1), host.addModule('twee', 10, 2)];
    const urls = modules.map(({ contentUrl }) => contentUrl);
    await texts.keepTexts(catalogOf(modules), 'route-0');
    caches.cache(TEXT_CACHE).flip(`${BASE_URL}${urls[0]}`, 3);
    expect(await texts.findDamaged(urls)).toEqual([urls[0]]);
    host.faults = [() => new Response('<title>Wifi</title>')];
    await expect(texts.renew(urls[0] ?? '')).rejects.toMatchObject({ code: 'damaged' });
    expect(await texts.findMissing(urls)).toEqual([]);
    await texts.renew(urls[0] ?? '');
    expect(await texts.findDamaged(urls)).toEqual([]);
  });
});

describe('a line that falls silent', () => {
  const PATIENCE = 30_000;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  const beforeTheAnswer: Fault = (_good, request) =>
    new Promise((_resolve, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason));
      vi.advanceTimersByTime(PATIENCE);
    });

  const halfway: Fault = async (good, request) => {
    const bytes = new Uint8Array(await good.arrayBuffer());
    const body = new ReadableStream({
      start(stream) {
        request.signal.addEventListener('abort', () => stream.error(request.signal.reason));
        stream.enqueue(bytes.subarray(0, 9));
      },
      pull: () => vi.advanceTimersByTimeAsync(PATIENCE).then(() => undefined),
    });
    return new Response(body, good);
  };

  it.each([
    ['before the answer', beforeTheAnswer],
    ['halfway', halfway],
  ])('%s is let go of, and the next text is asked for', async (_name, fault) => {
    const modules = [host.addModule('een', 10, 1), host.addModule('twee', 10, 2)];
    host.faults = [fault];
    await expect(texts.keep(modules[0]?.contentUrl ?? '')).rejects.toMatchObject({
      code: 'network',
      isLasting: false,
    });
    host.faults = [fault];
    expect(await texts.keepTexts(catalogOf(modules), 'route-0')).toEqual({ kept: 1, failed: 1 });
    expect(kept()).toEqual([modules[1]?.contentUrl]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('for less than that is only slow', async () => {
    const module = host.addModule('een', 10, 1);
    const slowly: Fault = async (good) => {
      const bytes = [...new Uint8Array(await good.arrayBuffer())];
      const body = new ReadableStream(
        {
          async pull(stream) {
            await vi.advanceTimersByTimeAsync(PATIENCE - 1);
            stream.enqueue(Uint8Array.from(bytes.splice(0, 9)));
            if (bytes.length === 0) stream.close();
          },
        },
        { highWaterMark: 0 },
      );
      return new Response(body, good);
    };
    host.faults = [slowly];
    await texts.keep(module.contentUrl);
    expect(kept()).toEqual([module.contentUrl]);
    expect(host.asked).toHaveLength(1);
  });
});

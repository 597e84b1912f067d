/** Two tabs over one storage: what one does to a download is true in the other, and neither claims what is not there. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AUDIO_CACHE, audioPiecePath } from '../../../src/model/cache-names.ts';
import type { DownloadState } from '../../../src/model/download.ts';
import type { ModuleSummary } from '../../../src/model/learning-route.ts';
import { createDownloads } from '../../../src/offline/create-downloads.ts';
import type { Downloads } from '../../../src/offline/downloads.ts';
import { DownloadedAudio } from '../../../src/sw/downloaded-audio.ts';
import { createRandom } from '../../kill-rounds.ts';
import { FakeCaches } from './fake-caches.ts';
import { BASE_URL, FakeHost, hex, makeBytes } from './fake-host.ts';
import { FakeChannel, FakeTurnLocks } from './fake-tabs.ts';
import { MemoryRecords } from './memory-records.ts';

const MIB = 1_048_576;
const SIZES = [MIB + 4096, 5000, 9000];
const IDS = ['een', 'twee', 'drie'];

let host: FakeHost;
let caches: FakeCaches;
let records: MemoryRecords;
let locks: FakeTurnLocks;
let channel: FakeChannel;
let modules: ModuleSummary[];
let clock: number;
/** Counts what anybody does with network, storage or channel. */
let uses: number;
/** Sums that are being made, elsewhere: no turn of this thread waits for them. */
let summing: number;
/** Waits as long as the test wants it. */
let delay: () => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  host = new FakeHost();
  caches = new FakeCaches();
  records = new MemoryRecords();
  locks = new FakeTurnLocks();
  delay = async () => undefined;
  uses = 0;
  summing = 0;
  const { digest } = crypto.subtle;
  vi.spyOn(crypto.subtle, 'digest').mockImplementation((...given) => {
    summing += 1;
    return digest.apply(crypto.subtle, given).finally(() => {
      summing -= 1;
    });
  });
  const use = () => {
    uses += 1;
    return delay();
  };
  records.beforeUse = use;
  caches.beforeDelete = use;
  channel = new FakeChannel(use);
  modules = IDS.map((id, index) => host.addModule(id, SIZES[index] ?? 0, index + 1));
  clock = 1000;
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const turn = () => new Promise((resolve) => setImmediate(resolve));

function open(): Downloads {
  return createDownloads({
    records,
    fetch: async (input, init) => {
      uses += 1;
      await delay();
      return host.fetch(input, init);
    },
    caches: caches.asCacheStorage(),
    baseUrl: BASE_URL,
    now: () => clock++,
    locks: locks.asLocks(),
    others: channel.join(),
    wait: async (_time, signal) => {
      uses += 1;
      await turn();
      signal.throwIfAborted();
    },
  });
}

async function start(): Promise<Downloads> {
  const downloads = open();
  await downloads.start(modules);
  return downloads;
}

/** Lets everything happen, until nobody has anything to do any more. */
async function quiet(): Promise<void> {
  const before = uses;
  let seen = -1;
  for (let still = 0; still < 40; ) {
    if (uses - before > 5000) throw new Error('the tabs never come to rest');
    still = seen === uses && summing === 0 ? still + 1 : 0;
    seen = uses;
    await turn();
  }
}

const hashOf = (id: string) => modules.find((module) => module.id === id)?.audio?.hash ?? '';
const audioCache = () => caches.cache(AUDIO_CACHE);
const pieceUrl = (id: string, index: number) => BASE_URL + audioPiecePath(hashOf(id), index);
const kindIn = (tab: Downloads, id: string): DownloadState['kind'] =>
  tab.states.get(id)?.kind ?? 'none';
const one = (id: string) => modules.filter((module) => module.id === id);

/** Whether the player would get every byte. */
async function isWhole(id: string): Promise<boolean> {
  const worker = new DownloadedAudio(caches.asCacheStorage(), BASE_URL);
  const answer = await worker.answer(`_audio/${hashOf(id)}`, null);
  if (answer.status !== 200) return false;
  const index = IDS.indexOf(id);
  const right = hex(makeBytes(SIZES[index] ?? 0, index + 1));
  return hex(new Uint8Array(await answer.arrayBuffer())) === right;
}

/** What every tab says is what is stored. */
async function expectTruth(tabs: readonly Downloads[], isGoodLine: boolean): Promise<void> {
  for (const id of IDS) {
    const record = records.kept.get(hashOf(id));
    const said = tabs.map((tab) => tab.states.get(id));
    const kinds = said.map((state) => state?.kind ?? 'none');
    if (!record) {
      expect(kinds, id).toEqual(tabs.map(() => 'none'));
      const left = [...audioCache().kept.keys()].filter((url) => url.includes(hashOf(id)));
      expect(left, id).toEqual([]);
    } else if (record.verifiedAt !== undefined) {
      for (const state of said) {
        expect(state, id).toMatchObject({ kind: 'ready', verifiedAt: record.verifiedAt });
      }
      expect(await isWhole(id), id).toBe(true);
    } else if (record.wish === 'pause') {
      expect(kinds, id).toEqual(tabs.map(() => 'paused'));
    } else {
      expect(isGoodLine, `${id} waits for nothing`).toBe(false);
      for (const kind of kinds) expect(['failed', 'queued'], id).toContain(kind);
    }
  }
}

/** Runs something when the second piece of the large module is asked for. */
function duringDownload(act: () => unknown): void {
  host.faults = [
    undefined,
    undefined,
    async (good) => {
      await act();
      return good;
    },
  ];
}

describe('what one tab does is true in the other', () => {
  let here: Downloads;
  let there: Downloads;

  beforeEach(async () => {
    here = await start();
    there = await start();
  });

  it('a download, its removal, and the same again', async () => {
    for (let round = 0; round < 2; round += 1) {
      here.download(modules);
      await quiet();
      expect(IDS.map((id) => kindIn(there, id))).toEqual(['ready', 'ready', 'ready']);
      await expectTruth([here, there], true);
      await there.remove('een');
      await quiet();
      expect(IDS.map((id) => kindIn(here, id))).toEqual(['none', 'ready', 'ready']);
      for (const id of IDS) void here.remove(id);
      await quiet();
      expect(there.states.size).toBe(0);
      await expectTruth([here, there], true);
    }
  });

  it('nothing is fetched twice, and few words are needed', async () => {
    here.download(modules);
    there.download(modules);
    await quiet();
    await expectTruth([here, there], true);
    expect(new Set(host.asked).size).toBe(host.asked.length);
    // The wish and the proof of each.
    expect(channel.told).toHaveLength(2 * IDS.length);
    channel.told.length = 0;
    await here.remove('een');
    await quiet();
    expect(channel.told).toEqual([hashOf('een'), hashOf('een')]);
  });

  it('a check moves the time in both', async () => {
    here.download(modules);
    await quiet();
    clock = 50_000;
    await there.verify();
    await quiet();
    await expectTruth([here, there], true);
    expect(here.states.get('een')).toMatchObject({ verifiedAt: expect.closeTo(50_000, -2) });
  });

  it('damage that one finds is not called ready in the other, and is mended for both', async () => {
    here.download(modules);
    await quiet();
    audioCache().flip(pieceUrl('een', 1), 7);
    host.isOnline = false;
    await there.check('een', false);
    await quiet();
    expect([kindIn(here, 'een'), kindIn(there, 'een')]).toEqual(['failed', 'failed']);
    host.isOnline = true;
    here.retry('new-line');
    await quiet();
    expect([kindIn(here, 'een'), kindIn(there, 'een')]).toEqual(['ready', 'ready']);
    await expectTruth([here, there], true);
  });

  it.each([
    ['pause', 'paused', (tab: Downloads): void => tab.pause()],
    ['remove', 'none', (tab: Downloads): void => void tab.remove('een')],
    ['cancel', 'none', (tab: Downloads): void => tab.cancel('een')],
  ] as const)('%s while the other one downloads', async (_name, kind, act) => {
    duringDownload(async () => {
      act(there);
      // Long enough to be told.
      for (let wait = 0; wait < 50; wait += 1) {
        uses += 1;
        await turn();
      }
    });
    here.download(one('een'));
    await quiet();
    expect([kindIn(here, 'een'), kindIn(there, 'een')]).toEqual([kind, kind]);
    await expectTruth([here, there], true);
    there.download(one('een'));
    await quiet();
    expect([kindIn(here, 'een'), kindIn(there, 'een')]).toEqual(['ready', 'ready']);
    await expectTruth([here, there], true);
  });

  /** Something that waits until it may go on. */
  function gate(): { wait: Promise<void>; open: () => void } {
    let open = () => {};
    const wait = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { wait, open };
  }

  it('what was read before a removal brings nothing back', async () => {
    here.download(one('een'));
    await quiet();
    const reading = gate();
    caches.afterList = () => reading.wait;
    // Another proof, which this tab reads again.
    await there.verify();
    await quiet();
    caches.afterList = undefined;
    await here.remove('een');
    expect(kindIn(here, 'een')).toBe('none');
    const seen: string[] = [];
    here.onChange(() => seen.push(kindIn(here, 'een')));
    reading.open();
    await quiet();
    expect(seen).not.toContain('ready');
    await expectTruth([here, there], true);
  });

  it('a fresh download in one tab waits until the other has taken the old bytes away', async () => {
    here.download(one('een'));
    await quiet();
    const deleting = gate();
    caches.beforeDelete = () => deleting.wait;
    void here.remove('een');
    await quiet();
    there.download(one('een'));
    await quiet();
    expect(kindIn(there, 'een')).not.toBe('ready');
    deleting.open();
    await quiet();
    expect([kindIn(here, 'een'), kindIn(there, 'een')]).toEqual(['ready', 'ready']);
    await expectTruth([here, there], true);
  });

  it('bytes that are wanted again by the time they would go are kept', async () => {
    here.download(one('een'));
    await quiet();
    const asking = gate();
    locks.beforeNext = asking.wait;
    void here.remove('een');
    await quiet();
    there.download(one('een'));
    await quiet();
    expect(kindIn(there, 'een')).toBe('ready');
    host.isOnline = false;
    asking.open();
    await quiet();
    expect([kindIn(here, 'een'), kindIn(there, 'een')]).toEqual(['ready', 'ready']);
    await expectTruth([here, there], true);
  });

  it('a removal just before the proof is written stands', async () => {
    let isHeard = false;
    records.beforeUse = async () => {
      uses += 1;
      const isProving = caches.puts.some((url) => url.endsWith('/manifest'));
      if (!isProving || isHeard) return;
      isHeard = true;
      // The other tab is quicker than this write.
      await records.remove(hashOf('twee'));
    };
    here.download(one('twee'));
    await quiet();
    expect(isHeard).toBe(true);
    expect(kindIn(here, 'twee')).toBe('none');
    await expectTruth([here, there], true);
  });

  it('a tab that waits goes on when the one that downloads is held', async () => {
    duringDownload(() => here.hold(true));
    here.download(modules);
    await quiet();
    expect(IDS.map((id) => kindIn(here, id))).toEqual(['ready', 'ready', 'ready']);
    await expectTruth([here, there], true);
  });

  it('failing lines do not wake each other for ever', async () => {
    host.isOnline = false;
    here.download(modules);
    await quiet();
    expect(IDS.map((id) => kindIn(here, id))).toEqual(['failed', 'failed', 'failed']);
    expect(IDS.map((id) => kindIn(there, id))).toEqual(['failed', 'failed', 'failed']);
    channel.told.length = 0;
    here.retry('time');
    await quiet();
    expect(channel.told).toEqual([]);
    host.isOnline = true;
    there.retry('time');
    await quiet();
    await expectTruth([here, there], true);
  });
});

it('a tab that starts while another takes everything away says nothing else', async () => {
  const here = await start();
  here.download(modules);
  await quiet();
  delay = async () => void (await turn());
  const there = open();
  const started = there.start(modules);
  for (const id of IDS) void here.remove(id);
  await started;
  await quiet();
  await expectTruth([here, there], true);
  expect(there.states.size).toBe(0);
});

it('two versions of the app with other texts do not fight over one sound', async () => {
  const here = await start();
  const { audio } = modules[0] ?? {};
  if (!audio) throw new Error('no audio');
  const fresh = host.addModule('een', 20, 9);
  const newer = { ...fresh, audio };
  // The older text is no longer on the host.
  host.files.delete(BASE_URL + (modules[0]?.contentUrl ?? ''));
  const there = open();
  await there.start([newer, ...modules.slice(1)]);
  there.download([newer]);
  await quiet();
  expect(kindIn(there, 'een')).toBe('ready');
  expect(here.states.get('een')).toMatchObject({ kind: 'failed', code: 'server' });
  expect(records.kept.get(audio.hash)?.verifiedAt).toBeDefined();
});

describe('any row of wishes', () => {
  const seeds = Array.from({ length: 25 }, (_, index) => index);

  it.each(seeds)('ends in the truth, seed %d', async (seed) => {
    const random = createRandom(seed + 1000);
    const below = (limit: number) => Math.floor(random() * limit);
    delay = async () => {
      for (let wait = below(4); wait > 0; wait -= 1) await turn();
    };
    const tabs = [await start(), await start()];
    const held = new Set<Downloads>();
    const anyId = () => IDS[below(IDS.length)] ?? '';
    const ACTS: ((tab: Downloads) => unknown)[] = [
      (tab) => tab.download(modules.filter(() => random() < 0.6)),
      (tab) => tab.download(modules),
      (tab) => tab.pause(),
      (tab) => tab.resume(),
      (tab) => tab.remove(anyId()),
      (tab) => tab.cancel(anyId()),
      (tab) => Promise.all(IDS.map((id) => tab.remove(id))),
      (tab) => tab.verify(),
      (tab) => tab.check(anyId(), random() < 0.5),
      (tab) => tab.retry('new-line'),
      (tab) => {
        if (held.delete(tab)) tab.hold(false);
        else {
          held.add(tab);
          tab.hold(true);
        }
      },
      () => {
        host.isOnline = !host.isOnline;
      },
      async () => {
        if (tabs.length < 3) tabs.push(await start());
      },
    ];
    const doing: unknown[] = [];
    for (let step = 0; step < 40; step += 1) {
      const tab = tabs[below(tabs.length)];
      if (tab) doing.push(ACTS[below(ACTS.length)]?.(tab));
      for (let wait = below(random() < 0.3 ? 60 : 8); wait > 0; wait -= 1) await turn();
      if (random() < 0.1) {
        await quiet();
        await expectTruth(tabs, false);
        const [url] = [...audioCache().kept.keys()].filter((key) => key.endsWith('/0'));
        if (url && random() < 0.5) {
          audioCache().flip(url, 3);
          doing.push(tabs[below(tabs.length)]?.verify());
        }
      }
    }
    await Promise.all(doing);
    host.isOnline = true;
    for (const tab of tabs) tab.hold(false);
    for (const tab of tabs) tab.retry('new-line');
    await quiet();
    for (const tab of tabs) await tab.verify();
    for (const tab of tabs) tab.retry('new-line');
    await quiet();
    await expectTruth(tabs, true);
    await expectTruth([...tabs, await start()], true);
  });
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { joinDownloadChannel } from '../../../../src/state/offline/download-channel.ts';

/** A channel as between tabs: the others hear a message, the sender does not. */
class FakeChannel extends EventTarget {
  static open: FakeChannel[] = [];

  constructor(readonly name: string) {
    super();
    FakeChannel.open.push(this);
  }

  postMessage(data: unknown): void {
    for (const other of FakeChannel.open) {
      if (other === this || other.name !== this.name) continue;
      other.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
    }
  }
}

const HASH = 'a'.repeat(64);

beforeEach(() => {
  FakeChannel.open = [];
  vi.stubGlobal('BroadcastChannel', FakeChannel);
});

afterEach(() => vi.unstubAllGlobals());

/** A tab; `heard` lists what it was told. */
function openTab(isShared = () => true) {
  const others = joinDownloadChannel(isShared);
  if (!others) throw new Error('no channel');
  const heard: string[] = [];
  const stop = others.onTold((hash) => heard.push(hash));
  return { heard, stop, tell: others.tell };
}

test('the other tabs hear which download it is, until they no longer listen', () => {
  const [here, there] = [openTab(), openTab()];
  here.tell(HASH);
  expect([here.heard, there.heard]).toEqual([[], [HASH]]);
  there.stop();
  here.tell(HASH);
  expect(there.heard).toEqual([HASH]);
});

test('a tab that keeps its records in memory says nothing, and has nothing to look up', () => {
  const [here, there] = [openTab(() => false), openTab()];
  here.tell(HASH);
  there.tell(HASH);
  expect([here.heard, there.heard]).toEqual([[], []]);
});

test('what another version of the app sends is left alone', () => {
  const there = openTab();
  new FakeChannel(FakeChannel.open[0]?.name ?? '').postMessage({ hash: HASH });
  expect(there.heard).toEqual([]);
});

test('without channels there is nothing to join', () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  // As `in` sees it in a browser that has none.
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  expect(joinDownloadChannel(() => true)).toBeUndefined();
});

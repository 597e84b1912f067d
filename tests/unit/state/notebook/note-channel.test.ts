import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChangedNotes } from '../../../../src/state/notebook/known-notes.ts';
import { followOtherTabs } from '../../../../src/state/notebook/note-channel.ts';

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

beforeEach(() => {
  FakeChannel.open = [];
  vi.stubGlobal('BroadcastChannel', FakeChannel);
});

afterEach(() => vi.unstubAllGlobals());

/** A tab; `did` lists what it did because of another one. */
function openTab() {
  const did: string[] = [];
  let saved = () => {};
  const watchers: ((noteIds: ChangedNotes) => void)[] = [];
  followOtherTabs({
    notebook: {
      watch: (watcher) => void watchers.push(watcher),
      takeIn: async (noteId) => void did.push(noteId),
      takeInOpen: async () => void did.push('open'),
    },
    storage: {
      tellChange: () => void did.push('everything'),
      tellSettings: async () => void did.push('settings'),
      onSettingSaved: (listener) => {
        saved = listener;
        return () => undefined;
      },
    },
  });
  const announce = (noteIds: ChangedNotes) => {
    for (const watcher of watchers) watcher(noteIds);
  };
  return { did, announce, saveSetting: () => saved() };
}

test('after a choice was stored here the other tabs read the choices again, and only those', () => {
  const [here, there] = [openTab(), openTab()];
  here.saveSetting();
  expect(there.did).toEqual(['settings']);
  expect(here.did).toEqual([]);
});

test('what changed here is read again in the other tabs only', () => {
  const [here, there] = [openTab(), openTab()];
  here.announce(['n1', 'n2']);
  expect(there.did).toEqual(['n1', 'n2']);
  expect(here.did).toEqual([]);
});

test('after a backup was brought back the other tabs read everything, and what is being written too', () => {
  const [here, there] = [openTab(), openTab()];
  here.announce('all');
  expect(there.did).toEqual(['everything', 'open']);
  expect(here.did).toEqual([]);
});

test('what a tab with another version of the app sends is passed over', () => {
  const { did } = openTab();
  const other = new FakeChannel('luisterroute-notes');
  for (const message of [undefined, 'x', {}, { noteIds: 'some' }, { noteIds: [3, 'n1'] }])
    other.postMessage(message);
  expect(did).toEqual(['n1']);
});

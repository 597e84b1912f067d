/** Who only added recordings of their own hears of a loss too, and leaves the signs for it. */
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DataLossDeps, watchDataLoss } from '../../../../src/state/offline/data-loss.ts';
import { FakeCaches } from '../../offline/fake-caches.ts';

const MARKER = 'luisterroute-marker';

let caches: FakeCaches;
let document: { cookie: string };
let hadData: boolean;
let recordings: object[];
let hasEnded: ReturnType<typeof signal<boolean>>;
let slots: ReturnType<typeof signal<Map<string, object>>>;

beforeEach(() => {
  caches = new FakeCaches();
  document = { cookie: '' };
  hadData = false;
  recordings = [];
  hasEnded = signal(false);
  slots = signal(new Map());
  vi.stubGlobal('document', document);
});

afterEach(() => vi.unstubAllGlobals());

/** A visit. @returns the loss that it told, if any */
async function visit(): Promise<unknown> {
  const loss = signal<unknown>(undefined);
  const deps = {
    storage: {
      settings: {
        load: async () => ({ hadData }),
        save: async () => {
          hadData = true;
        },
      },
      downloads: { loadAll: async () => [] },
      records: { read: async () => recordings },
      guard: {},
    },
    device: {
      loss,
      hasEnded,
      setLoss: (found: unknown) => {
        loss.value = found;
      },
    },
    progress: { all: signal(new Map()) },
    notebook: { notes: signal(new Map()) },
    downloads: { states: signal(new Map()) },
    tools: signal({ recordings: { slots } }),
    caches: caches.asCacheStorage(),
    baseUrl: 'https://luisterroute.test/',
    prepareNotices: async () => undefined,
  };
  await watchDataLoss(deps as unknown as DataLossDeps);
  await new Promise((resolve) => setTimeout(resolve));
  return loss.value;
}

test('without anything no sign is left', async () => {
  expect(await visit()).toBeUndefined();
  expect(document.cookie).toBe('');
});

test('a recording that is added leaves the signs', async () => {
  await visit();
  slots.value = new Map([['r/a', { recording: {} }]]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.cookie).toMatch(/^had_data=1/);
  expect(hadData).toBe(true);
});

test('after everything was wiped no sign is left any more', async () => {
  await visit();
  hasEnded.value = true;
  slots.value = new Map([['r/a', { recording: {} }]]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.cookie).toBe('');
  expect(hadData).toBe(false);
});

test('its bytes that are gone are told, also without a download', async () => {
  recordings = [{}];
  expect(await visit()).toBeUndefined();
  caches.cache(MARKER).kept.clear();
  expect(await visit()).toBe('downloads');
  hadData = false;
  recordings = [];
  expect(await visit()).toBe('everything');
});

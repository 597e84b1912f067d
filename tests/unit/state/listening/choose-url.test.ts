import { signal } from '@preact/signals-core';
import { afterEach, expect, test, vi } from 'vitest';
import type { DownloadState } from '../../../../src/model/download.ts';
import { createChooseUrl } from '../../../../src/state/listening/choose-url.ts';
import { audioOf, summaryOf } from '../../../fixtures/learning-route.ts';

const NETWORK = '/map/media/r/a.mp3';
const DEVICE = '/map/_audio/hash-a';
const damaged = { kind: 'failed', code: 'network', bytes: 5, total: 10 } as const;

interface Row {
  why: string;
  state?: DownloadState;
  isKnown?: boolean;
  hasWorker?: boolean;
  url: string;
  fallback?: string;
}

afterEach(() => vi.unstubAllGlobals());

test.each<Row>([
  {
    why: 'whole: from the device',
    state: { kind: 'ready', size: 10, verifiedAt: 1 },
    url: DEVICE,
    fallback: NETWORK,
  },
  {
    why: 'with a damaged part that the worker leaves out',
    state: { ...damaged, isPlayable: true },
    url: DEVICE,
    fallback: NETWORK,
  },
  {
    why: 'nobody asked the storage yet: the worker knows',
    isKnown: false,
    url: DEVICE,
    fallback: NETWORK,
  },
  {
    why: 'on its way, and maybe there but for a piece',
    state: { kind: 'downloading', bytes: 5, total: 10 },
    url: NETWORK,
    fallback: DEVICE,
  },
  { why: 'not wished for', url: NETWORK },
  {
    why: 'no worker to answer for the device',
    state: { kind: 'ready', size: 10, verifiedAt: 1 },
    hasWorker: false,
    url: NETWORK,
  },
])('$why', ({ state, isKnown = true, hasWorker = true, url, fallback }) => {
  vi.stubGlobal('navigator', { serviceWorker: { controller: hasWorker ? {} : null } });
  const chooseUrl = createChooseUrl('/map/', {
    states: signal(new Map(state ? [['a', state]] : [])),
    isKnown: signal(isKnown),
  });
  const sound = summaryOf('a', { audio: audioOf('a', 10) });
  expect(chooseUrl(sound)).toEqual(fallback === undefined ? { url } : { url, fallback });
});

/** What the list tells while bytes come in: not too often, and the last number always. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDownloadRecord } from '../../../src/model/download.ts';
import { type DownloadEntry, DownloadList } from '../../../src/offline/download-list.ts';
import { audioOf, summaryOf } from '../../fixtures/learning-route.ts';

let told: number[];
let list: DownloadList;
let entry: DownloadEntry;

beforeEach(() => {
  vi.useFakeTimers({ now: 10_000 });
  const record = createDownloadRecord(summaryOf('een', { audio: audioOf('een', 60) }));
  if (!record) throw new Error('no audio');
  entry = { record, state: { kind: 'downloading', bytes: 0, total: 100 } };
  list = new DownloadList(Date.now);
  list.add([entry]);
  told = [];
  list.onChange((states) => {
    const state = states.get('een');
    told.push(state && 'bytes' in state ? state.bytes : -1);
  });
});

afterEach(() => vi.useRealTimers());

it('tells at most four times a second, and then the newest number', () => {
  for (const bytes of [10, 20, 30]) list.setProgress(entry, bytes);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(250);
  expect(told).toEqual([30]);
  vi.advanceTimersByTime(1000);
  list.setProgress(entry, 40);
  expect(told).toEqual([30, 40]);
});

it('tells nothing twice when a state came in between', () => {
  list.setProgress(entry, 10);
  list.setState(entry, { kind: 'paused', bytes: 10, total: 100 });
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([10]);
});

it('tells several changes once, and also when one of them fails', () => {
  list.together(() => {
    for (const bytes of [1, 2, 3]) list.setState(entry, { kind: 'queued', bytes, total: 100 });
    expect(told).toEqual([]);
  });
  expect(told).toEqual([3]);
  const fail = () =>
    list.together(() => {
      list.setState(entry, { kind: 'queued', bytes: 4, total: 100 });
      throw new Error('halfway');
    });
  expect(fail).toThrow('halfway');
  expect(told).toEqual([3, 4]);
});

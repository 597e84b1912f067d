import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import type { DownloadState } from '../../../../src/model/download.ts';
import { makeRoom, withRoom } from '../../../../src/state/offline/make-room.ts';
import { StorageError } from '../../../../src/storage/storage-error.ts';

function downloads(states: Record<string, DownloadState>) {
  const removed: string[] = [];
  return {
    removed,
    states: signal<ReadonlyMap<string, DownloadState>>(new Map(Object.entries(states))),
    async remove(id: string) {
      removed.push(id);
    },
  };
}

const ready = (size: number): DownloadState => ({ kind: 'ready', size, verifiedAt: 1 });

test('what is not whole goes first, then the largest, and last the one that plays', async () => {
  const device = downloads({
    a: ready(5),
    b: ready(9),
    c: { kind: 'paused', bytes: 2, total: 8 },
    d: { kind: 'none' },
  });
  const gone: string[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const id = await makeRoom(device, 'b', gone);
    if (id !== undefined) gone.push(id);
  }
  expect(gone).toEqual(['c', 'a', 'b']);
  expect(device.removed).toEqual(['c', 'a', 'b']);
});

test('with nothing to remove it says so', async () => {
  expect(await makeRoom(downloads({ a: { kind: 'none' } }), undefined)).toBeUndefined();
});

describe('writing on a full device', () => {
  const full = new StorageError('quota', 'full');

  test('goes on for as long as something gives way, and then fails', async () => {
    const gaveWay = signal<readonly string[]>([]);
    const device = downloads({ a: ready(5), b: ready(9) });
    const giveWay = (gone: readonly string[]) => makeRoom(device, undefined, gone);
    const write = async () => {
      if (device.removed.length < 2) throw full;
      return 'written';
    };
    expect(await withRoom(write, giveWay, gaveWay)).toBe('written');
    expect(gaveWay.value).toEqual(['b', 'a']);
    await expect(withRoom(() => Promise.reject(full), giveWay, gaveWay)).rejects.toBe(full);
  });

  test('removes nothing for another fault', async () => {
    const device = downloads({ a: ready(5) });
    const fault = new StorageError('unavailable', 'no');
    const giveWay = (gone: readonly string[]) => makeRoom(device, undefined, gone);
    await expect(withRoom(() => Promise.reject(fault), giveWay, signal([]))).rejects.toBe(fault);
    expect(device.removed).toEqual([]);
  });
});

import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import type { DownloadState } from '../../../../src/model/download.ts';
import { makeRoom } from '../../../../src/state/offline/make-room.ts';

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

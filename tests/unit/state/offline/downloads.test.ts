/** What may be called ready for the road. */
import { effect } from '@preact/signals-core';
import { expect, test } from 'vitest';
import type { DownloadState } from '../../../../src/model/download.ts';
import type { Downloads } from '../../../../src/offline/downloads.ts';
import { DownloadsModel } from '../../../../src/state/offline/downloads.ts';

const READY: DownloadState = { kind: 'ready', size: 5, verifiedAt: 9 };
const LOST: DownloadState = { kind: 'failed', code: 'network', bytes: 0, total: 5 };

function withStates(...states: DownloadState[]) {
  const downloads = new DownloadsModel();
  const known = new Map(states.map((state, index) => [`m${index}`, state]));
  const queue: Pick<Downloads, 'onChange'> = {
    onChange(listener) {
      listener(known);
      return () => undefined;
    },
  };
  downloads.attach(queue as Downloads);
  return downloads;
}

test('nothing opens offline before the app itself is there, whatever is stored', () => {
  const downloads = withStates(READY, LOST, READY);
  const seen: number[] = [];
  effect(() => void seen.push(downloads.opensOffline.value));
  downloads.setTextsKept(true);
  expect(seen).toEqual([0, 2]);
});

test('a lost line is told apart from other failures', () => {
  expect(withStates(READY, { ...LOST, code: 'server' }).hasLostLine.value).toBe(false);
  expect(withStates(READY, LOST).hasLostLine.value).toBe(true);
});

/** A line that comes back without a word is found soon, and a host is not asked without end. */
import { type Signal, signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RetryCause } from '../../../../src/offline/downloads.ts';
import { retryLater } from '../../../../src/state/offline/retry-later.ts';

const SECOND = 1000;

class FakeDocument extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
}

let tries: { at: number; cause: RetryCause }[];
let page: FakeDocument;
let window: EventTarget;
let isOnline: boolean;
let bytes: number;
let isStopped: Signal<boolean>;
let hasLine: boolean;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  tries = [];
  page = new FakeDocument();
  window = new EventTarget();
  isOnline = true;
  bytes = 0;
  hasLine = false;
  isStopped = signal(false);
  retryLater({
    window,
    document: page,
    isOnline: () => isOnline,
    isStopped,
    bytes: () => bytes,
    retry(cause) {
      tries.push({ at: Date.now() / SECOND, cause });
      if (hasLine) isStopped.value = false;
    },
  });
});

afterEach(() => vi.useRealTimers());

const moments = () => tries.map(({ at }) => at);

test('what runs or is there is left alone', () => {
  vi.advanceTimersByTime(600 * SECOND);
  expect(tries).toEqual([]);
});

test('is tried after pauses that grow to half a minute, until it goes on', () => {
  isStopped.value = true;
  vi.advanceTimersByTime(100 * SECOND);
  expect(moments()).toEqual([5, 15, 35, 65, 95]);
  hasLine = true;
  vi.advanceTimersByTime(600 * SECOND);
  expect(moments()).toEqual([5, 15, 35, 65, 95, 125]);
});

test('a line that brought something makes the pauses short again', () => {
  isStopped.value = true;
  vi.advanceTimersByTime(70 * SECOND);
  isStopped.value = false;
  bytes = 1;
  isStopped.value = true;
  tries = [];
  vi.advanceTimersByTime(20 * SECOND);
  expect(moments()).toEqual([75, 85]);
});

test('at a return to the page, and on a new line, at once', () => {
  isStopped.value = true;
  vi.advanceTimersByTime(66 * SECOND);
  tries = [];
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('online'));
  expect(tries).toEqual([
    { at: 66, cause: 'return' },
    { at: 66, cause: 'new-line' },
  ]);
  vi.advanceTimersByTime(6 * SECOND);
  expect(moments().at(-1)).toBe(71);
});

test('nothing is tried while the browser says that there is no line', () => {
  isOnline = false;
  isStopped.value = true;
  page.dispatchEvent(new Event('visibilitychange'));
  vi.advanceTimersByTime(60 * SECOND);
  expect(tries).toEqual([]);
});

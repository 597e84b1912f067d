import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  REST_AFTER,
  WritingModel,
  type WritingState,
} from '../../../../src/state/notebook/writing.ts';

let cuts: number;
let failure: Error | undefined;
let writing: WritingState;

beforeEach(() => {
  vi.useFakeTimers();
  cuts = 0;
  failure = undefined;
  writing = new WritingModel({
    note: { id: 'n', kind: 'free', routeId: 'r', moduleId: 'a', anchor: {}, createdAt: 1 },
    existing: undefined,
    createWriter: () => ({
      input: () => undefined,
      async cut() {
        cuts += 1;
        if (failure) throw failure;
        return undefined;
      },
      flushTail: () => undefined,
      dispose: () => undefined,
    }),
    isKept: () => true,
    copy: async () => undefined,
    saveFile: async () => undefined,
    now: Date.now,
    onRevision: () => undefined,
  });
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

test('who rests for half a minute has a version, and typing puts that off', async () => {
  writing.input('text', 'Een');
  await pass(REST_AFTER - 1);
  writing.input('text', 'Eén');
  await pass(REST_AFTER - 1);
  expect(cuts).toBe(0);
  await pass(1);
  expect(cuts).toBe(1);
  await pass(10 * REST_AFTER);
  expect(cuts).toBe(1);
});

test('a version that was made already is not made again after the rest', async () => {
  writing.input('text', 'Een');
  await writing.cut();
  await pass(REST_AFTER);
  expect(cuts).toBe(1);
});

test('a version that could not be made is tried again', async () => {
  writing.input('text', 'Een');
  failure = new Error('no');
  await pass(REST_AFTER);
  failure = undefined;
  await pass(REST_AFTER);
  expect(cuts).toBe(2);
});

test('nothing is made once the writing has ended', async () => {
  writing.input('text', 'Een');
  writing.dispose();
  await pass(REST_AFTER);
  expect(cuts).toBe(0);
});

test('other words in the field are not cut for those that stood there', async () => {
  writing.input('text', 'Een');
  const { note } = writing;
  writing.goOnFrom({ note: note.peek(), text: 'Twee', updatedAt: 2, revisions: [] });
  await pass(REST_AFTER);
  expect(cuts).toBe(0);
});

import { beforeEach, expect, test } from 'vitest';
import { emptyProgress, type Progress } from '../../../src/model/progress.ts';
import type { WriteRequest } from '../../../src/storage/position-worker.ts';
import { createPositionWriter, type PositionWorker } from '../../../src/storage/position-writer.ts';

class FakeWorker implements PositionWorker {
  onmessage: PositionWorker['onmessage'] = null;
  onerror: PositionWorker['onerror'] = null;
  readonly asked: WriteRequest[] = [];

  postMessage(request: WriteRequest): void {
    this.asked.push(request);
  }

  answer(number: number, isWritten: boolean): void {
    this.onmessage?.({ data: { number, isWritten } } as MessageEvent);
  }
}

let worker: FakeWorker;
let starts: number;
let direct: Progress[];
let write: (progress: Progress) => Promise<void>;

const at = (position: number): Progress => ({ ...emptyProgress('r/a', 1), position });

beforeEach(() => {
  worker = new FakeWorker();
  starts = 0;
  direct = [];
  write = createPositionWriter({
    start() {
      starts += 1;
      return worker;
    },
    save: async (progress) => void direct.push(progress),
  });
});

test('one worker writes, and a write is done when it says so', async () => {
  let isDone = false;
  const first = write(at(1)).then(() => {
    isDone = true;
  });
  const second = write(at(2));
  await Promise.resolve();
  expect(isDone).toBe(false);
  for (const { number } of worker.asked) worker.answer(number, true);
  await Promise.all([first, second]);
  expect(worker.asked.map(({ progress }) => progress.position)).toEqual([1, 2]);
  expect(starts).toBe(1);
  expect(direct).toEqual([]);
});

test('what the worker could not write, the page writes; the worker is asked again next time', async () => {
  const first = write(at(1));
  worker.answer(1, false);
  await first;
  expect(direct.map(({ position }) => position)).toEqual([1]);
  void write(at(2));
  expect(worker.asked).toHaveLength(2);
});

test('a worker that broke leaves nothing unwritten, and is not asked again', async () => {
  const first = write(at(1));
  worker.onerror?.({} as ErrorEvent);
  await first;
  await write(at(2));
  expect(direct.map(({ position }) => position)).toEqual([1, 2]);
  expect(worker.asked).toHaveLength(1);
});

test('where no worker may be started, the page writes', async () => {
  write = createPositionWriter({
    start() {
      throw new TypeError('refused');
    },
    save: async (progress) => void direct.push(progress),
  });
  await write(at(1));
  expect(direct).toHaveLength(1);
});

test('a failure of the page itself is told', async () => {
  write = createPositionWriter({
    start: () => worker,
    save: () => Promise.reject(new Error('full')),
  });
  const first = write(at(1));
  worker.answer(1, false);
  await expect(first).rejects.toThrow('full');
});

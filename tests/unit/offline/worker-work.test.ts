import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DownloadRecord } from '../../../src/model/download.ts';
import type { DownloadWork } from '../../../src/offline/download-work.ts';
import type { WorkAnswer, WorkOrder } from '../../../src/offline/work-message.ts';
import { createWorkerWork, type WorkerLike } from '../../../src/offline/worker-work.ts';

/** A worker that answers when the test says so. */
class FakeWorker {
  readonly orders: WorkOrder[] = [];
  isEnded = false;
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;

  postMessage(order: WorkOrder): void {
    this.orders.push(order);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(data: WorkAnswer): void {
    this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
  }
}

const record = { audioHash: 'a', moduleId: 'een' } as DownloadRecord;
const here: DownloadWork = {
  download: async (given) => ({ ...given, etag: 'here' }),
  check: async () => ({ pieces: [], texts: ['here'] }),
};

let workers: FakeWorker[];
let canStart: boolean;

beforeEach(() => {
  workers = [];
  canStart = true;
});

function create(): DownloadWork {
  return createWorkerWork({
    baseUrl: 'https://luisterroute.test/',
    createWorker() {
      if (!canStart) throw new TypeError('refused');
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as WorkerLike;
    },
    otherwise: here,
  });
}

function run(signal = new AbortController().signal, onProgress = (_bytes: number) => {}) {
  return { signal, onProgress };
}

describe('an order', () => {
  it('tells its progress and ends with the record', async () => {
    const bytes: number[] = [];
    const done = create().download(
      record,
      run(undefined, (now) => bytes.push(now)),
    );
    workers[0]?.answer({ kind: 'progress', id: 1, bytes: 5 });
    workers[0]?.answer({ kind: 'progress', id: 99, bytes: 7 });
    workers[0]?.answer({ kind: 'downloaded', id: 1, record: { ...record, etag: 'e' } });
    expect(await done).toEqual({ ...record, etag: 'e' });
    expect(bytes).toEqual([5]);
  });

  it('fails with the reason of the worker', async () => {
    const done = create().download(record, run());
    const error = { code: 'quota' as const, message: 'full', isLasting: true };
    workers[0]?.answer({ kind: 'failed', id: 1, error });
    await expect(done).rejects.toMatchObject({ code: 'quota', isLasting: true });
  });

  it('that is stopped ends only when the worker let go, so that two never write one piece', async () => {
    const controller = new AbortController();
    const ended = vi.fn();
    create().download(record, run(controller.signal)).catch(ended);
    controller.abort();
    await Promise.resolve();
    expect(workers[0]?.orders.at(-1)).toEqual({ kind: 'stop', id: 1 });
    expect(ended).not.toHaveBeenCalled();
    const error = { code: 'unavailable' as const, message: '', isLasting: true };
    workers[0]?.answer({ kind: 'failed', id: 1, error });
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
  });

  it.each(['that cannot be started', 'whose file is gone'])(
    'is carried out on the page beside a worker %s',
    async (name) => {
      canStart = name !== 'that cannot be started';
      const work = create();
      const done = work.download(record, run());
      workers[0]?.onerror?.call(workers[0] as unknown as Worker, new Event('error') as ErrorEvent);
      expect(await done).toMatchObject({ etag: 'here' });
      expect(await work.check(record)).toEqual({ pieces: [], texts: ['here'] });
    },
  );

  it('keeps the worker for the next one, and lets it go when nothing follows', async () => {
    vi.useFakeTimers();
    const work = create();
    const first = work.check(record);
    workers[0]?.answer({ kind: 'checked', id: 1, damage: { pieces: [2], texts: [] } });
    expect(await first).toEqual({ pieces: [2], texts: [] });
    vi.advanceTimersByTime(4000);
    const second = work.check(record);
    vi.advanceTimersByTime(60_000);
    expect(workers).toHaveLength(1);
    workers[0]?.answer({ kind: 'checked', id: 2, damage: { pieces: [], texts: [] } });
    await second;
    vi.advanceTimersByTime(5000);
    expect(workers[0]?.isEnded).toBe(true);
    vi.useRealTimers();
  });
});

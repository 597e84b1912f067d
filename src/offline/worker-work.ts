/** The page's side of the download worker: started at the first order, gone again when there is nothing to do. */
import type { DownloadRecord } from '../model/download.ts';
import type { Milliseconds } from '../model/units.ts';
import type { DownloadWork } from './download-work.ts';
import { fromPlainError, type WorkAnswer, type WorkOrder } from './work-message.ts';

/** The part of a worker that is used. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export interface WorkerWorkOptions {
  baseUrl: string;
  /** @throws where the browser starts no workers */
  createWorker: () => WorkerLike;
  /** Does the work when the worker cannot: its file is gone and there is no connection. */
  otherwise: DownloadWork;
}

interface Waiting {
  onAnswer: (answer: WorkAnswer) => void;
  onBroken: () => void;
}

/** A worker that waits takes memory; the next order after this starts another. */
const IDLE_TIME: Milliseconds = 5000;

export function createWorkerWork(options: WorkerWorkOptions): DownloadWork {
  const waiting = new Map<number, Waiting>();
  let worker: WorkerLike | undefined;
  let isBroken = false;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;

  function end(): void {
    worker?.terminate();
    worker = undefined;
  }

  function start(): WorkerLike | undefined {
    clearTimeout(idle);
    if (worker || isBroken) return worker;
    try {
      worker = options.createWorker();
    } catch {
      isBroken = true;
      return undefined;
    }
    worker.onmessage = ({ data }: MessageEvent<WorkAnswer>) => {
      waiting.get(data.id)?.onAnswer(data);
    };
    worker.onerror = () => {
      isBroken = true;
      end();
      const orders = [...waiting.values()];
      waiting.clear();
      for (const { onBroken } of orders) onBroken();
    };
    return worker;
  }

  /** @param read - Gives the result of the last answer; `undefined` for one that is not the last. */
  function order<Result>(
    kind: 'download' | 'check',
    record: DownloadRecord,
    read: (answer: WorkAnswer) => Result | undefined,
    instead: () => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    const started = start();
    if (!started) return instead();
    lastId += 1;
    const id = lastId;
    const send = (message: WorkOrder) => started.postMessage(message);
    return new Promise<Result>((resolve, reject) => {
      signal?.throwIfAborted();
      const finish = () => {
        waiting.delete(id);
        signal?.removeEventListener('abort', stop);
        if (waiting.size === 0) idle = setTimeout(end, IDLE_TIME);
      };
      const stop = () => send({ kind: 'stop', id });
      signal?.addEventListener('abort', stop);
      waiting.set(id, {
        onAnswer(answer) {
          const result = answer.kind === 'failed' ? undefined : read(answer);
          if (answer.kind !== 'failed' && result === undefined) return;
          finish();
          if (signal?.aborted) reject(signal.reason);
          else if (answer.kind === 'failed') reject(fromPlainError(answer.error));
          else if (result !== undefined) resolve(result);
        },
        onBroken: () => instead().then(resolve, reject),
      });
      send({ kind, id, baseUrl: options.baseUrl, record });
    });
  }

  return {
    download: (record, run) =>
      order(
        'download',
        record,
        (answer) => {
          if (answer.kind === 'progress') run.onProgress(answer.bytes);
          return answer.kind === 'downloaded' ? answer.record : undefined;
        },
        () => options.otherwise.download(record, run),
        run.signal,
      ),
    check: (record) =>
      order(
        'check',
        record,
        (answer) => (answer.kind === 'checked' ? answer.damage : undefined),
        () => options.otherwise.check(record),
      ),
  };
}

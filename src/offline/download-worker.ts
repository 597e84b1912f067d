/** The worker that fetches, hashes and stores pieces, so that the page stays free while it is used. */
import { storageFailure } from './download-error.ts';
import { createDownloadWork, type DownloadWork } from './download-work.ts';
import { PieceStore } from './piece-store.ts';
import { TextCache } from './text-cache.ts';
import { waitFor } from './wait-for.ts';
import { SILENCE } from './watched-connection.ts';
import { toPlainError, type WorkAnswer, type WorkOrder } from './work-message.ts';

/** Told at most so often, and no more often than the list of downloads tells it on; every message wakes the page. */
const PROGRESS_INTERVAL_MS = 300;

const running = new Map<number, AbortController>();
let work: DownloadWork | undefined;

addEventListener('message', ({ data }: MessageEvent<WorkOrder>) => {
  if (data.kind === 'stop') running.get(data.id)?.abort();
  else void run(data);
});

async function run(order: Exclude<WorkOrder, { kind: 'stop' }>): Promise<void> {
  const { id, baseUrl, record } = order;
  const controller = new AbortController();
  running.set(id, controller);
  work ??= createWork(baseUrl);
  try {
    if (order.kind === 'check') {
      tell({ kind: 'checked', id, damage: await work.check(record) });
    } else {
      const downloaded = await work.download(record, {
        signal: controller.signal,
        onProgress: throttle((bytes) => tell({ kind: 'progress', id, bytes })),
      });
      tell({ kind: 'downloaded', id, record: downloaded });
    }
  } catch (error) {
    // Whoever stopped it no longer listens.
    tell({ kind: 'failed', id, error: toPlainError(storageFailure(error)) });
  } finally {
    running.delete(id);
  }
}

function createWork(baseUrl: string): DownloadWork {
  return createDownloadWork({
    fetch,
    baseUrl,
    pieces: new PieceStore(caches, baseUrl),
    texts: new TextCache({ fetch, caches, baseUrl }),
    patience: SILENCE,
    wait: waitFor,
  });
}

function throttle(act: (bytes: number) => void): (bytes: number) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellLatest = () => {
    timer = undefined;
    toldAt = performance.now();
    act(latest);
  };
  return (bytes) => {
    latest = bytes;
    if (timer !== undefined) return;
    const wait = toldAt + PROGRESS_INTERVAL_MS - performance.now();
    // The last one is told too: a line that falls silent would leave an earlier one standing.
    if (wait <= 0) tellLatest();
    else timer = setTimeout(tellLatest, wait);
  };
}

function tell(answer: WorkAnswer): void {
  postMessage(answer);
}

/** Makes what works off the downloads, so that what is asked of it knows nothing of how. */
import { DownloadQueue } from './download-queue.ts';
import type { Downloads, DownloadsDeps } from './downloads.ts';

/** Makes the queue; nothing is read or fetched before {@link Downloads.start} or `download`. */
export function createDownloads(deps: DownloadsDeps): Downloads {
  return new DownloadQueue(deps);
}

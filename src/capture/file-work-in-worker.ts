/** Has a file read and copied by a worker of its own; stopping is ending the worker, once it writes nothing. */
import type { Bytes, Milliseconds } from '../model/units.ts';
import { CaptureError } from './capture-error.ts';
import type { FileAnswer, FileRequest } from './file-work.ts';
import workerUrl from './file-worker.ts?worker&url';
import type { PieceList } from './recording-pieces.ts';
import type { Survey } from './survey-sound.ts';

/** Reads and copies one file. Both reject with the signal's reason after an abort. */
export interface FileWork {
  survey(
    request: Omit<Extract<FileRequest, { kind: 'survey' }>, 'kind'>,
    onProgress: (bytes: Bytes) => void,
  ): Promise<Survey>;
  copy(file: Blob, list: PieceList, onProgress: (bytes: Bytes) => void): Promise<void>;
}

/** So long a worker that was told to stop may take for the piece that it is writing. */
const LONGEST_PIECE: Milliseconds = 5000;

/**
 * Starts the worker.
 *
 * @param scriptUrl - Lets the address of the worker through, as the page's policy asks.
 * @param base - The absolute address of the app's folder, ending with a slash.
 * @param signal - Ends the worker; to be aborted when the work is done too.
 */
export function startFileWork(
  scriptUrl: (url: string) => string,
  base: string,
  signal: AbortSignal,
): FileWork {
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  let isCopying = false;
  const end = () => worker.terminate();
  signal.addEventListener(
    'abort',
    () => {
      if (!isCopying) end();
    },
    { once: true },
  );

  function ask(request: FileRequest, onProgress: (bytes: Bytes) => void): Promise<FileAnswer> {
    return new Promise((resolve, reject) => {
      const onMessage = ({ data }: MessageEvent<FileAnswer>) => {
        if (data.kind === 'progress') {
          onProgress(data.bytes);
          return;
        }
        worker.removeEventListener('message', onMessage);
        if (signal.aborted) giveUp();
        else if (data.kind === 'failed') reject(new CaptureError(data.code, 'told by the worker'));
        else resolve(data);
      };
      worker.addEventListener('message', onMessage);
      // Its code could not be loaded, or the browser ended it.
      worker.addEventListener('error', () => reject(new CaptureError('unavailable', 'no worker')));
      const giveUp = () => {
        end();
        reject(signal.reason);
      };
      const stop = () => {
        if (!isCopying) return giveUp();
        worker.postMessage({ kind: 'stop' } satisfies FileRequest);
        setTimeout(giveUp, LONGEST_PIECE);
      };
      signal.addEventListener('abort', stop, { once: true });
      worker.postMessage(request);
    });
  }

  return {
    async survey(request, onProgress) {
      const answer = await ask({ kind: 'survey', ...request }, onProgress);
      if (answer.kind !== 'surveyed') throw new CaptureError('unavailable', answer.kind);
      return answer.survey;
    },
    async copy(file, list, onProgress) {
      isCopying = true;
      try {
        await ask({ kind: 'copy', file, list, base }, onProgress);
      } finally {
        isCopying = false;
      }
    },
  };
}

/** The worker that reads, hashes and copies files, so that the page stays free. It lives for one file. */
import type { Bytes, Milliseconds } from '../model/units.ts';
import { problemOf } from './capture-error.ts';
import type { FileAnswer, FileRequest } from './file-work.ts';
import { RecordingPieces } from './recording-pieces.ts';
import { surveySound } from './survey-sound.ts';

const answer = (message: FileAnswer) => postMessage(message);

/** A person sees no more than this, and the page draws each. */
const PROGRESS_INTERVAL: Milliseconds = 100;

const stop = new AbortController();

addEventListener('message', ({ data }: MessageEvent<FileRequest>) => {
  if (data.kind === 'stop') stop.abort();
  else
    run(data).then(answer, (error: unknown) => answer({ kind: 'failed', code: problemOf(error) }));
});

function createTell(total: Bytes): (bytes: Bytes) => void {
  let toldAt = 0;
  return (bytes) => {
    const now = performance.now();
    if (bytes < total && now - toldAt < PROGRESS_INTERVAL) return;
    toldAt = now;
    answer({ kind: 'progress', bytes });
  };
}

async function run(request: Exclude<FileRequest, { kind: 'stop' }>): Promise<FileAnswer> {
  const tell = createTell(request.file.size);
  if (request.kind === 'survey') {
    const { file, type, owner } = request;
    return { kind: 'surveyed', survey: await surveySound(file, type, owner, tell) };
  }
  await new RecordingPieces(caches, request.base).copy(
    request.file,
    request.list,
    tell,
    stop.signal,
  );
  return { kind: 'copied' };
}

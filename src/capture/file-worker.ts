/** The worker that reads, hashes and copies files, so that the page stays free. It lives for one file. */
import { problemOf } from './capture-error.ts';
import type { FileAnswer, FileRequest } from './file-work.ts';
import { RecordingPieces } from './recording-pieces.ts';
import { surveySound } from './survey-sound.ts';

const answer = (message: FileAnswer) => postMessage(message);
const tell = (bytes: number) => answer({ kind: 'progress', bytes });

addEventListener('message', ({ data }: MessageEvent<FileRequest>) => {
  run(data).then(answer, (error: unknown) => answer({ kind: 'failed', code: problemOf(error) }));
});

async function run(request: FileRequest): Promise<FileAnswer> {
  if (request.kind === 'survey') {
    const { file, type, owner } = request;
    return { kind: 'surveyed', survey: await surveySound(file, type, owner, tell) };
  }
  await new RecordingPieces(caches, request.base).copy(request.file, request.list, tell);
  return { kind: 'copied' };
}

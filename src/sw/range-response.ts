/** Answers a request for sound from a Blob, in the way that media elements of every engine seek well with. */
import { formatContentRange, readRange } from '../model/range-request.ts';

/**
 * Answers with 206, 416 or the whole, always to the end that was asked for: WebKit stops without an
 * error when a part is shorter.
 */
export function answerRange(header: string | null, blob: Blob, type: string): Response {
  const range = readRange(header, blob.size);
  const headers = new Headers({ 'Content-Type': type, 'Accept-Ranges': 'bytes' });
  if (range.kind === 'unsatisfiable') {
    headers.set('Content-Range', formatContentRange(blob.size));
    return new Response(undefined, { status: 416, headers });
  }
  if (range.kind === 'whole') {
    headers.set('Content-Length', String(blob.size));
    return new Response(blob, { status: 200, headers });
  }
  headers.set('Content-Length', String(range.last - range.first + 1));
  headers.set('Content-Range', formatContentRange(blob.size, range));
  return new Response(blob.slice(range.first, range.last + 1), { status: 206, headers });
}

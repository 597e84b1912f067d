/** Answers a request in development with a file that exists only in memory, byte ranges included. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatContentRange, readRange } from '../model/range-request.ts';
import { mediaType } from './media-types.ts';

/** Sends a file or the part that was asked for; without bytes, that there is none. */
export function answerFromMemory(
  address: string,
  bytes: Uint8Array | undefined,
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  response: Pick<ServerResponse, 'writeHead' | 'end'>,
): void {
  if (!bytes) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : 'Niet gevonden');
    return;
  }
  const headers = {
    'Content-Type': mediaType(address).type,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
  };
  const range = readRange(request.headers.range, bytes.length);
  if (range.kind === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'Content-Range': formatContentRange(bytes.length) });
    response.end();
    return;
  }
  const part = range.kind === 'part' ? range : undefined;
  const body = part ? bytes.subarray(part.first, part.last + 1) : bytes;
  response.writeHead(part ? 206 : 200, {
    ...headers,
    'Content-Length': body.length,
    ...(part ? { 'Content-Range': formatContentRange(bytes.length, part) } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

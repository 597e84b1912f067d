/**
 * Serves a built folder as a good static host does: byte ranges, validators, compression and the
 * security headers. For `npm start` and the tests; it knows nothing about the app itself.
 */
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { posix, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { formatContentRange, type RangeAnswer, readRange } from '../model/range-request.ts';
import { headersFor } from './security-headers.ts';
import { BodyCache, type Encoding, findFile, type ServedFile } from './served-file.ts';

/** What to serve and where. */
export interface ServeOptions {
  folder: string;
  /** 0 takes a free port. */
  port: number;
  /** @defaultValue `'localhost'` */
  host?: string;
}

/** A server that is listening. */
export interface RunningServer {
  /** The origin with a slash at its end, as `http://localhost:4173/`. */
  url: string;
  /** Stops listening and cuts the connections that are open. */
  close(): Promise<void>;
}

/** Of all servers of this process: what was compressed once is not compressed again for the next. */
const bodies = new BodyCache();

/** Starts serving. @throws the error of `node:net` when the port is taken (`EADDRINUSE`) or refused. */
export async function serveFolder(options: ServeOptions): Promise<RunningServer> {
  const folder = resolve(options.folder);
  const host = options.host ?? 'localhost';
  const server = createServer((request, response) => {
    answer(folder, request, response).catch((error: unknown) => {
      // A listener that seeks or leaves cuts the connection: nobody is there to tell.
      if (!response.destroyed && !response.headersSent) sendText(response, 500, String(error));
      else response.destroy();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port, host, listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decodePath(request.url ?? '/');
  for (const [name, value] of Object.entries({
    'Cache-Control': 'no-cache',
    ...headersFor(path ?? '/'),
  })) {
    response.setHeader(name, value);
  }
  if (path === undefined) return sendText(response, 400, 'Bad request');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendText(response, 405, 'Method not allowed');
  }
  const found = await findFile(folder, path);
  if (found.kind === 'file') return sendFile(found.file, request, response);
  // An answer that says "not there" must not be kept as long as the file would be.
  response.setHeader('Cache-Control', 'no-cache');
  if (found.kind === 'folder-without-slash') {
    const [, search = ''] = /(\?[^#]*)/.exec(request.url ?? '') ?? [];
    response.setHeader('Location', `${encodeURI(path)}/${search}`);
    return sendText(response, 301, 'Moved');
  }
  const page = await findFile(folder, '/404.html');
  if (page.kind !== 'file') return sendText(response, 404, 'Not found');
  response.statusCode = 404;
  return sendBody(page.file, request, response);
}

async function sendFile(
  file: ServedFile,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const tag = await bodies.tag(file);
  const range = rangeOf(request, file, `"${tag}"`);
  const encoding = range.kind === 'whole' ? encodingOf(request, file) : undefined;
  const etag = `"${tag}${encoding ? `-${encoding}` : ''}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Accept-Ranges', 'bytes');
  if (namesTag(request.headers['if-none-match'], etag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  if (range.kind === 'whole') return sendBody(file, request, response);
  if (range.kind === 'unsatisfiable') {
    response.setHeader('Content-Range', formatContentRange(file.size));
    return sendText(response, 416, '');
  }
  response.writeHead(206, {
    'Content-Type': file.type,
    'Content-Length': range.last - range.first + 1,
    'Content-Range': formatContentRange(file.size, range),
  });
  if (request.method === 'HEAD') response.end();
  else
    await pipeline(createReadStream(file.path, { start: range.first, end: range.last }), response);
}

async function sendBody(
  file: ServedFile,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('Content-Type', file.type);
  if (file.compressible) response.setHeader('Vary', 'Accept-Encoding');
  const encoding = encodingOf(request, file);
  if (encoding) {
    const body = await bodies.compressed(file, encoding);
    response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Length', body.length);
    response.end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  response.setHeader('Content-Length', file.size);
  if (request.method === 'HEAD' || file.size === 0) response.end();
  else await pipeline(createReadStream(file.path), response);
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

/**
 * The path of a request target without its search part; `undefined` when it cannot be decoded.
 *
 * @returns Without `..` and doubled slashes: two in front would be a host in an answer that moves.
 */
function decodePath(target: string): string | undefined {
  try {
    const path = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '');
    return path.startsWith('/') ? posix.normalize(path) : undefined;
  } catch {
    return undefined;
  }
}

/** The part that was asked for; all of it when the asker has parts of an older file. */
function rangeOf(request: IncomingMessage, file: ServedFile, etag: string): RangeAnswer {
  const condition = request.headers['if-range'];
  const isSameFile = condition === undefined || condition === etag;
  return isSameFile ? readRange(request.headers.range, file.size) : { kind: 'whole' };
}

function encodingOf(request: IncomingMessage, file: ServedFile): Encoding | undefined {
  if (!file.compressible) return undefined;
  const accepted = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';', 1)[0]);
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 (weak comparison) */
function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

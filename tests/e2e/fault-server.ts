/** A host that misbehaves for the sound of the modules, and is a good one for everything else. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serveFolder } from '../../src/build/serve.ts';
import { formatContentRange, readRange } from '../../src/model/range-request.ts';
import type { Bytes } from '../../src/model/units.ts';

/** What is wrong with every sound. */
export type AudioFault =
  | { kind: 'missing' }
  /** The host refuses, or is ill. */
  | { kind: 'status'; code: number }
  /** The connection is cut when this byte is reached. */
  | { kind: 'cut'; at: Bytes }
  /** More is promised than comes: `Content-Length` is that much too high. */
  | { kind: 'promise'; more: Bytes }
  /** Nothing comes after this byte, and the connection stays. */
  | { kind: 'stall'; at: Bytes }
  /** A page to log in, as the network of a train gives. */
  | { kind: 'login' }
  /** The host sends on to an address of another one. */
  | { kind: 'redirect' }
  /** The file is another one than the build knew. */
  | { kind: 'other'; change: (file: Buffer) => Buffer }
  /** The whole file, whatever was asked for. */
  | { kind: 'whole' };

/** The host under test. */
export interface FaultServer {
  /** With a slash at its end. */
  readonly url: string;
  /** Holds from the next request on; `undefined` ends it. A connection that hangs goes on hanging. */
  setFault(fault: AudioFault | undefined): void;
  close(): Promise<void>;
}

const LOGIN_PAGE = '<!doctype html><title>Log in op de wifi</title><p>Welkom in de trein.';

/** Wraps the built folder. */
export async function startFaultServer(folder: string): Promise<FaultServer> {
  const good = await serveFolder({ folder, port: 0 });
  let fault: AudioFault | undefined;

  const server = createServer((asked, answer) => {
    // Also when it is asked for past a cache, by a query.
    const [path = ''] = (asked.url ?? '').split('?');
    if (fault && path.endsWith('.mp3') && path.startsWith('/media/')) {
      void misbehave(fault, join(folder, path), asked, answer);
    } else {
      forward(good.url, asked, answer);
    }
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    setFault(next) {
      fault = next;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await Promise.all([closed, good.close()]);
    },
  };
}

function forward(target: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { host: _host, ...headers } = asked.headers;
  const onward = request(new URL(asked.url ?? '/', target), { method: asked.method, headers });
  onward.on('response', (found) => {
    answer.writeHead(found.statusCode ?? 502, found.headers);
    found.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  answer.on('close', () => onward.destroy());
  asked.pipe(onward);
}

async function misbehave(
  fault: AudioFault,
  path: string,
  asked: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  answer.setHeader('Cache-Control', 'no-store');
  if (fault.kind === 'missing' || fault.kind === 'status') {
    const code = fault.kind === 'missing' ? 404 : fault.code;
    answer.writeHead(code, { 'Content-Type': 'text/plain' }).end('Not found');
    return;
  }
  if (fault.kind === 'login') {
    answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(LOGIN_PAGE);
    return;
  }
  if (fault.kind === 'redirect') {
    // The same machine by another name: for the browser another origin.
    const { port } = new URL(`http://${asked.headers.host}`);
    answer.writeHead(302, { Location: `http://127.0.0.1:${port}/inloggen` }).end();
    return;
  }
  const original = await readFile(path);
  const file = fault.kind === 'other' ? fault.change(original) : original;
  const range = fault.kind === 'whole' ? undefined : readRange(asked.headers.range, file.length);
  if (range?.kind === 'unsatisfiable') {
    answer.writeHead(416, { 'Content-Range': formatContentRange(file.length) }).end();
    return;
  }
  const first = range?.kind === 'part' ? range.first : 0;
  const last = range?.kind === 'part' ? range.last : file.length - 1;
  const more = fault.kind === 'promise' ? fault.more : 0;
  answer.writeHead(range?.kind === 'part' ? 206 : 200, {
    'Content-Type': 'audio/mpeg',
    'Content-Length': last - first + 1 + more,
    ...(fault.kind === 'whole' ? {} : { 'Accept-Ranges': 'bytes' }),
    ...(range?.kind === 'part'
      ? { 'Content-Range': formatContentRange(file.length + more, { first, last: last + more }) }
      : {}),
  });
  const stop = fault.kind === 'cut' || fault.kind === 'stall' ? fault.at : file.length;
  const body = file.subarray(first, Math.max(first, Math.min(stop, last + 1)));
  if (body.length > 0) answer.write(body);
  else answer.flushHeaders();
  if (stop > last && more === 0) answer.end();
  // The bytes on their way arrive before the connection ends.
  else if (fault.kind !== 'stall') setTimeout(() => answer.destroy(), 50);
}

/** A host that misbehaves for the sound of the modules, and is a good one for everything else. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serveFolder } from '../../src/build/serve.ts';
import { formatContentRange, readRange } from '../../src/model/range-request.ts';
import type { Bytes, Fraction, Milliseconds } from '../../src/model/units.ts';

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
  | { kind: 'whole' }
  /** `Content-Range` tells of a part that begins so many bytes further. */
  | { kind: 'shifted'; by: Bytes }
  /** Every answer has another validator: a request that depends on the last one gets the whole file. */
  | { kind: 'etags' }
  /** One byte of every answer is wrong: the one at this share of it. */
  | { kind: 'flip'; at: Fraction }
  /** A kilobyte at a time, with so long in between; the rest comes at once when the fault ends. */
  | { kind: 'slow'; pause: Milliseconds };

/** The host under test. */
export interface FaultServer {
  /** With a slash at its end. */
  readonly url: string;
  /** Holds from the next request on; `undefined` ends it. A connection that hangs goes on hanging. */
  setFault(fault: AudioFault | undefined): void;
  /** Parts of sounds that were asked for since the last call, as `first-last`. */
  takeRanges(): string[];
  close(): Promise<void>;
}

const LOGIN_PAGE = '<!doctype html><title>Log in op de wifi</title><p>Welkom in de trein.';

/** Wraps the built folder. */
export async function startFaultServer(folder: string): Promise<FaultServer> {
  const good = await serveFolder({ folder, port: 0 });
  let fault: AudioFault | undefined;
  let answers = 0;
  let ranges: string[] = [];

  const server = createServer((asked, answer) => {
    // Also when it is asked for past a cache, by a query.
    const [path = ''] = (asked.url ?? '').split('?');
    const [, part] = /^bytes=(.+)$/.exec(asked.headers.range ?? '') ?? [];
    if (path.startsWith('/media/') && part !== undefined) ranges.push(part);
    if (fault && path.endsWith('.mp3') && path.startsWith('/media/')) {
      answers += 1;
      const given = fault;
      const isOver = () => fault !== given;
      void misbehave(given, join(folder, path), asked, answer, { count: answers, isOver });
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
    takeRanges() {
      const taken = ranges;
      ranges = [];
      return taken;
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

/** @param turn - Which answer it is, and whether the fault has ended since. */
async function misbehave(
  fault: AudioFault,
  path: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  turn: { count: number; isOver: () => boolean },
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
  const isWhole = fault.kind === 'whole' || (fault.kind === 'etags' && asked.headers['if-range']);
  const range = isWhole ? undefined : readRange(asked.headers.range, file.length);
  if (range?.kind === 'unsatisfiable') {
    answer.writeHead(416, { 'Content-Range': formatContentRange(file.length) }).end();
    return;
  }
  const first = range?.kind === 'part' ? range.first : 0;
  const last = range?.kind === 'part' ? range.last : file.length - 1;
  const more = fault.kind === 'promise' ? fault.more : 0;
  const by = fault.kind === 'shifted' ? fault.by : 0;
  answer.writeHead(range?.kind === 'part' ? 206 : 200, {
    'Content-Type': 'audio/mpeg',
    'Content-Length': last - first + 1 + more,
    ...(fault.kind === 'whole' ? {} : { 'Accept-Ranges': 'bytes' }),
    ...(fault.kind === 'etags' ? { ETag: `"${turn.count}"` } : {}),
    ...(range?.kind === 'part'
      ? {
          'Content-Range': formatContentRange(file.length + more, {
            first: first + by,
            last: last + by + more,
          }),
        }
      : {}),
  });
  const stop = fault.kind === 'cut' || fault.kind === 'stall' ? fault.at : file.length;
  const body = Buffer.from(file.subarray(first, Math.max(first, Math.min(stop, last + 1))));
  if (fault.kind === 'slow') {
    await trickle(body, answer, fault.pause, turn.isOver);
    return;
  }
  if (fault.kind === 'flip') {
    const at = Math.floor(fault.at * body.length);
    body[at] = (body[at] ?? 0) ^ 1;
  }
  if (body.length > 0) answer.write(body);
  else answer.flushHeaders();
  if (stop > last && more === 0) answer.end();
  // The bytes on their way arrive before the connection ends.
  else if (fault.kind !== 'stall') setTimeout(() => answer.destroy(), 50);
}

async function trickle(
  body: Buffer,
  answer: ServerResponse,
  pause: Milliseconds,
  isOver: () => boolean,
): Promise<void> {
  for (let at = 0; at < body.length && !answer.destroyed; at += 1000) {
    if (isOver()) {
      answer.end(body.subarray(at));
      return;
    }
    answer.write(body.subarray(at, at + 1000));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  answer.end();
}

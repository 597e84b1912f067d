/** A published app, checked from outside: at our own server nothing is wrong, at a bad host each fault is named. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkHost, type HostReport } from '../../../src/build/host-faults.ts';
import { type RunningServer, serveFolder } from '../../../src/build/serve.ts';
import { PIECE_SIZE } from '../../../src/model/learning-module.ts';
import { sha256 } from '../../../src/model/sha256.ts';
import { audioOf, catalogOf, summaryOf } from '../../fixtures/learning-route.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const AUDIO = 'media/r/a/a-1234.mp3';
/** Two pieces. */
const sound = Buffer.alloc(PIECE_SIZE + 1000, 'geluid');

let folder: string;
let good: RunningServer;
let bad: Server | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-'));
  const pieces = [sound.subarray(0, PIECE_SIZE), sound.subarray(PIECE_SIZE)];
  const audio = {
    ...audioOf('a', 10),
    url: AUDIO,
    type: 'audio/mpeg' as const,
    size: sound.length,
    pieces: await Promise.all(pieces.map((piece) => sha256(new Uint8Array(piece)))),
  };
  const files = {
    'catalog.json': JSON.stringify(catalogOf([summaryOf('a', { audio })])),
    'content/r/a.json': '{}',
    'index.html': '<title>Route</title>',
    'shell.html': '<title>Route</title>',
    'sw.js': 'precache([{url:"assets/index-1.js"},{url:"assets/search-worker-2.js"}])',
    'assets/index-1.js': '',
    'assets/search-worker-2.js': '',
    [AUDIO]: sound,
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  good = await serveFolder({ folder, port: 0, host: '127.0.0.1' });
});

afterEach(async () => {
  bad?.closeAllConnections();
  await new Promise((closed) => (bad ? bad.close(closed) : closed(undefined)));
  bad = undefined;
});

afterAll(async () => {
  await good.close();
  await rm(folder, { recursive: true });
});

type Spoil = (headers: Headers, path: string) => { status?: number; body?: Buffer } | undefined;

/** A host that passes everything on from the good one, spoiled. */
async function startBadHost(spoil: Spoil): Promise<string> {
  async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = asked.url?.slice(1) ?? '';
    const { range } = asked.headers;
    const found = await fetch(new URL(path, good.url), range ? { headers: { range } } : {});
    const headers = new Headers(found.headers);
    const bytes = Buffer.from(await found.arrayBuffer());
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) {
      headers.delete(name);
    }
    const { status = found.status, body = bytes } = spoil(headers, path) ?? {};
    response.writeHead(status, Object.fromEntries(headers)).end(body);
  }
  const server = createServer((asked, response) => void answer(asked, response));
  bad = server;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function faultsOf(base: string): Promise<Map<string, string[]>> {
  const reports: HostReport[] = [];
  for await (const report of checkHost(base)) reports.push(report);
  return new Map(reports.map(({ path, faults }) => [path, faults]));
}

describe('a good host', () => {
  test('has no fault at any kind of address, with or without a slash behind it', async () => {
    const found = await faultsOf(good.url.slice(0, -1));
    expect([...found]).toEqual(
      [
        'catalog.json',
        AUDIO,
        '',
        'shell.html',
        'sw.js',
        'content/r/a.json',
        'assets/index-1.js',
        'assets/search-worker-2.js',
      ].map((path) => [path, []]),
    );
  });
});

describe('a bad host', () => {
  const whole = { status: 200, body: sound };
  const forSound =
    (spoil: Spoil): Spoil =>
    (headers, path) =>
      path === AUDIO ? spoil(headers, path) : undefined;
  const set = (name: string, value: string) => forSound((headers) => void headers.set(name, value));

  test.each<[why: string, spoil: Spoil, words: RegExp]>([
    ['sends the whole for a part', forSound(() => whole), /hele bestand \(200\).*206/],
    ['has no such file', forSound(() => ({ status: 404 })), /status 404/],
    [
      'sends on',
      forSound((headers) => {
        headers.set('Location', 'https://cdn.example/a.mp3');
        return { status: 302 };
      }),
      /stuurt door \(302\) naar "https:\/\/cdn\.example\/a\.mp3"/,
    ],
    ['names another part', set('Content-Range', 'bytes 0-999/1000'), /^Content-Range is .*moet/],
    [
      'names no part',
      forSound((headers) => headers.delete('Content-Range') as undefined),
      /^Content-Range is er niet/,
    ],
    ['packs it', set('Content-Encoding', 'br'), /^Content-Encoding is br/],
    [
      'calls it something else',
      set('Content-Type', 'text/plain'),
      /^Content-Type is "text\/plain"/,
    ],
    ['lets it be kept for an hour', set('Cache-Control', 'max-age=3600'), /^Cache-Control is/],
    ['lets it be kept without a word', set('Cache-Control', 'immutable'), /^Cache-Control is/],
    [
      'sends other bytes',
      forSound(() => ({ body: Buffer.alloc(1000, 1) })),
      /niet die van de catalogus/,
    ],
  ])('that %s is told so', async (_why, spoil, words) => {
    const found = await faultsOf(await startBadHost(spoil));
    const faults = found.get(AUDIO) ?? [];
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(words);
    expect(found.get('')).toEqual([]);
  });

  test('without the headers is told which, where; adding to them is no fault', async () => {
    const base = await startBadHost((headers, path) => {
      headers.set('Strict-Transport-Security', 'max-age=63072000; preload');
      if (path === '') headers.delete('Content-Security-Policy');
      if (path === 'sw.js') headers.set('Cache-Control', 'max-age=600');
      if (path === 'shell.html') headers.set('Cache-Control', 'no-store');
      if (path.startsWith('assets/search')) {
        headers.set(
          'Content-Security-Policy',
          `default-src 'self', ${headers.get('Content-Security-Policy')}`,
        );
      }
    });
    const found = await faultsOf(base);
    expect(found.get('')).toEqual([expect.stringMatching(/^Content-Security-Policy is er niet/)]);
    expect(found.get('sw.js')).toEqual([expect.stringMatching(/^Cache-Control is "max-age=600"/)]);
    expect(found.get('shell.html')).toEqual([]);
    expect(found.get('assets/search-worker-2.js')).toEqual([]);
  });

  test('that is another site is no host of the app: one sentence, and the command fails', async () => {
    const base = await startBadHost(() => ({ status: 200, body: Buffer.from('<title>') }));
    const found = await faultsOf(base);
    expect([...found.keys()]).toEqual(['catalog.json']);
    expect(found.get('catalog.json')?.at(-1)).toMatch(/geen catalogus/);
    const { code, output } = await runCommand(base);
    expect(output).toMatch(/^FOUT {2}catalog\.json$/m);
    expect(code).toBe(1);
  });
});

function runCommand(address: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', 'src/build/check-host.ts', address],
      { cwd: ROOT },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

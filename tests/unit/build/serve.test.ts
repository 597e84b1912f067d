import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serveFolder } from '../../../src/build/serve.ts';

let server: RunningServer;
let parent: string;
const audio = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
const page = `<!doctype html><title>Route</title>${'<p>Zin.</p>'.repeat(200)}`;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'serve-'));
  const folder = join(parent, 'dist');
  for (const name of ['media', 'assets', 'twee-werelden']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await writeFile(join(parent, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'media/a.mp3'), audio);
  await writeFile(join(folder, 'assets/app-1a2b.js'), 'export const a = 1;');
  await writeFile(join(folder, 'sw.js'), '// worker');
  await writeFile(join(folder, 'twee-werelden/index.html'), page);
  await writeFile(join(folder, '404.html'), '<title>Niet gevonden</title>');
  server = await serveFolder({ folder, port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await server.close();
  await rm(parent, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** A request whose path and headers go over the wire as they are, unlike those of `fetch`. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('byte ranges', () => {
  it('sends the asked bytes with 206', async () => {
    const { status, headers, body } = await get('/media/a.mp3', { range: 'bytes=10-19' });
    expect(status).toBe(206);
    expect(headers).toMatchObject({
      'content-range': 'bytes 10-19/1000',
      'content-length': '10',
      'content-type': 'audio/mpeg',
      'accept-ranges': 'bytes',
    });
    expect(body).toEqual(audio.subarray(10, 20));
  });

  it('sends the last bytes', async () => {
    const { headers, body } = await get('/media/a.mp3', { range: 'bytes=-5' });
    expect(headers['content-range']).toBe('bytes 995-999/1000');
    expect(body).toEqual(audio.subarray(995));
  });

  it('refuses a part past the end with 416', async () => {
    const { status, headers } = await get('/media/a.mp3', { range: 'bytes=1000-' });
    expect(status).toBe(416);
    expect(headers['content-range']).toBe('bytes */1000');
  });

  it('sends everything when the file is not the one the range was meant for', async () => {
    const { headers } = await get('/media/a.mp3');
    const same = await get('/media/a.mp3', {
      range: 'bytes=0-0',
      'if-range': String(headers.etag),
    });
    const other = await get('/media/a.mp3', { range: 'bytes=0-0', 'if-range': '"other"' });
    expect(same.status).toBe(206);
    expect(other.status).toBe(200);
    expect(other.body).toEqual(audio);
  });

  it('does not compress a part of a text', async () => {
    const { status, headers, body } = await get('/twee-werelden/', {
      range: 'bytes=0-8',
      'accept-encoding': 'br',
    });
    expect(status).toBe(206);
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe('<!doctype');
  });
});

describe('text', () => {
  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
  ] as const)('for %s is compressed with %s', async (accepted, encoding, decompress) => {
    const answer = await get('/twee-werelden/', { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(decompress(answer.body).toString()).toBe(page);
  });

  it('is not sent again while it is the same', async () => {
    const first = await get('/twee-werelden/', { 'accept-encoding': 'br' });
    const again = await get('/twee-werelden/', {
      'accept-encoding': 'br',
      'if-none-match': String(first.headers.etag),
    });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it.each([
    ['without a range', {}],
    ['of a range that is malformed', { range: 'lines=1-2' }],
    ['of a range of an older file', { range: 'bytes=0-8', 'if-range': '"older"' }],
  ])('has another validator per encoding, %s', async (_, headers: Record<string, string>) => {
    const plain = await get('/twee-werelden/');
    const small = await get('/twee-werelden/', { ...headers, 'accept-encoding': 'br' });
    expect(small.headers['content-encoding']).toBe('br');
    expect(small.headers.etag).not.toBe(plain.headers.etag);
  });
});

describe('addresses', () => {
  it.each([
    ['/../secret.txt'],
    ['/%2e%2e/secret.txt'],
    ['/..%2fsecret.txt'],
    ['/media/../../secret.txt'],
    ['/..%5csecret.txt'],
    ['/%2e%2e%2f%2e%2e%2fetc/passwd'],
    ['/media/a.mp3%00.html'],
  ])('%s finds nothing outside the folder', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).toContain('Niet gevonden');
  });

  it('that cannot be decoded are a bad request', async () => {
    expect((await get('/%zz')).status).toBe(400);
  });

  it.each([
    ['/twee-werelden', '/twee-werelden/', 'a folder'],
    ['/twee-werelden?t=3', '/twee-werelden/?t=3', 'the second of a link is kept'],
    ['//twee-werelden', '/twee-werelden/', 'two slashes would name a host'],
    ['//example.org/..%2ftwee-werelden', '/twee-werelden/', 'never to another host'],
  ])('%s leads to %s: %s', async (path, location) => {
    const { status, headers } = await get(path);
    expect(status).toBe(301);
    expect(headers.location).toBe(location);
  });

  it('that are unknown get our page with 404, and may not be kept', async () => {
    const { status, headers } = await get('/assets/gone.js');
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('answer only questions', async () => {
    expect((await get('/sw.js', {}, 'POST')).status).toBe(405);
    const head = await get('/media/a.mp3', {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe('1000');
    expect(head.body).toHaveLength(0);
  });
});

describe('headers', () => {
  it('bind page and worker to the same policy', async () => {
    for (const path of ['/twee-werelden/', '/sw.js', '/assets/app-1a2b.js', '/gone/']) {
      const { headers } = await get(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['permissions-policy']).toContain('geolocation=()');
    }
  });

  it.each([
    ['/assets/app-1a2b.js', 'public, max-age=31536000, immutable'],
    ['/media/a.mp3', 'public, max-age=31536000, immutable'],
    ['/sw.js', 'no-cache'],
    ['/twee-werelden/', 'no-cache'],
  ])('%s may be kept: %s', async (path, value) => {
    expect((await get(path)).headers['cache-control']).toBe(value);
  });
});

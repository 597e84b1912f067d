import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, type InlineConfig, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentPlugin } from '../../src/build/content-plugin.ts';
import type { Catalog } from '../../src/model/learning-route.ts';
import { FIXTURES } from './fixture-files.ts';

let root: string;
const BROKEN = 'modules/proef/01-eerste-stap.md';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'luisterroute-content-'));
  cpSync(join(FIXTURES, 'good'), root, { recursive: true });
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><html lang="nl"><title>Proef</title></html>',
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const config = (): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'silent',
  plugins: [contentPlugin()],
});

/** Puts one fault in the project on disk. */
function breakContent(): void {
  const path = join(root, BROKEN);
  writeFileSync(path, readFileSync(path, 'utf8').replace('completion: 0.9', 'completion: 90'));
}

describe('contentPlugin in a build', () => {
  it('writes the catalog and every file that it names', async () => {
    await build(config());
    const dist = join(root, 'dist');
    const catalog = JSON.parse(readFileSync(join(dist, 'catalog.json'), 'utf8')) as Catalog;
    const [first] = catalog.routes[0]?.modules ?? [];
    expect(readFileSync(join(dist, first?.audio?.url ?? ''))).toEqual(
      readFileSync(join(root, 'media/proef/eerste-stap/narration.mp3')),
    );
    expect(JSON.parse(readFileSync(join(dist, first?.contentUrl ?? ''), 'utf8'))).toMatchObject({
      title: 'Eerste stap',
    });
    expect(readFileSync(join(dist, first?.assetUrls[0] ?? ''), 'utf8')).toContain('<svg');
  });

  it('fails with the list of problems', async () => {
    breakContent();
    await expect(build(config())).rejects.toThrow(
      `Er is 1 probleem in de teksten:\n${BROKEN}:11:13 completion: 90 is groter dan 1.`,
    );
  });
});

describe('contentPlugin in development', () => {
  let server: ViteDevServer;
  let http: Server;
  let origin: string;

  beforeEach(async () => {
    server = await createServer({
      ...config(),
      base: '/app/',
      server: { middlewareMode: true, ws: false },
    });
    http = createHttpServer(server.middlewares);
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}/app/`;
  });
  afterEach(async () => {
    http.closeAllConnections();
    await new Promise((closed) => http.close(closed));
    await server.close();
  });

  it('serves the same addresses, and parts of the audio', async () => {
    const catalog = (await (await fetch(`${origin}catalog.json`)).json()) as Catalog;
    const url = catalog.routes[0]?.modules[0]?.audio?.url ?? '';
    const whole = readFileSync(join(root, 'media/proef/eerste-stap/narration.mp3'));
    const part = await fetch(origin + url, { headers: { Range: 'bytes=100-' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 100-12167/12168');
    expect(part.headers.get('content-type')).toBe('audio/mpeg');
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(100));
    const past = await fetch(origin + url, { headers: { Range: 'bytes=12168-' } });
    expect(past.status).toBe(416);
    expect((await fetch(`${origin}content/proef/geen.json`)).status).toBe(404);
  });

  it('reads again after a change, and goes on with what is good when there is a problem', async () => {
    const title = async (): Promise<string | undefined> => {
      const catalog = (await (await fetch(`${origin}catalog.json`)).json()) as Catalog;
      return catalog.routes[0]?.title;
    };
    expect(await title()).toBe('Een proefroute');
    const path = join(root, 'modules/proef/route.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Een proefroute', 'Een andere titel'));
    await expect.poll(title, { timeout: 5000 }).toBe('Een andere titel');
    breakContent();
    writeFileSync(path, readFileSync(path, 'utf8').replace('Een andere titel', 'Een derde titel'));
    await expect.poll(title, { timeout: 5000 }).toBe('Een derde titel');
  });
});

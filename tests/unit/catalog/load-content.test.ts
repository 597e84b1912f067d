import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadCatalog, loadModule } from '../../../src/catalog/load-content.ts';

const MODULE = { id: 'een', chapters: [] };
const CATALOG = { format: 1, routes: [] };

afterEach(() => vi.unstubAllGlobals());

/** The network, for one request. */
function answerWith(answer: () => Response | Promise<Response>): void {
  vi.stubGlobal('fetch', async () => answer());
}

/** The answer begins, and then the connection is gone. */
function cutOff(): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"id":"een",'));
      controller.error(new TypeError('network error'));
    },
  });
  return new Response(body);
}

describe('loading content', () => {
  it('gives what the host has', async () => {
    answerWith(() => Response.json(MODULE));
    expect(await loadModule('/content/een.json')).toEqual(MODULE);
    answerWith(() => Response.json(CATALOG));
    expect(await loadCatalog('/')).toEqual(CATALOG);
  });

  it.each<[string, () => Response | Promise<Response>, string]>([
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
    ['an answer that is cut off', cutOff, 'offline'],
    ['a host that has trouble', () => new Response('', { status: 503 }), 'offline'],
    ['no such file', () => new Response('', { status: 404 }), 'gone'],
    ['a file that was taken away', () => new Response('', { status: 410 }), 'gone'],
    ['a login page', () => new Response('<!doctype html>'), 'broken'],
    ['another file', () => Response.json({ id: 'een' }), 'broken'],
    ['nothing', () => new Response('null'), 'broken'],
  ])('%s is told as such', async (_, answer, code) => {
    answerWith(answer);
    await expect(loadModule('/content/een.json')).rejects.toMatchObject({ code });
  });

  it('does not take a catalog of another format', async () => {
    answerWith(() => Response.json({ ...CATALOG, format: 2 }));
    await expect(loadCatalog('/')).rejects.toMatchObject({ code: 'broken' });
  });
});

import { describe, expect, test } from 'vitest';
import { classifyMediaError, type FailureProbe } from '../../../src/player/media-failure.ts';

const URL = 'https://example.org/media/sound.mp3';

function probe(answer: number | 'no connection', isOnline = true) {
  const asked: { url: string; range: unknown }[] = [];
  const result: FailureProbe = {
    isOnline: () => isOnline,
    fetch: async (url, init) => {
      asked.push({ url, range: (init.headers as Record<string, string>).Range });
      if (answer === 'no connection') throw new TypeError('Failed to fetch');
      return new Response('x', { status: answer });
    },
  };
  return { ...result, asked };
}

describe('classifyMediaError', () => {
  test.each([
    { why: 'the element says network', code: 2, answer: 200, expected: 'network' },
    { why: 'the element says decode', code: 3, answer: 404, expected: 'decode' },
    { why: 'the file is not there', code: 4, answer: 404, expected: 'not-found' },
    { why: 'the file is gone', code: 4, answer: 410, expected: 'not-found' },
    { why: 'the file is there, so it is the file', code: 4, answer: 206, expected: 'unsupported' },
    { why: 'a host that ignores ranges', code: 4, answer: 200, expected: 'unsupported' },
    { why: 'the host is ill', code: 4, answer: 503, expected: 'network' },
    { why: 'no answer', code: 4, answer: 'no connection', expected: 'network' },
  ] as const)('$why', async ({ code, answer, expected }) => {
    expect(await classifyMediaError(code, URL, probe(answer))).toBe(expected);
  });

  test('asks for one byte, and not when the element said enough', async () => {
    const asking = probe(206);
    await classifyMediaError(4, URL, asking);
    expect(asking.asked).toEqual([{ url: URL, range: 'bytes=0-0' }]);
    const silent = probe(206);
    await classifyMediaError(2, URL, silent);
    await classifyMediaError(4, 'blob:https://example.org/1', silent);
    expect(silent.asked).toEqual([]);
  });

  test('without a connection nothing is asked', async () => {
    const offline = probe(404, false);
    expect(await classifyMediaError(4, URL, offline)).toBe('network');
    expect(offline.asked).toEqual([]);
  });

  test('a file of the listener that cannot play is about the file', async () => {
    expect(await classifyMediaError(4, 'blob:https://example.org/1', probe(200))).toBe(
      'unsupported',
    );
  });

  test('a web page in the place of the sound', async () => {
    const page = new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } });
    const login = { isOnline: () => true, fetch: async () => page };
    expect(await classifyMediaError(4, URL, login)).toBe('not-audio');
  });

  test('a network that sends on in the place of the sound, which is not followed', async () => {
    const inits: RequestInit[] = [];
    const away = {
      isOnline: () => true,
      fetch: async (_url: string, init: RequestInit) => {
        inits.push(init);
        return Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
      },
    };
    expect(await classifyMediaError(4, URL, away)).toBe('not-audio');
    expect(inits).toMatchObject([{ redirect: 'manual' }]);
  });

  test('an answer that breaks off before its first byte is the connection', async () => {
    const body = new ReadableStream({ start: (stream) => stream.error(new TypeError('cut')) });
    const cut = { isOnline: () => true, fetch: async () => new Response(body, { status: 206 }) };
    expect(await classifyMediaError(4, URL, cut)).toBe('network');
  });
});

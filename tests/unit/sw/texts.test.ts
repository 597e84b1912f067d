import { afterEach, expect, test, vi } from 'vitest';
import { SHELL_CACHE, TEXT_CACHE } from '../../../src/model/cache-names.ts';
import { sha256 } from '../../../src/model/sha256.ts';
import { answerText } from '../../../src/sw/texts.ts';
import { FakeCaches } from '../offline/fake-caches.ts';
import { BASE_URL } from '../offline/fake-host.ts';

const BYTES = new TextEncoder().encode('{}');

afterEach(() => vi.unstubAllGlobals());

/** A page asks for a text that is not kept. */
async function ask(caches: FakeCaches): Promise<Response> {
  const name = (await sha256(BYTES)).slice(0, 16);
  vi.stubGlobal('fetch', async () => new Response(BYTES));
  const work: Promise<void>[] = [];
  const request = new Request(`${BASE_URL}content/r/a.${name}.json`);
  const answer = await answerText(caches.asCacheStorage(), request, (kept) => work.push(kept));
  await Promise.all(work);
  return answer;
}

test('a text that comes from the network is kept', async () => {
  const caches = new FakeCaches();
  caches.cache(SHELL_CACHE);
  expect((await ask(caches)).status).toBe(200);
  expect(caches.cache(TEXT_CACHE).kept.size).toBe(1);
});

test('after everything was wiped an open page has its answer, and nothing is kept', async () => {
  const caches = new FakeCaches();
  expect((await ask(caches)).status).toBe(200);
  expect(await caches.keys()).toEqual([]);
});

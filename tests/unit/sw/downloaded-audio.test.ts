import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { AUDIO_CACHE } from '../../../src/model/cache-names.ts';
import { DownloadedAudio } from '../../../src/sw/downloaded-audio.ts';
import { FakeCaches } from '../offline/fake-caches.ts';
import { BASE_URL, makeBytes } from '../offline/fake-host.ts';

const HASH = 'ab'.repeat(32);
const PATH = `_audio/${HASH}`;
/** Small pieces: the worker takes them as they are. */
const SIZES = [40, 40, 17];
const BYTES = makeBytes(97);

let caches: FakeCaches;
let worker: DownloadedAudio;

const cache = () => caches.cache(AUDIO_CACHE);
const key = (part: string | number) => `${BASE_URL}${PATH}/${part}`;

async function store(manifest: unknown = { size: 97, type: 'audio/mpeg', pieces: 3 }) {
  let at = 0;
  for (const [index, size] of SIZES.entries()) {
    await cache().put(key(index), new Response(BYTES.slice(at, at + size)));
    at += size;
  }
  await cache().put(key('manifest'), Response.json(manifest));
}

beforeEach(() => {
  caches = new FakeCaches();
  worker = new DownloadedAudio(caches.asCacheStorage(), BASE_URL);
});

describe('downloaded audio', () => {
  it('answers every range as the joined bytes do', async () => {
    await store();
    const number = fc.integer({ min: 0, max: 120 });
    await fc.assert(
      fc.asyncProperty(number, fc.option(number, { nil: undefined }), async (first, last) => {
        const answer = await worker.answer(PATH, `bytes=${first}-${last ?? ''}`);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        if (last !== undefined && last < first) {
          expect(answer.status).toBe(200);
          expect([...bytes]).toEqual([...BYTES]);
        } else if (first >= 97) {
          expect(answer.status).toBe(416);
          expect(answer.headers.get('Content-Range')).toBe('bytes */97');
        } else {
          const expected = [...BYTES].slice(first, (last ?? 96) + 1);
          expect(answer.status).toBe(206);
          expect([...bytes]).toEqual(expected);
          expect(answer.headers.get('Content-Length')).toBe(String(expected.length));
          expect(answer.headers.get('Content-Range')).toBe(
            `bytes ${first}-${first + expected.length - 1}/97`,
          );
          expect(answer.headers.get('Content-Type')).toBe('audio/mpeg');
          expect(answer.headers.get('Accept-Ranges')).toBe('bytes');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('without a range is sent whole', async () => {
    await store();
    const answer = await worker.answer(PATH, null);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Length')).toBe('97');
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([...BYTES]);
  });

  it.each([
    ['unknown', `_audio/${'cd'.repeat(32)}`],
    ['not a hash', '_audio/x'],
    ['a piece by itself', `${PATH}/0`],
    ['its manifest', `${PATH}/manifest`],
  ])('%s is not found', async (_name, path) => {
    await store();
    expect((await worker.answer(path, 'bytes=0-')).status).toBe(404);
  });

  it.each([
    ['a piece is missing', async () => void (await cache().delete(key(1)))],
    ['the manifest is missing', async () => void (await cache().delete(key('manifest')))],
    ['a piece has another size', () => cache().put(key(1), new Response('x'))],
    ['the manifest is not ours', () => store({ size: '97', type: 'audio/mpeg', pieces: 3 })],
    ['the manifest names another type', () => store({ size: 97, type: 'text/html', pieces: 3 })],
    ['the manifest is not JSON', () => cache().put(key('manifest'), new Response('<html>'))],
  ])('is not found, before any byte, when %s', async (_name, spoil) => {
    await store();
    await spoil();
    const answer = await worker.answer(PATH, 'bytes=0-9');
    expect(answer.status).toBe(404);
    expect((await answer.arrayBuffer()).byteLength).toBe(0);
  });

  it('goes on from memory until it is told to forget', async () => {
    await store();
    await worker.answer(PATH, 'bytes=0-9');
    await cache().delete(key(1));
    expect((await worker.answer(PATH, 'bytes=50-59')).status).toBe(206);
    worker.forget('cd'.repeat(32));
    expect((await worker.answer(PATH, 'bytes=50-59')).status).toBe(206);
    worker.forget(HASH);
    expect((await worker.answer(PATH, 'bytes=50-59')).status).toBe(404);
  });

  it('looks again after a failure', async () => {
    await store();
    await cache().delete(key(1));
    expect((await worker.answer(PATH, 'bytes=0-9')).status).toBe(404);
    await store();
    expect((await worker.answer(PATH, 'bytes=0-9')).status).toBe(206);
  });

  it('makes no cache by looking for what is not there', async () => {
    expect((await worker.answer(PATH, null)).status).toBe(404);
    expect(await caches.keys()).toEqual([]);
  });
});

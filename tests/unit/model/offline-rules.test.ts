import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAudioManifest } from '../../../src/model/audio-manifest.ts';
import {
  audioManifestPath,
  audioPath,
  audioPiecePath,
  readAudioPath,
} from '../../../src/model/cache-names.ts';
import { isNamedContent, readNameHash } from '../../../src/model/content-name.ts';
import { pieceCount, pieceRange } from '../../../src/model/piece.ts';
import { isOwnScript } from '../../../src/model/script-policy.ts';
import { sha256 } from '../../../src/model/sha256.ts';
import { readWorkerMessage } from '../../../src/model/worker-message.ts';

const HASH = '0f'.repeat(32);

describe('addresses of downloaded audio', () => {
  it('are read as they are written', () => {
    expect(readAudioPath(audioPath(HASH))).toEqual({ hash: HASH, part: 'whole' });
    expect(readAudioPath(audioPiecePath(HASH, 12))).toEqual({ hash: HASH, part: 12 });
    expect(readAudioPath(audioManifestPath(HASH))).toEqual({ hash: HASH, part: 'manifest' });
  });

  it.each(['', '_audio/', '_audio/0f', `_audio/${HASH}/`, `_audio/${HASH}/x`, `media/${HASH}`])(
    '%s is none',
    (path) => expect(readAudioPath(path)).toBeUndefined(),
  );
});

describe('names of texts and figures', () => {
  it.each([
    ['content/proef/eerste-stap.04e30d2b10.json', '04e30d2b10'],
    ['content/proef/tekening-6c37032757.svg', '6c37032757'],
    ['content/proef/tekening.svg', undefined],
    ['content/proef/korte-abc.json', undefined],
  ])('%s', (path, hash) => expect(readNameHash(path)).toBe(hash));

  it('promise the start of the hash, and a name without one promises nothing', () => {
    expect(isNamedContent('a.04e30d2b10.json', '04e30d2b10ff')).toBe(true);
    expect(isNamedContent('a.04e30d2b10.json', '14e30d2b10ff')).toBe(false);
    expect(isNamedContent('a.json', '04e30d2b10ff')).toBe(false);
  });
});

describe('pieces', () => {
  it('are 1 MiB, the last one shorter', () => {
    expect(pieceRange(2_500_000, 0)).toEqual({ first: 0, last: 1_048_575, length: 1_048_576 });
    expect(pieceRange(2_500_000, 2)).toEqual({
      first: 2_097_152,
      last: 2_499_999,
      length: 402_848,
    });
  });

  it('cover every byte once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000 }), (size) => {
        let next = 0;
        for (let index = 0; index < pieceCount(size); index += 1) {
          const { first, last, length } = pieceRange(size, index);
          expect(first).toBe(next);
          expect(length).toBe(last - first + 1);
          next = last + 1;
        }
        expect(next).toBe(size);
      }),
    );
  });
});

describe('scripts that may be started', () => {
  const base = 'https://luisterroute.test/app/';

  it.each([
    ['sw.js', true],
    ['https://luisterroute.test/app/sw.js', true],
    ['/app/assets/search-worker-Ab_1.js', true],
    ['/sw.js', false],
    ['sw.js?x', false],
    ['sw.js#x', false],
    ['assets/../content/x.js', false],
    ['content/x.js', false],
    ['https://example.org/app/sw.js', false],
    ['https://luisterroute.test.example.org/app/sw.js', false],
    ['data:text/javascript,1', false],
    ['blob:https://luisterroute.test/app/sw.js', false],
  ])('%s: %s', (url, expected) => expect(isOwnScript(url, base)).toBe(expected));
});

describe('what crosses the border to the worker', () => {
  it.each([
    [{ kind: 'use-new-version', more: 1 }, { kind: 'use-new-version' }],
    [
      { kind: 'forget-audio', hash: HASH },
      { kind: 'forget-audio', hash: HASH },
    ],
    [{ kind: 'forget-audio', hash: 3 }, undefined],
    [{ kind: 'other' }, undefined],
    ['use-new-version', undefined],
    [null, undefined],
  ])('message %j', (data, expected) => expect(readWorkerMessage(data)).toEqual(expected));

  it.each([
    [{ size: 1, type: 'audio/mpeg', pieces: 1 }, true],
    [{ size: 0, type: 'audio/mpeg', pieces: 1 }, false],
    [{ size: 1, type: 'audio/mpeg', pieces: 1.5 }, false],
    [{ size: 1, type: 'text/html', pieces: 1 }, false],
    [{ size: 1, type: 'audio/mpeg' }, false],
    [null, false],
  ])('manifest %j', (data, isOne) => expect(readAudioManifest(data) !== undefined).toBe(isOne));
});

it('hashes as FIPS 180-4 says', async () => {
  // The example of "abc" in the standard's appendix.
  expect(await sha256(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

import { beforeEach, describe, expect, it } from 'vitest';
import { findDataLoss, type MarkerPlaces, markData } from '../../../src/offline/data-marker.ts';
import { FakeCaches } from './fake-caches.ts';

/** One cookie, as a document with this path sees it. */
class FakeDocument {
  written = '';
  get cookie(): string {
    return this.written.startsWith('had_data=1') ? 'andere=2; had_data=1' : 'andere=2';
  }
  set cookie(text: string) {
    this.written = text;
  }
}

let document: FakeDocument;
let caches: FakeCaches;
let hasRecord: boolean;

beforeEach(() => {
  document = new FakeDocument();
  caches = new FakeCaches();
  hasRecord = false;
});

function places(): MarkerPlaces {
  return {
    document,
    caches: caches.asCacheStorage(),
    baseUrl: 'https://luisterroute.test/app/',
    readRecord: async () => hasRecord,
    writeRecord: async () => {
      hasRecord = true;
    },
  };
}

describe('the signs', () => {
  it('name nobody: one bit, only for this app', async () => {
    await markData(places());
    expect(document.written).toBe(
      'had_data=1; Max-Age=34560000; Path=/app/; SameSite=Strict; Secure',
    );
  });

  it('that were never set tell of no loss', async () => {
    expect(await findDataLoss(places())).toBeUndefined();
  });

  it.each([
    ['nothing', () => undefined, undefined],
    [
      'the records',
      () => {
        hasRecord = false;
      },
      'everything',
    ],
    ['the cache', () => caches.cache('luisterroute-marker').kept.clear(), 'downloads'],
    [
      'the cookie',
      () => {
        document.written = '';
      },
      undefined,
    ],
    [
      'the records and the cache',
      () => {
        hasRecord = false;
        caches.cache('luisterroute-marker').kept.clear();
      },
      'everything',
    ],
    [
      'the records and the cookie',
      () => {
        hasRecord = false;
        document.written = '';
      },
      'everything',
    ],
  ])('without %s tell: %s', async (_name, lose, expected) => {
    await markData(places());
    lose();
    expect(await findDataLoss(places())).toBe(expected);
  });
});

/**
 * Signs that something was kept here, in three places that a browser clears apart: a record, a cache and a
 * cookie without a value. One that is gone while another is there tells what the browser took away.
 */

import { DATA_COOKIE } from '../model/cache-names.ts';

/** `everything`: notes, places and downloads. `downloads`: only what was to be had without a connection. */
export type DataLoss = 'everything' | 'downloads';

/** Browsers keep a cookie so long at most. */
const COOKIE_DAYS = 400;

const MARKER_CACHE = 'luisterroute-marker';
const MARKER_PATH = '_marker';

/** Where the signs are. */
export interface MarkerPlaces {
  document: Pick<Document, 'cookie'>;
  caches: CacheStorage;
  /** The absolute address of the app's folder, ending with a slash. */
  baseUrl: string;
  /** The sign among the records, which are only asked when they can be read. */
  readRecord(): Promise<boolean>;
  writeRecord(): Promise<void>;
}

/** What is missing, judged by the signs alone. @returns `undefined` when nothing is known to be gone */
export async function findDataLoss(places: MarkerPlaces): Promise<DataLoss | undefined> {
  const hasRecord = await places.readRecord();
  const hasCookie = readCookie(places.document.cookie);
  const hasCache = (await findInCache(places)) !== undefined;
  if (!hasRecord) return hasCookie || hasCache ? 'everything' : undefined;
  return hasCache ? undefined : 'downloads';
}

/** Sets all signs; a place that refuses is left out. */
export async function markData(places: MarkerPlaces): Promise<void> {
  const { pathname, protocol } = new URL(places.baseUrl);
  const secure = protocol === 'https:' ? '; Secure' : '';
  try {
    places.document.cookie = `${DATA_COOKIE}=1; Max-Age=${COOKIE_DAYS * 86_400}; Path=${pathname}; SameSite=Strict${secure}`;
  } catch {
    // Refused in a frame without an origin of its own.
  }
  await Promise.allSettled([
    places.writeRecord(),
    places.caches
      .open(MARKER_CACHE)
      .then((cache) => cache.put(places.baseUrl + MARKER_PATH, new Response('1'))),
  ]);
}

function readCookie(cookies: string): boolean {
  return cookies.split(';').some((part) => part.trim() === `${DATA_COOKIE}=1`);
}

async function findInCache({ caches, baseUrl }: MarkerPlaces): Promise<Response | undefined> {
  try {
    const cache = await caches.open(MARKER_CACHE);
    return await cache.match(baseUrl + MARKER_PATH);
  } catch {
    return undefined;
  }
}

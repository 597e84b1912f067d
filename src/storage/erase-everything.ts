/**
 * Deletes everything that the app keeps in this browser, and looks afterwards whether it is gone. Other
 * apps on the same host keep theirs: all of ours carries the app's name.
 */
import { DATA_COOKIE } from '../model/cache-names.ts';
import type { Milliseconds } from '../model/units.ts';
import { DATABASE_NAME } from './database-steps.ts';
import { ifAllowed } from './if-allowed.ts';
import { SAFETY_DATABASE } from './safety-copies.ts';
import type { StorageLike } from './tail.ts';

/** What the names of databases, caches and keys begin with. */
const OWN_NAME = /^luisterroute/;

/** The parts of the browser that keep things; one that is absent keeps nothing. */
export interface ErasableHost {
  indexedDB: IDBFactory | undefined;
  caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined;
  storages: readonly (StorageLike | null | undefined)[];
  /** `document`, for its cookies. */
  cookies: { cookie: string };
  /** Of the page, from the root of the host. */
  path: string;
  /** The app's own registrations. */
  registrations: () => Promise<readonly Pick<ServiceWorkerRegistration, 'unregister'>[]>;
  /** Between two looks. */
  wait: (time: Milliseconds) => Promise<void>;
}

/** How often is looked again, while another page finishes its last write. */
const MOST_LOOKS = 10;
const LOOK_AGAIN: Milliseconds = 200;

/**
 * @param onBlocked - Called when another tab holds a database open; the deletion goes on when it closes.
 * @returns The names of what could not be deleted; empty when nothing is left. It never rejects: what a browser
 * refuses to show is skipped, and the rest goes.
 */
export async function eraseEverything(
  host: ErasableHost,
  onBlocked: () => void,
): Promise<string[]> {
  let left: string[] = [];
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    // The worker goes first: it fills caches. Then what asks the other tabs to let go.
    await quietly(async () => {
      for (const registration of await host.registrations()) await registration.unregister();
    });
    for (const name of await databaseNames(host.indexedDB)) {
      await quietly(() => deleteDatabase(host.indexedDB, name, onBlocked));
    }
    for (const name of await cacheNames(host)) {
      await quietly(async () => void (await host.caches?.delete(name)));
    }
    for (const storage of host.storages) {
      for (const key of keysOf(storage)) await quietly(async () => storage?.removeItem(key));
    }
    for (const name of cookieNames(host)) await quietly(async () => forgetCookie(host, name));
    left = await findLeft(host);
    if (left.length === 0) return left;
    await host.wait(LOOK_AGAIN);
  }
  return left;
}

async function findLeft(host: ErasableHost): Promise<string[]> {
  const registrations = await orNothing(async () => host.registrations());
  return [
    ...(await existingDatabases(host.indexedDB)),
    ...(await cacheNames(host)),
    ...host.storages.flatMap(keysOf),
    ...cookieNames(host),
    ...registrations.map(() => 'service worker'),
  ];
}

/** Those that are there, and ours by name where the browser does not tell. */
async function databaseNames(factory: IDBFactory | undefined): Promise<string[]> {
  return [...new Set([DATABASE_NAME, SAFETY_DATABASE, ...(await existingDatabases(factory))])];
}

async function existingDatabases(factory: IDBFactory | undefined): Promise<string[]> {
  const found = await orNothing(async () => factory?.databases?.() ?? []);
  return found.map(({ name }) => name ?? '').filter((name) => OWN_NAME.test(name));
}

function deleteDatabase(
  factory: IDBFactory | undefined,
  name: string,
  onBlocked: () => void,
): Promise<void> {
  if (!factory) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = onBlocked;
  });
}

async function cacheNames({ caches }: ErasableHost): Promise<string[]> {
  const names = await orNothing(async () => caches?.keys() ?? []);
  return names.filter((name) => OWN_NAME.test(name));
}

/** Some browsers give `null` for a storage that they refuse, and some throw when it is used. */
function keysOf(storage: StorageLike | null | undefined): string[] {
  const keys = ifAllowed(() => {
    const length = storage?.length ?? 0;
    return Array.from({ length }, (_, index) => storage?.key(index) ?? '');
  });
  return (keys ?? []).filter((key) => OWN_NAME.test(key));
}

function cookieNames({ cookies }: ErasableHost): string[] {
  // Refused in a frame without an origin of its own: it has none.
  const text = ifAllowed(() => cookies.cookie) ?? '';
  return text
    .split(';')
    .map((pair) => pair.split('=')[0]?.trim() ?? '')
    .filter((name) => OWN_NAME.test(name) || name === DATA_COOKIE);
}

/** A cookie can hang on any folder above the page, named with or without its last slash. */
function forgetCookie({ cookies, path }: ErasableHost, name: string): void {
  const parts = path.split('/');
  for (const depth of parts.keys()) {
    const folder = parts.slice(0, depth).join('/');
    for (const end of ['', '/']) {
      // The older way: the newer one is not in every browser, and cannot be used without a promise.
      cookies.cookie = `${name}=; Max-Age=0; Path=${folder}${end}`;
    }
  }
}

/** What cannot be asked for is taken as not there. */
async function orNothing<Item>(ask: () => Promise<readonly Item[]>): Promise<readonly Item[]> {
  try {
    return await ask();
  } catch {
    return [];
  }
}

/** What fails is found by looking afterwards. */
async function quietly(work: () => Promise<void>): Promise<void> {
  await work().catch(() => undefined);
}

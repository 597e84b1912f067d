import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { type ErasableHost, eraseEverything } from '../../../src/storage/erase-everything.ts';
import { FakeLocalStorage } from './fake-browser.ts';

async function setUp() {
  const factory = new IDBFactory();
  const open = (name: string) =>
    new Promise<IDBDatabase>((resolve) => {
      const request = factory.open(name);
      request.onsuccess = () => resolve(request.result);
    });
  for (const name of ['luisterroute', 'luisterroute-veiligheidskopieen', 'iets-anders']) {
    (await open(name)).close();
  }
  const caches = new Set(['luisterroute-audio', 'luisterroute-shell', 'buren']);
  const local = new FakeLocalStorage();
  for (const key of ['luisterroute.theme', 'luisterroute-was-here', 'van-de-buren']) {
    local.setItem(key, '1');
  }
  const jar = new Map([
    ['luisterroute-x', '1'],
    ['had_data', '1'],
    ['buren', '1'],
  ]);
  const registrations = new Set(['worker']);
  const host: ErasableHost = {
    indexedDB: factory,
    caches: {
      keys: async () => [...caches],
      delete: async (name) => caches.delete(name),
    },
    storages: [local],
    cookies: {
      get cookie() {
        return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      },
      set cookie(text: string) {
        if (text.endsWith('Max-Age=0; Path=/app/instellingen/')) {
          jar.delete(text.split('=')[0] ?? '');
        }
      },
    },
    path: '/app/instellingen/',
    registrations: async () =>
      [...registrations].map((name) => ({ unregister: async () => registrations.delete(name) })),
    wait: async () => undefined,
  };
  return { factory, open, caches, local, jar, registrations, host };
}

test('everything of ours goes, and nothing of the neighbours', async () => {
  const { factory, caches, local, jar, registrations, host } = await setUp();
  expect(await eraseEverything(host, () => undefined)).toEqual([]);
  expect((await factory.databases()).map(({ name }) => name)).toEqual(['iets-anders']);
  expect([...caches]).toEqual(['buren']);
  expect([...local.entries.keys()]).toEqual(['van-de-buren']);
  expect([...jar.keys()]).toEqual(['buren']);
  expect([...registrations]).toEqual([]);
});

test('what another page writes meanwhile goes at a second look', async () => {
  const { caches, host } = await setUp();
  let looks = 0;
  const wait = async () => {
    looks += 1;
  };
  const keep = host.caches;
  if (!keep) throw new Error('no caches');
  const late = {
    keys: keep.keys,
    delete: async (name: string) => {
      const isDeleted = await keep.delete(name);
      if (looks === 0) caches.add('luisterroute-texts');
      return isDeleted;
    },
  };
  expect(await eraseEverything({ ...host, caches: late, wait }, () => undefined)).toEqual([]);
  expect(looks).toBe(1);
  expect([...caches]).toEqual(['buren']);
});

test('what cannot be deleted is named', async () => {
  const { host } = await setUp();
  const stuck = { keys: async () => ['luisterroute-audio'], delete: async () => false };
  expect(await eraseEverything({ ...host, caches: stuck }, () => undefined)).toEqual([
    'luisterroute-audio',
  ]);
});

test('a tab that holds on is told of, and the deletion goes on when it lets go', async () => {
  const { factory, open, host } = await setUp();
  const holding = await open('luisterroute');
  const onBlocked = vi.fn(() => holding.close());
  expect(await eraseEverything(host, onBlocked)).toEqual([]);
  expect(onBlocked).toHaveBeenCalledTimes(1);
  expect((await factory.databases()).map(({ name }) => name)).toEqual(['iets-anders']);
});

const DENIED = () => {
  throw new DOMException('denied', 'SecurityError');
};

test.each<[string, Partial<ErasableHost>]>([
  ['no storage', { storages: [null, undefined] }],
  [
    'a storage that throws when it is used',
    {
      storages: [
        {
          get length() {
            return DENIED();
          },
          key: DENIED,
          getItem: DENIED,
          setItem: DENIED,
          removeItem: DENIED,
        },
      ],
    },
  ],
  [
    'no cookies',
    {
      cookies: {
        get cookie() {
          return DENIED();
        },
      },
    },
  ],
  ['no caches', { caches: { keys: DENIED, delete: DENIED } }],
  ['no registrations', { registrations: DENIED }],
])('where a browser gives %s the rest goes', async (_what, refused) => {
  const { factory, host } = await setUp();
  expect(await eraseEverything({ ...host, ...refused }, () => undefined)).toEqual([]);
  expect((await factory.databases()).map(({ name }) => name)).toEqual(['iets-anders']);
});

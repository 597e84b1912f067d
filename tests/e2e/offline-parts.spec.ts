/** The worker, the pieces and the updates in a real browser, with the server really stopped. */
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { OfflinePage } from '../fixtures/offline-page/main.ts';
import { test as base, expect, startSite } from './fixtures.ts';
import { buildOfflineSite, type OfflineSite } from './offline-site.ts';

declare const offline: OfflinePage;

const test = base.extend<object, { built: OfflineSite; newer: OfflineSite }>({
  built: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it.
    async ({}, use) => {
      const site = await buildOfflineSite();
      await use(site);
      await site.remove();
    },
    { scope: 'worker' },
  ],
  newer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it.
    async ({}, use) => {
      const site = await buildOfflineSite('versie 2');
      await use(site);
      await site.remove();
    },
    { scope: 'worker' },
  ],
  folder: async ({ built }, use) => use(built.folder),
});

// What these are about begins with the worker.
test.use({ serviceWorkers: 'allow' });

/** Opens the page and waits until the worker answers it. */
async function openControlled(page: Page): Promise<void> {
  await page.goto('/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
}

async function download(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { routes } = await offline.catalog();
    offline.downloads.download(routes.flatMap((route) => route.modules));
    return new Promise<string>((resolve) => {
      const look = () => {
        const kind = offline.downloads.states.get('een')?.kind;
        if (kind === 'ready' || kind === 'failed') resolve(kind);
      };
      offline.downloads.onChange(look);
      look();
    });
  });
}

interface Part {
  status: number;
  contentRange: string | null;
  length: string | null;
  hash: string;
}

/** Asks for parts of a file as a media element does. */
async function fetchParts(page: Page, url: string, ranges: string[]): Promise<Part[]> {
  return page.evaluate(
    async ([address, headers]) =>
      Promise.all(
        headers.map(async (range) => {
          const init = range === '' ? {} : { headers: { Range: range } };
          const response = await fetch(address, init);
          const bytes = await response.arrayBuffer();
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
          return {
            status: response.status,
            contentRange: response.headers.get('Content-Range'),
            length: response.headers.get('Content-Length'),
            hash: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
          };
        }),
      ),
    [url, ranges] as const,
  );
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Plays from a point for a moment. @returns where the sound is, or the number of the element's error */
async function playFrom(page: Page, time: number): Promise<{ at: number; error: number }> {
  return page.evaluate(async (from) => {
    const player = document.querySelector('audio');
    if (!player) throw new Error('no player');
    const failed = new Promise((resolve) =>
      player.addEventListener('error', resolve, { once: true }),
    );
    const played = (async () => {
      player.currentTime = from;
      await player.play();
      const start = player.currentTime;
      while (player.currentTime < start + 0.3) await new Promise((r) => setTimeout(r, 20));
      player.pause();
    })();
    await Promise.race([failed, played.catch(() => undefined)]);
    return { at: player.currentTime, error: player.error?.code ?? 0 };
  }, time);
}

async function loadSound(page: Page, url: string): Promise<number> {
  return page.evaluate(async (source) => {
    const player = document.querySelector('audio');
    if (!player) throw new Error('no player');
    player.muted = true;
    player.src = source;
    await new Promise((resolve) => {
      for (const name of ['canplay', 'error'])
        player.addEventListener(name, resolve, { once: true });
    });
    return player.error ? -player.error.code : player.duration;
  }, url);
}

test('the worker starts under the policy, and no other script can be started', async ({ page }) => {
  await openControlled(page);
  const result = await page.evaluate(() => {
    const tryUrl = (url: string) => {
      try {
        offline.scriptUrls(url);
        return 'allowed';
      } catch {
        return 'refused';
      }
    };
    return {
      violations: offline.violations,
      own: tryUrl('/sw.js'),
      other: tryUrl('https://example.org/sw.js'),
      uploaded: tryUrl('/content/x.js'),
    };
  });
  expect(result).toEqual({ violations: [], own: 'allowed', other: 'refused', uploaded: 'refused' });
  const raw = await page.evaluate(() =>
    navigator.serviceWorker.register('/sw.js').then(
      () => 'registered',
      (error: Error) => error.name,
    ),
  );
  expect(raw).toBe('TypeError');
});

test('the worker may not reach another host', async ({ page, context, built }) => {
  const other = await startSite(built.folder);
  await openControlled(page);
  const [worker] = context.serviceWorkers();
  const reached = await worker?.evaluate(
    async ([own, foreign]) =>
      Promise.all(
        [own, foreign].map((url) =>
          fetch(`${url}catalog.json`, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          ),
        ),
      ),
    [new URL('/', page.url()).href, other.url] as const,
  );
  await other.stop();
  expect(reached).toEqual([true, false]);
});

test('after one visit every screen opens with the server stopped', async ({ page, site }) => {
  await openControlled(page);
  const kept = await page.evaluate(async () => {
    const catalog = await offline.catalog();
    return offline.texts.keepTexts(catalog, 'proef');
  });
  expect(kept).toEqual({ kept: 1, failed: 0 });
  await site.stop();
  for (const address of [
    '/',
    '/proef/',
    '/proef/een/?t=95#vraag-x',
    '/notities/',
    '/bestaat-niet/',
  ]) {
    await page.goto(address);
    await expect(page.locator('h1')).toHaveText('Proefpagina');
  }
  const text = await page.evaluate(async () => {
    const { routes } = await offline.catalog();
    const response = await fetch(`/${routes[0]?.modules[0]?.contentUrl}`);
    return response.json();
  });
  expect(text).toEqual({ id: 'een', chapters: [] });
});

test('downloaded audio plays and seeks with the server stopped', async ({ page, site, built }) => {
  const { audio, bytes } = built;
  await openControlled(page);
  expect(await download(page)).toBe('ready');
  await site.stop();
  await page.goto('/proef/een/');

  const url = `/_audio/${audio.hash}`;
  const size = bytes.length;
  const border = 1_048_576;
  const cases: [string, number, number][] = [
    ['bytes=0-0', 0, 0],
    ['bytes=0-', 0, size - 1],
    [`bytes=${border - 1}-${border}`, border - 1, border],
    [`bytes=${border}-`, border, size - 1],
    [`bytes=${size - 1}-${size + 99}`, size - 1, size - 1],
    ['bytes=-100', size - 100, size - 1],
    ['bytes=12345-2345678', 12_345, 2_345_678],
  ];
  const parts = await fetchParts(
    page,
    url,
    cases.map(([range]) => range),
  );
  for (const [index, [range, first, last]] of cases.entries()) {
    expect(parts[index], range).toEqual({
      status: 206,
      contentRange: `bytes ${first}-${last}/${size}`,
      length: String(last - first + 1),
      hash: hashOf(bytes.subarray(first, last + 1)),
    });
  }
  const [past, whole, several] = await fetchParts(page, url, [
    `bytes=${size}-`,
    '',
    'bytes=0-1,5-6',
  ]);
  expect(past).toMatchObject({ status: 416, contentRange: `bytes */${size}` });
  expect(whole).toMatchObject({ status: 200, hash: audio.hash });
  expect(several).toMatchObject({ status: 200, hash: audio.hash });

  // Without a table of its frames the browser estimates the length of an MP3.
  const duration = await loadSound(page, url);
  expect(Math.abs(duration - audio.duration)).toBeLessThan(3);
  for (const share of [0.9, 0.1, 0.5]) {
    const { at, error } = await playFrom(page, duration * share);
    expect(error).toBe(0);
    expect(at).toBeGreaterThanOrEqual(duration * share);
    expect(at).toBeLessThan(duration * share + 3);
  }
});

test('a missing piece fails at once, and a check repairs it', async ({ page, built }) => {
  const { audio } = built;
  await openControlled(page);
  await download(page);
  const url = `/_audio/${audio.hash}`;
  await page.evaluate(async (hash) => {
    const cache = await caches.open('luisterroute-audio');
    await cache.delete(`/_audio/${hash}/1`);
    offline.update.send({ kind: 'forget-audio', hash });
  }, audio.hash);
  expect((await fetchParts(page, url, ['bytes=0-']))[0]?.status).toBe(404);
  // 4 is MEDIA_ERR_SRC_NOT_SUPPORTED, which a 404 gives.
  expect(await loadSound(page, url)).toBe(-4);
  await page.evaluate(() => offline.downloads.verify());
  expect(await fetchParts(page, url, ['bytes=0-'])).toMatchObject([
    { status: 206, hash: audio.hash },
  ]);
});

test('audio that is not downloaded never passes the worker, and is never kept', async ({
  page,
  built,
}) => {
  await openControlled(page);
  const answer = page.waitForResponse((response) => response.url().endsWith('.mp3'));
  await fetchParts(page, `/${built.audio.url}`, ['bytes=0-99']);
  expect((await answer).fromServiceWorker()).toBe(false);
  const keys = await page.evaluate(
    async () => (await (await caches.open('luisterroute-audio')).keys()).length,
  );
  expect(keys).toBe(0);
});

test('a sound of the app itself can be asked for in parts too', async ({ page, site }) => {
  await openControlled(page);
  await site.stop();
  const parts = await fetchParts(page, '/sounds/tussen.mp3', ['bytes=10-19', '']);
  expect(parts).toMatchObject([
    { status: 206, contentRange: 'bytes 10-19/8493', length: '10' },
    { status: 200, length: '8493' },
  ]);
});

test('a download that runs out of room keeps whole pieces only', async ({
  page,
  site,
  context,
}) => {
  await openControlled(page);
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(site.url).origin,
    quotaSize: 2_000_000,
  });
  expect(await download(page)).toBe('failed');
  const found = await page.evaluate(async () => {
    const cache = await caches.open('luisterroute-audio');
    const sizes = await Promise.all(
      (await cache.keys()).map(async (key) => (await (await cache.match(key))?.blob())?.size),
    );
    return { state: offline.downloads.states.get('een'), sizes };
  });
  expect(found.state).toMatchObject({ kind: 'failed', code: 'quota' });
  expect(found.sizes.every((size) => size === 1_048_576)).toBe(true);
});

test('a new version waits until the person asks, and only that tab reloads', async ({
  context,
  site,
  newer,
}) => {
  const page = await context.newPage();
  await openControlled(page);
  const other = await context.newPage();
  await other.goto('/');
  await site.start(newer.folder);
  await page.evaluate(() => offline.update.check());
  await expect.poll(() => page.evaluate(() => offline.waiting)).toBe(1);
  await page.goto('/notities/');
  await expect(page.locator('#version')).toHaveText('versie 1');
  await expect
    .poll(() => page.evaluate(() => offline.update.check().then(() => 'checked')))
    .toBe('checked');

  await expect.poll(() => page.evaluate(() => offline.waiting)).toBe(1);
  const loads = await page.evaluate(() => offline.loads);
  await page.evaluate(() => offline.update.applyUpdate());
  await expect(page.locator('#version')).toHaveText('versie 2');
  expect(await page.evaluate(() => offline.loads)).toBe(loads + 1);

  await expect(other.locator('#version')).toHaveText('versie 1');
  expect(await other.evaluate(() => offline.loads)).toBe(1);
  await site.stop();
  expect(await other.evaluate(() => offline.lazy())).toBe('code of versie 1');
  expect(await page.evaluate(() => offline.lazy())).toBe('code of versie 2');
});

test('a killed browser goes on from the data it had', async ({ profile, site, built }) => {
  const first = await profile.open();
  await openControlled(first.page);
  expect(await download(first.page)).toBe('ready');
  await first.kill();
  await site.stop();
  const second = await profile.open();
  await second.page.goto('/proef/een/');
  const state = await second.page.evaluate(async () => {
    const { routes } = await offline.catalog();
    await offline.downloads.start(routes.flatMap((route) => route.modules));
    return offline.downloads.states.get('een');
  });
  expect(state).toMatchObject({
    kind: 'ready',
    size: built.bytes.length + built.module.contentSize,
  });
  const [whole] = await fetchParts(second.page, `/_audio/${built.audio.hash}`, ['']);
  expect(whole).toMatchObject({ status: 200, hash: built.audio.hash });
});

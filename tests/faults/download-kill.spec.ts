/** SIGKILL at any moment of a download: what the next browser calls ready plays to the last byte. */

import { test as base, expect } from '../e2e/fixtures.ts';
import { buildOfflineSite, type OfflineSite } from '../e2e/offline-site.ts';
import type { OfflinePage } from '../fixtures/offline-page/main.ts';
import { killRounds } from '../kill-rounds.ts';

declare const offline: OfflinePage;

const test = base.extend<object, { built: OfflineSite }>({
  built: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it.
    async ({}, use) => {
      const site = await buildOfflineSite();
      await use(site);
      await site.remove();
    },
    { scope: 'worker' },
  ],
  folder: async ({ built }, use) => use(built.folder),
});

/** In milliseconds. A download of the made-up file takes about half of it, so kills come during and after. */
const LONGEST_WAIT = 800;

test('a kill during a download never leaves a module that is called ready and is not', async ({
  profile,
  built,
}) => {
  const { rounds, seed, random } = killRounds(50);
  const ends: Record<string, number> = {};
  for (let round = 0; round < rounds; round += 1) {
    const name = `SEED=${seed}, round ${round}`;
    const wait = random(round)() * LONGEST_WAIT;
    const killed = await profile.open();
    await killed.page.goto('/');
    await killed.page.evaluate(async () => {
      const { routes } = await offline.catalog();
      const modules = routes.flatMap((route) => route.modules);
      await offline.downloads.start([]);
      await offline.downloads.remove('een');
      offline.downloads.download(modules);
    });
    await killed.page.waitForTimeout(wait);
    await killed.kill();

    const next = await profile.open();
    await next.page.goto('/');
    const found = await next.page.evaluate(async () => {
      const { routes } = await offline.catalog();
      const modules = routes.flatMap((route) => route.modules);
      const kinds: string[] = [];
      const stop = offline.downloads.onChange((states) => {
        kinds.push(states.get('een')?.kind ?? 'none');
      });
      await offline.downloads.start(modules);
      stop();
      const [{ audio } = {}] = modules;
      const cache = await caches.open('luisterroute-audio');
      const pieces = await Promise.all(
        (audio?.pieces ?? []).map(async (_, index) =>
          (await cache.match(`/_audio/${audio?.hash}/${index}`))?.blob(),
        ),
      );
      const present = pieces.filter((piece) => piece !== undefined);
      const bytes = await new Blob(present).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return {
        atStart: kinds[0] ?? 'none',
        atEnd: offline.downloads.states.get('een')?.kind,
        hash: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
      };
    });
    ends[found.atStart] = (ends[found.atStart] ?? 0) + 1;
    // Killed before its wish was stored: nothing was promised.
    if (found.atStart !== 'none') {
      expect(found.atEnd, name).toBe('ready');
      expect(found.hash, name).toBe(built.audio.hash);
    }
    await next.page.evaluate(() => offline.downloads.remove('een'));
    await next.close();
  }
  console.log(`SEED=${seed}: ${rounds} kills, found at the next start: ${JSON.stringify(ends)}`);
});

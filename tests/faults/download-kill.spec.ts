/** SIGKILL at any moment of a download: what the next browser calls ready plays to the last byte. */

import { test as base, expect, type Profile } from '../e2e/fixtures.ts';
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

/** Of the time that a download takes on this machine: most kills come during it, some after. */
const LONGEST_WAIT = 1.2;

/** A machine is not always equally busy: too late makes the next kills earlier, and the other way round. */
const NEARER = 0.9;

/** Downloads it once, undisturbed, and takes it away. @returns how long that took, in milliseconds */
async function measureDownload(profile: Profile): Promise<number> {
  const { page, close } = await profile.open();
  await page.goto('/');
  const time = await page.evaluate(async () => {
    const { routes } = await offline.catalog();
    await offline.downloads.start([]);
    const begin = performance.now();
    offline.downloads.download(routes.flatMap((route) => route.modules));
    while (offline.downloads.states.get('een')?.kind !== 'ready') {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const taken = performance.now() - begin;
    await offline.downloads.remove('een');
    return taken;
  });
  await close();
  return time;
}

test('a kill during a download never leaves a module that is called ready and is not', async ({
  profile,
  built,
}) => {
  const { rounds, seed, random } = killRounds(50);
  const ends: Record<string, number> = {};
  let longestWait = LONGEST_WAIT * (await measureDownload(profile));
  for (let round = 0; round < rounds; round += 1) {
    const name = `SEED=${seed}, round ${round}`;
    const wait = random(round)() * longestWait;
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
    longestWait *= found.atStart === 'ready' ? NEARER : 1 / NEARER;
    ends[found.atStart] = (ends[found.atStart] ?? 0) + 1;
    // Killed before its wish was stored: nothing was promised.
    if (found.atStart !== 'none') {
      expect(found.atEnd, name).toBe('ready');
      expect(found.hash, name).toBe(built.audio.hash);
    }
    await next.page.evaluate(() => offline.downloads.remove('een'));
    await next.close();
  }
  console.log(
    `SEED=${seed}: ${rounds} kills within ${longestWait.toFixed(0)} ms at last, found at the next start: ${JSON.stringify(ends)}`,
  );
});

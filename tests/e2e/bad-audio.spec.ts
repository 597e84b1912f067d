/**
 * Sound that does not come as it should, from a host that misbehaves, and stored values that make no sense. Each
 * time the screen says what happened, what is kept and what to do; the place stays; one press plays again.
 */
import type { Locator, Page } from '@playwright/test';
import type { Progress } from '../../src/model/progress.ts';
import type { Seconds } from '../../src/model/units.ts';
import { killRounds } from '../kill-rounds.ts';
import { test as base, expect, openPage, started } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { type AudioFault, type FaultServer, startFaultServer } from './fault-server.ts';
import { choose } from './listening-state.ts';
import { playerOn } from './player-controls.ts';
import { moduleAddress } from './route-pages.ts';
import { storedProgress, storeProgress } from './stored-data.ts';

const FIRST = moduleAddress('even-niet-weten');
const PLACE: Seconds = 80;
/** Before {@link PLACE} in the file, whatever its bit rate between 24 and 80 kbit/s. */
const EARLY_BYTES = 200_000;
const KEPT = 'Je plek is bewaard.';
/** After so long a wait the player says more of it. */
const LONG_WAIT_MS = 8000;

const test = base.extend<{ server: FaultServer }>({
  server: async ({ folder }, use) => {
    const server = await startFaultServer(folder);
    await use(server);
    await server.close();
  },
  site: async ({ server }, use) => {
    const never = async () => {
      throw new Error('this site stays');
    };
    await use({ url: server.url, stop: never, start: never });
  },
});

test.beforeEach(({ faults }) => {
  faults.allow(/Failed to load resource/);
});

function message(page: Page, words: string): Locator {
  return playerOn(page).region.getByRole('status').filter({ hasText: words });
}

/** Opens the module at a place, without a sound. */
async function openAt(page: Page, place: Seconds): Promise<void> {
  await openPage(page, FIRST);
  await playerOn(page).seek(place);
}

/** Opens the page again, with nothing left of a sound that came before. */
async function openAnew(page: Page, address = FIRST): Promise<void> {
  // First away: what is still on its way to the page would be in the cache again.
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
  await openPage(page, address);
}

/** The button on the route page that goes on where the listener was. */
function goOn(page: Page): Locator {
  return page.getByRole('button', { name: 'Verder luisteren' });
}

async function expectKept(page: Page, place: Seconds): Promise<void> {
  expect(await playerOn(page).position()).toBe(place);
  expect((await storedProgress(page, 'even-niet-weten'))?.position).toBeCloseTo(place, 0);
}

async function expectPlaysFrom(page: Page, place: Seconds): Promise<void> {
  await expectSoundGoesOn(page);
  const { currentTime } = await engineFacts(page);
  expect(currentTime).toBeGreaterThanOrEqual(place);
  expect(currentTime).toBeLessThan(place + 8);
}

const REFUSALS: { name: string; fault: AudioFault; words: string }[] = [
  { name: 'that is gone', fault: { kind: 'missing' }, words: 'staat niet meer op de website' },
  {
    name: 'in whose place a login page comes',
    fault: { kind: 'login' },
    words: 'In plaats van de audio kwam er een webpagina',
  },
  {
    name: 'in whose place another host is named',
    fault: { kind: 'redirect' },
    words: 'In plaats van de audio kwam er een webpagina',
  },
  {
    name: 'that is cut off before its first byte',
    fault: { kind: 'cut', at: 0 },
    words: 'De verbinding viel weg.',
  },
  {
    name: 'that is no sound',
    fault: { kind: 'other', change: (file) => Buffer.alloc(file.length, 0x55) },
    words: 'Je browser kan deze audio niet afspelen.',
  },
  {
    name: 'that ends before the place',
    fault: { kind: 'other', change: (file) => file.subarray(0, Math.floor(file.length / 4)) },
    words: 'De audio houdt te vroeg op.',
  },
];

test('a sound that cannot be: told when it is asked for, kept, and played when it is back', async ({
  page,
  server,
  faults,
}) => {
  // The browser tells that it did not go where it was sent on to.
  faults.allow(/127\.0\.0\.1:\d+\/inloggen/);
  await openAt(page, PLACE);
  for (const { name, fault, words } of REFUSALS) {
    await test.step(name, async () => {
      server.setFault(fault);
      await openAnew(page);
      await expect(message(page, words)).toHaveCount(0);
      await playerOn(page).play.click();
      await expect(message(page, words)).toContainText(KEPT);
      await expect(playerOn(page).play).toBeVisible();
      await expectKept(page, PLACE);

      server.setFault(undefined);
      await playerOn(page).start();
      await expectPlaysFrom(page, PLACE);
      await expect(message(page, words)).toHaveCount(0);
      await playerOn(page).stop();
      await playerOn(page).seek(PLACE);
    });
  }
  await test.step('from the route page', async () => {
    server.setFault({ kind: 'missing' });
    await openAnew(page, '/');
    await goOn(page).click();
    const told = message(page, 'staat niet meer op de website');
    await expect(told).toContainText(KEPT);
    server.setFault(undefined);
    await playerOn(page).start();
    await expectPlaysFrom(page, PLACE);
    await expect(told).toHaveCount(0);
  });
});

const chance = killRounds(2).random(0);
const CUTS = [chance(), chance()].map((share) => {
  const at = Math.floor(share * EARLY_BYTES);
  return { name: `is cut off at byte ${at}`, fault: { kind: 'cut', at } as const };
});

test('a sound that stops coming: the wait is told, the place kept, and one press plays', async ({
  page,
  server,
}) => {
  const slow = 'de verbinding is traag of weg';
  await page.clock.install();
  await openAt(page, PLACE);
  for (const { name, fault } of [
    ...CUTS,
    { name: 'stalls', fault: { kind: 'stall', at: EARLY_BYTES } as const },
    { name: 'does not come at all', fault: { kind: 'stall', at: 0 } as const },
  ]) {
    await test.step(name, async () => {
      server.setFault(fault);
      await openAnew(page);
      await playerOn(page).play.click();
      await expect(message(page, 'Even wachten op geluid…')).toBeVisible();
      // Who waits a little longer is told more; the tests do not wait for it.
      await page.clock.fastForward(LONG_WAIT_MS);
      await expect(message(page, slow)).toContainText(KEPT);
      await expectKept(page, PLACE);

      server.setFault(undefined);
      // By key: a pointer waits for frames, which the stopped clock may not give.
      await page.getByRole('button', { name: 'Probeer opnieuw' }).press('Enter');
      await expectPlaysFrom(page, PLACE);
      await expect(message(page, slow)).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Probeer opnieuw' })).toHaveCount(0);
      await playerOn(page).stop();
      await playerOn(page).seek(PLACE);
    });
  }
  await test.step('does not come on the route page', async () => {
    server.setFault({ kind: 'stall', at: 0 });
    await openAnew(page, '/');
    await goOn(page).click();
    const told = message(page, slow);
    await expect(async () => {
      // The words have to come too, which is no matter of this clock.
      await page.clock.fastForward(LONG_WAIT_MS);
      await expect(told).toContainText(KEPT, { timeout: 500 });
    }).toPass();
    server.setFault(undefined);
    await page.getByRole('button', { name: 'Probeer opnieuw' }).press('Enter');
    await expectPlaysFrom(page, PLACE);
    await expect(told).toHaveCount(0);
  });
});

test('a sound that ends too early is no end of the module', async ({ page, server }) => {
  const shorten = (file: Buffer) => file.subarray(0, Math.floor(file.length / 4));
  server.setFault({ kind: 'other', change: shorten });
  await openPage(page, FIRST);
  const player = playerOn(page);
  await player.start();
  await expect(message(page, 'Deze audio duurt 1:')).toContainText(KEPT);
  // Read at the module's own element; the first with a source.
  const length = await page.evaluate(
    () => window.sounds.find(({ currentSrc }) => currentSrc.includes('/media/'))?.duration ?? 0,
  );
  await player.seek(Math.floor(length) - 2);
  await expect(message(page, 'De audio houdt te vroeg op.')).toContainText(KEPT);
  await expect(page).toHaveURL(FIRST);
  const place = await player.position();
  expect(place).toBeGreaterThanOrEqual(Math.floor(length) - 2);
  expect(place).toBeLessThanOrEqual(length);

  server.setFault(undefined);
  await player.start();
  await expectPlaysFrom(page, place);
  await expect(message(page, 'Deze audio duurt')).toHaveCount(0);
});

test('a sound that is longer than the text knows is told, one that was promised longer is not; both play', async ({
  page,
  server,
}) => {
  const player = playerOn(page);
  server.setFault({ kind: 'other', change: (file) => Buffer.concat([file, file]) });
  await openAt(page, PLACE);
  await player.start();
  await expect(message(page, 'Deze audio duurt')).toContainText(KEPT);
  await expectPlaysFrom(page, PLACE);
  await player.stop();
  await player.seek(PLACE);

  server.setFault({ kind: 'promise', more: 300_000 });
  await openAnew(page);
  await player.start();
  await expectPlaysFrom(page, PLACE);
});

test('a host that sends the whole for a part: starts at the place, and seeking works', async ({
  page,
  server,
}) => {
  server.setFault({ kind: 'whole' });
  await openAt(page, PLACE);
  const player = playerOn(page);
  await player.start();
  await player.seek(200);
  await expectPlaysFrom(page, 200);
  await player.stop();
  const { currentTime } = await engineFacts(page);
  await expect
    .poll(async () => (await storedProgress(page, 'even-niet-weten'))?.position)
    .toBeCloseTo(currentTime, 1);
});

test('a stored place and speed that cannot be are told; playing begins at the start, at 1×', async ({
  page,
}) => {
  const odd: Progress = {
    key: 'twee-werelden/even-niet-weten',
    position: 0,
    duration: 258,
    heard: [],
    lastPlayedAt: Date.now(),
    updatedAt: Date.now(),
  };
  const player = playerOn(page);
  await openPage(page, FIRST);
  // One that is no time at all, and one that lies far behind the end.
  for (const [position, rate] of [
    [-5, 'snel'],
    [1e9, 99],
  ] as const) {
    await storeProgress(page, { ...odd, position });
    await choose(page, 'playbackRate/twee-werelden', rate);
    await expect(message(page, 'De bewaarde plek in deze module klopt niet.')).toContainText(
      'Je notities zijn bewaard.',
    );
    await expect(message(page, 'De bewaarde snelheid klopt niet.')).toContainText(KEPT);
    expect(await player.position()).toBe(0);
  }
  await player.start();
  await expectPlaysFrom(page, 0);
  expect((await engineFacts(page)).rate).toBe(1);
  await player.stop();
  const { currentTime } = await engineFacts(page);
  await expect
    .poll(async () => (await storedProgress(page, 'even-niet-weten'))?.position)
    .toBeCloseTo(currentTime, 1);
});

test('a clock that jumps back and forward loses no place and stops no sound', async ({ page }) => {
  await page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + Number(sessionStorage.getItem('clock') ?? 0);
  });
  const shift = (days: number) =>
    page.evaluate((ms) => sessionStorage.setItem('clock', String(ms)), days * 86_400_000);
  const stored = async () => (await storedProgress(page, 'even-niet-weten'))?.position ?? 0;
  await openAt(page, PLACE);
  const player = playerOn(page);
  await player.start();
  for (const days of [-400, 400, 0]) {
    await shift(days);
    const before = (await engineFacts(page)).currentTime;
    await expect.poll(stored, { message: `${days} days` }).toBeGreaterThan(before + 0.5);
  }
  await player.stop();
  const { currentTime } = await engineFacts(page);
  await expect.poll(stored).toBeCloseTo(currentTime, 1);
  await shift(-400);
  await page.reload();
  await started(page);
  await expect.poll(player.position).toBe(Math.floor(currentTime));
  await player.start();
  await expectPlaysFrom(page, Math.floor(currentTime));
});

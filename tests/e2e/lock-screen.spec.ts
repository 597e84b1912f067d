/** The lock screen and the headset: what the browser is told, and what its presses do to the sound. */
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { hurry, playerOn } from './player-controls.ts';
import { loadRoute, moduleAddress, TITLES } from './route-pages.ts';

declare global {
  interface Window {
    lockScreen: {
      handlers: Map<string, MediaSessionActionHandler>;
      /** How often a handler for play was set. */
      timesSet: number;
      positions: MediaPositionState[];
    };
  }
}

/** Keeps what the page tells the browser; all of it is passed on. */
function watchLockScreen(): void {
  const { mediaSession } = navigator;
  const { setActionHandler, setPositionState } = mediaSession;
  window.lockScreen = { handlers: new Map(), timesSet: 0, positions: [] };
  mediaSession.setActionHandler = (action, handler) => {
    if (handler) window.lockScreen.handlers.set(action, handler);
    else window.lockScreen.handlers.delete(action);
    if (action === 'play') window.lockScreen.timesSet += 1;
    setActionHandler.call(mediaSession, action, handler);
  };
  mediaSession.setPositionState = (state) => {
    if (state) window.lockScreen.positions.push(state);
    setPositionState.call(mediaSession, state);
  };
}

async function press(page: Page, details: MediaSessionActionDetails): Promise<void> {
  await page.evaluate((given) => {
    const handler = window.lockScreen.handlers.get(given.action);
    if (!handler) throw new Error(`nothing answers to ${given.action}`);
    handler(given);
  }, details);
}

const lastPosition = (page: Page) => page.evaluate(() => window.lockScreen.positions.at(-1));

const title = (page: Page) => page.evaluate(() => navigator.mediaSession.metadata?.title);

const state = (page: Page) => page.evaluate(() => navigator.mediaSession.playbackState);

test('the lock screen shows what plays and where, and its buttons work on the sound', async ({
  page,
  site,
}) => {
  const route = await loadRoute(site);
  const duration = route.modules[0]?.audio?.duration ?? 0;
  const player = playerOn(page);
  await page.addInitScript(watchLockScreen);
  await openPage(page, moduleAddress('even-niet-weten'));
  await player.start();
  await expect.poll(() => title(page)).toBe(TITLES['even-niet-weten']);
  const metadata = await page.evaluate(() => {
    const { artist, album, artwork } = navigator.mediaSession.metadata ?? {};
    return { artist, album, icons: artwork?.map(({ src }) => src) };
  });
  expect(metadata).toEqual({
    artist: route.title,
    album: route.title,
    icons: [`${site.url}icons/icon-512.png`],
  });
  // Previous and next would take the place of the seek buttons on an iPhone.
  expect(await page.evaluate(() => [...window.lockScreen.handlers.keys()].sort())).toEqual([
    'pause',
    'play',
    'seekbackward',
    'seekforward',
    'seekto',
  ]);

  await press(page, { action: 'pause' });
  await expect(player.play).toBeVisible();
  expect((await engineFacts(page)).isPaused).toBe(true);
  await expect.poll(() => state(page)).toBe('paused');
  const timesSet = await page.evaluate(() => window.lockScreen.timesSet);
  await press(page, { action: 'play' });
  await expect(player.pause).toBeVisible();
  await expectSoundGoesOn(page);
  expect(await state(page)).toBe('playing');
  // An iPhone forgets handlers that were set before the sound began.
  expect(await page.evaluate(() => window.lockScreen.timesSet)).toBeGreaterThan(timesSet);

  await press(page, { action: 'pause' });
  await expect(player.play).toBeVisible();
  for (const [details, place] of [
    [{ action: 'seekto', seekTime: 60 }, 60],
    [{ action: 'seekforward' }, 90],
    [{ action: 'seekbackward' }, 75],
    [{ action: 'seekforward', seekOffset: 7 }, 82],
    [{ action: 'seekbackward', seekOffset: 500 }, 0],
    [{ action: 'seekto', seekTime: duration + 500 }, duration],
    [{ action: 'seekto', seekTime: 20 }, 20],
  ] as const) {
    await press(page, details);
    await expect.poll(async () => (await engineFacts(page)).currentTime).toBeCloseTo(place, 0);
    await expect.poll(async () => (await lastPosition(page))?.position).toBeCloseTo(place, 0);
  }
  await hurry(page, 1.5);
  await expect.poll(async () => (await lastPosition(page))?.playbackRate).toBe(1.5);

  await player.next.click();
  await expect.poll(() => title(page)).toBe(TITLES['bepaal-de-urgentie']);
  const next = route.modules[1]?.audio?.duration ?? 0;
  await expect.poll(async () => (await lastPosition(page))?.duration).toBeCloseTo(next, 0);
  // A place outside the sound throws, and takes the whole state with it.
  const told = await page.evaluate(() => window.lockScreen.positions);
  for (const { duration: whole = -1, position = -1, playbackRate = 0 } of told) {
    expect(position).toBeGreaterThanOrEqual(0);
    expect(position).toBeLessThanOrEqual(whole);
    expect(playbackRate).toBeGreaterThan(0);
  }
});

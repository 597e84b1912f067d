/** Where you were and what you heard: the position before and after play, and what counts as finished. */
import type { Page } from '@playwright/test';
import { expect, openPage, started, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn, hasPlayed } from './engine-facts.ts';
import { hurry, playerOn } from './player-controls.ts';
import { loadModule, moduleAddress, ROUTE, TITLES } from './route-pages.ts';
import { storedProgress, storeProgress } from './stored-data.ts';

const FIRST = moduleAddress('even-niet-weten');
const LAST = moduleAddress('wat-doe-je-morgen');

/** Plays a moment from a second on, pauses, and waits until that is kept. */
async function listenAt(page: Page, second: number): Promise<void> {
  const player = playerOn(page);
  await player.start();
  await player.seek(second);
  await expectSoundGoesOn(page);
  await player.stop();
  await expect
    .poll(async () => (await storedProgress(page, 'even-niet-weten'))?.position)
    .toBeGreaterThan(second);
}

test('the slider shows the remembered position before anything plays', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await listenAt(page, 100);
  const kept = await player.position();
  await page.reload();
  await started(page);
  await expect.poll(player.position).toBe(kept);
  expect(await hasPlayed(page)).toBe(false);
  await player.start();
  await expectSoundGoesOn(page);
  const { currentTime } = await engineFacts(page);
  expect(currentTime).toBeGreaterThanOrEqual(kept);
  expect(currentTime).toBeLessThan(kept + 5);
});

test('nothing is lost by a reload right after a pause, a reload while it plays, or closing the tab', async ({
  context,
  page,
}) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.start();
  await hurry(page);
  await expectSoundGoesOn(page, 2);
  // Told by the element itself: the storage is asked for nothing before the page goes.
  await player.pause.click();
  const paused = await engineFacts(page);
  expect(paused.isPaused).toBe(true);
  await page.reload();
  await started(page);
  expect(await keptPlace(page)).toBeCloseTo(paused.currentTime, 2);

  await player.start();
  await hurry(page);
  await expectSoundGoesOn(page, 2);
  await noteLeaving(page);
  await page.reload();
  await started(page);
  const left = await page.evaluate(() => Number(localStorage.getItem('left-at')));
  expect(left).toBeGreaterThan(paused.currentTime + 2);
  expect(Math.abs((await keptPlace(page)) - left)).toBeLessThan(LEAVING);

  await player.start();
  await hurry(page);
  await expectSoundGoesOn(page, 2);
  await noteLeaving(page);
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  const next = await context.newPage();
  await openPage(next, FIRST);
  const closedAt = await next.evaluate(() => Number(localStorage.getItem('left-at')));
  expect(closedAt).toBeGreaterThan(left + 2);
  expect(Math.abs((await keptPlace(next)) - closedAt)).toBeLessThan(LEAVING);
});

/** How far the sound goes between two listeners of the same event, at three times its speed. */
const LEAVING = 0.15;

/** Lets the page write down, when it goes, where its sound is. */
async function noteLeaving(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener('pagehide', () => {
      const element = window.sounds.find(({ currentSrc }) => currentSrc !== '');
      localStorage.setItem('left-at', String(element?.currentTime));
    });
  });
}

/** What the slider shows and the storage holds once an earlier page's last words were taken in. */
async function keptPlace(page: Page): Promise<number> {
  const place = async () => (await storedProgress(page, 'even-niet-weten'))?.position ?? 0;
  await expect.poll(playerOn(page).position).toBeGreaterThan(0);
  await expect.poll(playerOn(page).position).toBe(Math.floor(await place()));
  return place();
}

test('a place that was chosen without playing is remembered', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.seek(130);
  await expect
    .poll(async () => (await storedProgress(page, 'even-niet-weten'))?.position)
    .toBe(130);
  await page.reload();
  await started(page);
  await expect.poll(player.position).toBe(130);
});

test('play that is pressed before the storage was read starts at the remembered place', async ({
  page,
}) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.seek(130);
  await expect
    .poll(async () => (await storedProgress(page, 'even-niet-weten'))?.position)
    .toBe(130);
  await page.addInitScript(holdReads);
  await page.reload();
  await started(page);
  await player.play.click();
  await page.evaluate(() => {
    window.areReadsHeld = false;
  });
  await expectSoundGoesOn(page);
  const { currentTime } = await engineFacts(page);
  expect(currentTime).toBeGreaterThanOrEqual(130);
  expect(currentTime).toBeLessThan(135);
});

declare global {
  interface Window {
    areReadsHeld: boolean;
  }
}

/** Keeps the progress locked until the test lets go or the app needs it to start, as a busy device does. */
function holdReads(): void {
  window.areReadsHeld = true;
  setTimeout(() => {
    window.areReadsHeld = false;
  }, 3000);
  const request = indexedDB.open('luisterroute');
  request.onsuccess = () => {
    const database = request.result;
    const store = database.transaction('progress', 'readwrite').objectStore('progress');
    const hold = () => {
      if (window.areReadsHeld) store.count().onsuccess = hold;
      else database.close();
    };
    hold();
  };
}

test('a link to a second beats the remembered position, unless it makes no sense', async ({
  page,
}) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await listenAt(page, 100);
  const kept = await player.position();
  const odd = player.region.getByRole('status').filter({ hasText: 'een plek die er niet is' });
  for (const time of ['-5', '1e9', 'abc', '', '9999']) {
    await openPage(page, `${FIRST}?t=${time}`);
    await expect(odd).toContainText('Je eigen plek is bewaard');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES['even-niet-weten']);
    await expect.poll(player.position).toBe(kept);
  }
  // Playing on from there does not lose it either.
  await player.start();
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).currentTime).toBeGreaterThanOrEqual(kept);
  for (const second of [42, 0]) {
    await openPage(page, `${FIRST}?t=${second}`);
    await expect(odd).toHaveCount(0);
    await expect.poll(player.position).toBe(second);
    await player.start();
    await expectSoundGoesOn(page);
    const { currentTime } = await engineFacts(page);
    expect(currentTime).toBeGreaterThanOrEqual(second);
    expect(currentTime).toBeLessThan(second + 5);
  }
});

test('the route goes on with the module that was played last', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, moduleAddress('neem-eigenaarschap'));
  await player.start();
  await player.seek(60);
  await expectSoundGoesOn(page);
  await player.stop();
  await openPage(page, '/');
  const goOn = page.getByRole('button', { name: 'Verder luisteren' });
  await expect(goOn).toContainText(TITLES['neem-eigenaarschap']);
  await expect(page.getByRole('button', { name: 'Begin met luisteren' })).toHaveCount(0);
  await goOn.click();
  await expect(player.pause).toBeVisible();
  await expectSoundGoesOn(page);
  const { source, currentTime } = await engineFacts(page);
  expect(source).toContain('neem-eigenaarschap');
  expect(currentTime).toBeGreaterThanOrEqual(60);
  expect(currentTime).toBeLessThan(68);
});

test('hearing nine tenths finishes a module, at three times the speed too', async ({
  page,
  site,
}) => {
  const { audio } = await loadModule(site, 'wat-doe-je-morgen');
  if (!audio) throw new Error('the last module has no sound');
  const goal = audio.duration * 0.9;
  const player = playerOn(page);
  await openPage(page, LAST);
  await storeProgress(page, {
    key: 'twee-werelden/wat-doe-je-morgen',
    position: goal - 6,
    duration: audio.duration,
    heard: [{ startTime: 0, endTime: goal - 6 }],
    audioHash: audio.hash,
    lastPlayedAt: Date.now(),
    updatedAt: Date.now(),
  });
  await page.reload();
  await started(page);
  await player.speed.click();
  const menu = page.getByRole('group', { name: 'Snelheid' });
  await menu.getByRole('button', { name: '2×', exact: true }).click();
  for (let step = 0; step < 10; step += 1) {
    await menu.getByRole('button', { name: 'Sneller' }).click();
  }
  await page.keyboard.press('Escape');
  const done = page.getByRole('status').filter({ hasText: /^Afgerond$/ });
  await expect(page.getByRole('button', { name: 'Markeer als afgerond' })).toBeVisible();
  await player.start();
  await expect(done).toBeVisible();
  const { currentTime, rate } = await engineFacts(page);
  expect(rate).toBe(3);
  expect(currentTime).toBeGreaterThanOrEqual(goal);
  await player.stop();
  await expect
    .poll(async () => (await storedProgress(page, 'wat-doe-je-morgen'))?.completed?.how)
    .toBe('heard');
  await page.getByRole('link', { name: 'Route', exact: true }).click();
  await expect(page.getByText('1 van 8 afgerond')).toBeVisible();
});

test('moving to the end and hearing the end finishes nothing', async ({ page, site }) => {
  const { audio } = await loadModule(site, 'wat-doe-je-morgen');
  if (!audio) throw new Error('the last module has no sound');
  const player = playerOn(page);
  await openPage(page, LAST);
  await player.start();
  for (const share of [0.2, 0.4, 0.6, 0.8]) {
    await player.seek(Math.floor(audio.duration * share));
    await expectSoundGoesOn(page);
  }
  await player.seek(Math.floor(audio.duration) - 1);
  await expect.poll(() => page.evaluate(() => window.soundEvents)).toContain('ended');
  await expect(player.play).toBeVisible();
  await expect(page.getByRole('button', { name: 'Markeer als afgerond' })).toBeVisible();
  const progress = await storedProgress(page, 'wat-doe-je-morgen');
  expect(progress?.completed).toBeUndefined();
  const heard = (progress?.heard ?? []).reduce(
    (sum, { startTime, endTime }) => sum + endTime - startTime,
    0,
  );
  expect(heard).toBeGreaterThan(1);
  expect(heard).toBeLessThan(20);
});

test('a person marks a module as finished, and it stays so', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await page.getByRole('button', { name: 'Markeer als afgerond' }).click();
  const done = page.getByRole('status').filter({ hasText: /^Afgerond$/ });
  await expect(done).toBeVisible();
  await expect
    .poll(async () => (await storedProgress(page, 'even-niet-weten'))?.completed?.how)
    .toBe('marked');
  await page.reload();
  await started(page);
  await expect(done).toBeVisible();

  await player.start();
  await expectSoundGoesOn(page, 1);
  await player.stop();
  await page.reload();
  await started(page);
  await expect(done).toBeVisible();
  await openPage(page, ROUTE);
  await expect(page.getByText('1 van 8 afgerond')).toBeVisible();
  const first = page.getByRole('list', { name: 'Modules' }).getByRole('listitem').first();
  await expect(first).toContainText('afgerond');
});

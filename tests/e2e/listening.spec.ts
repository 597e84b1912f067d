/** The large player on the page of a module: every control, told by the audio element itself. */
import { expect, openPage, started, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn, hasSource } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { loadModule, moduleAddress, ROUTE, TITLES } from './route-pages.ts';

const FIRST = moduleAddress('even-niet-weten');

test('the start button of the route plays module 1', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, '/');
  await page.getByRole('button', { name: 'Begin met luisteren' }).click();
  await expect(player.pause).toBeVisible();
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).source).toMatch(/\/media\/twee-werelden\/.*\.mp3$/);

  await player.region.getByRole('link', { name: TITLES['even-niet-weten'] }).click();
  await expect(page).toHaveURL(FIRST);
  const before = await player.position();
  await expect.poll(player.position).toBeGreaterThan(before);
});

test('the button says Pauzeren only while there is sound', async ({ page }) => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/media/**', async (request) => {
    await answered;
    await request.continue();
  });
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.play.click();
  await expect(player.play).toHaveAttribute('aria-busy', 'true');
  await expect.poll(() => hasSource(page)).toBe(true);
  await expect(player.pause).toHaveCount(0);
  expect(await page.evaluate(() => window.soundEvents)).not.toContain('playing');

  answer();
  await expect(player.pause).toBeVisible();
  expect(await page.evaluate(() => window.soundEvents)).toContain('playing');
  await expect(player.play).toHaveCount(0);
});

test('a pause from outside, as by a phone call, shows on the button', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.start();
  await expectSoundGoesOn(page);
  await page.evaluate(() => {
    for (const element of window.sounds) element.pause();
  });
  await expect(player.play).toBeVisible();
  const { currentTime } = await engineFacts(page);
  await player.start();
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).currentTime).toBeGreaterThanOrEqual(currentTime);
});

test('15 seconds back and 30 forward, in pause and while it plays', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.seek(60);
  await player.forward.click();
  await expect.poll(player.position).toBe(90);
  await player.back.click();
  await expect.poll(player.position).toBe(75);

  await player.start();
  await expectSoundGoesOn(page);
  const before = (await engineFacts(page)).currentTime;
  await player.forward.click();
  const after = (await engineFacts(page)).currentTime;
  expect(after - before).toBeGreaterThanOrEqual(30);
  expect(after - before).toBeLessThan(32);
  await expectSoundGoesOn(page);
  await player.seek(5);
  await player.back.click();
  expect((await engineFacts(page)).currentTime).toBeLessThan(2);
});

test('the slider works with the keys and tells its value in words', async ({ page, site }) => {
  const { audio } = await loadModule(site, 'even-niet-weten');
  const end = Math.floor(audio?.duration ?? 0);
  const player = playerOn(page);
  await openPage(page, FIRST);
  await expect(player.slider).toHaveAttribute('min', '0');
  await expect(player.slider).toHaveAttribute('max', String(end));
  await player.seek(60);
  await player.slider.focus();
  for (const [key, position] of [
    ['ArrowRight', 65],
    ['ArrowUp', 70],
    ['PageUp', 100],
    ['ArrowLeft', 95],
    ['PageDown', 65],
    ['ArrowDown', 60],
    ['End', end],
    ['Home', 0],
  ] as const) {
    await player.slider.press(key);
    await expect.poll(player.position, { message: key }).toBe(position);
  }
  await player.seek(95);
  const whole = `${Math.floor(end / 60)} minuten ${end % 60}`;
  await expect(player.slider).toHaveAttribute('aria-valuetext', `1 minuut 35 van ${whole}`);
});

test('the speed is that of the sound, keeps its pitch and is remembered', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.start();
  await player.speed.click();
  const menu = page.getByRole('group', { name: 'Snelheid' });
  await menu.getByRole('button', { name: '1,5×' }).click();
  await expect.poll(async () => (await engineFacts(page)).rate).toBe(1.5);
  await menu.getByRole('button', { name: 'Sneller' }).click();
  await expect.poll(async () => (await engineFacts(page)).rate).toBe(1.6);
  await menu.getByRole('button', { name: 'Langzamer' }).click();
  await menu.getByRole('button', { name: 'Langzamer' }).click();
  await expect.poll(async () => (await engineFacts(page)).rate).toBe(1.4);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();

  await page.reload();
  await started(page);
  await expect(player.speed).toContainText('1,4×');
  await player.start();
  await expectSoundGoesOn(page);
  expect(await engineFacts(page)).toMatchObject({ rate: 1.4, keepsPitch: true });
});

test('the speed stays between 0.5 and 3', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.speed.click();
  const menu = page.getByRole('group', { name: 'Snelheid' });
  const slower = menu.getByRole('button', { name: 'Langzamer' });
  const faster = menu.getByRole('button', { name: 'Sneller' });
  for (let step = 0; step < 7; step += 1) await slower.click();
  await expect(menu.getByRole('status')).toHaveText('0,5×');
  for (let step = 0; step < 27; step += 1) await faster.click();
  await expect(menu.getByRole('status')).toHaveText('3×');
});

test('the chapter menu names the chapters and goes to them', async ({ page, site }) => {
  const { chapters } = await loadModule(site, 'even-niet-weten');
  const player = playerOn(page);
  await openPage(page, FIRST);
  await player.start();
  await player.chapters.click();
  const menu = page.getByRole('list', { name: 'Hoofdstukken' });
  const items = menu.getByRole('button');
  await expect(items).toHaveCount(chapters.length);
  await expect(items.first()).toHaveAttribute('aria-current', 'true');

  const third = chapters[2];
  if (third?.startTime === undefined) throw new Error('module 1 has no third chapter');
  await menu.getByRole('button', { name: third.title }).click();
  await expect(menu).toBeHidden();
  const { currentTime } = await engineFacts(page);
  expect(currentTime).toBeGreaterThanOrEqual(third.startTime - 0.1);
  expect(currentTime).toBeLessThan(third.startTime + 2);
  await expectSoundGoesOn(page);
  await player.chapters.click();
  await expect(items.nth(2)).toHaveAttribute('aria-current', 'true');
});

test('previous and next go through the route on one and the same element', async ({ page }) => {
  const player = playerOn(page);
  const heading = page.getByRole('heading', { level: 1 });
  await openPage(page, FIRST);
  await expect(player.previous).toBeDisabled();
  await player.start();
  for (const id of ['bepaal-de-urgentie', 'neem-eigenaarschap'] as const) {
    await player.next.click();
    await expect(heading).toHaveText(TITLES[id]);
    await expect(page).toHaveURL(moduleAddress(id));
    await expect(player.pause).toBeVisible();
    await expectSoundGoesOn(page);
    expect((await engineFacts(page)).source).toContain(id);
  }
  await player.previous.click();
  await expect(heading).toHaveText(TITLES['bepaal-de-urgentie']);
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).elements).toBe(1);
});

test('the last module has no next one', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, moduleAddress('wat-doe-je-morgen'));
  await expect(player.next).toBeDisabled();
  await expect(player.previous).toBeEnabled();
});

test('play after the end of the route starts its last module over', async ({ page, site }) => {
  const { audio } = await loadModule(site, 'wat-doe-je-morgen');
  const player = playerOn(page);
  await openPage(page, moduleAddress('wat-doe-je-morgen'));
  await player.start();
  await player.seek(Math.floor(audio?.duration ?? 0) - 1);
  await expect.poll(() => page.evaluate(() => window.soundEvents)).toContain('ended');
  await expect(player.play).toBeVisible();
  await player.start();
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).currentTime).toBeLessThan(5);
});

test('the page of a module says that a computer speaks', async ({ page }) => {
  await openPage(page, ROUTE);
  await page.getByRole('list', { name: 'Modules' }).getByRole('link').first().click();
  await expect(page).toHaveURL(FIRST);
  await expect(page.getByText('Computerstem').first()).toBeVisible();
});

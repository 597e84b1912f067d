/** The seek bar under a real pointer, and what is drawn on it. */
import { expect, openPage, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { hurry, playerOn } from './player-controls.ts';
import { loadModule, moduleAddress } from './route-pages.ts';

test('a press and a drag on the bar move the sound; it shows chapters, what was heard and what was answered', async ({
  page,
  site,
}) => {
  const { audio, chapters, questions } = await loadModule(site, 'even-niet-weten');
  const duration = audio?.duration ?? 0;
  const player = playerOn(page);
  await openPage(page, moduleAddress('even-niet-weten'));
  const heard = player.region.locator('svg[viewBox="0 0 200 2"] path');
  const marks = player.region.locator('svg svg path');
  const answered = player.region.locator('svg svg path[data-answered]');

  const ticks = await player.region.locator('svg[viewBox="0 0 200 10"] path').getAttribute('d');
  expect(ticks?.match(/M/g)).toHaveLength(chapters.length - 1);
  await expect(heard).toHaveAttribute('d', '');
  await expect(marks).toHaveCount(questions.filter(({ times }) => times).length);
  await expect(answered).toHaveCount(0);

  const box = await player.slider.boundingBox();
  if (!box) throw new Error('there is no bar');
  const middle = box.y + box.height / 2;
  const at = (share: number) => box.x + box.width * share;
  // Half a thumb's width at either end is no part of the way: 3 % of the sound is more than that.
  const room = duration * 0.03;

  await page.mouse.click(at(0.5), middle);
  await expect.poll(player.position).toBeGreaterThan(duration * 0.5 - room);
  const pressed = await player.position();
  expect(pressed).toBeLessThan(duration * 0.5 + room);
  await player.start();
  expect((await engineFacts(page)).currentTime).toBeGreaterThanOrEqual(pressed);
  await hurry(page);
  await expectSoundGoesOn(page, 5);
  await player.stop();
  const to = (await engineFacts(page)).currentTime;
  const scale = (seconds: number) => (seconds / duration) * 200;
  await expect(heard).toHaveAttribute('d', /^M\d+ 1H\d+$/);
  const [from = 0, until = 0] = ((await heard.getAttribute('d')) ?? '')
    .slice(1)
    .split(' 1H')
    .map(Number);
  expect(Math.abs(from - scale(pressed))).toBeLessThanOrEqual(1);
  expect(Math.abs(until - scale(to))).toBeLessThanOrEqual(1);

  await page.mouse.move(at(await player.position().then((now) => now / duration)), middle);
  await page.mouse.down();
  await page.mouse.move(at(0.4), middle, { steps: 4 });
  await page.mouse.move(at(0.25), middle, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => Math.abs((await engineFacts(page)).currentTime - duration * 0.25))
    .toBeLessThan(room);

  await page.getByRole('button', { name: 'Beantwoord' }).first().click();
  await page.getByRole('textbox').fill('Mijn antwoord');
  await expect(page.getByRole('status').getByText('Bewaard op dit toestel')).toBeVisible();
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(answered).toHaveCount(1);
});

/** Two tabs of one browser: one has the sound, the other says so and can take it over. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { moduleAddress, TITLES } from './route-pages.ts';

const ELSEWHERE = 'Speelt in een ander tabblad';

async function openTwo(context: BrowserContext, second: string): Promise<[Page, Page]> {
  const one = await context.newPage();
  await openPage(one, moduleAddress('even-niet-weten'));
  const two = await context.newPage();
  await openPage(two, second);
  return [one, two];
}

test('play in one tab pauses the other, and back', async ({ context }) => {
  const [one, two] = await openTwo(context, moduleAddress('bepaal-de-urgentie'));
  const [first, second] = [playerOn(one), playerOn(two)];
  await first.start();
  await expectSoundGoesOn(one);
  await expect(second.region.getByText(ELSEWHERE)).toBeVisible();

  await second.start();
  await expect(first.play).toBeVisible();
  await expect(first.region.getByText(ELSEWHERE)).toBeVisible();
  await expect(second.region.getByText(ELSEWHERE)).toBeHidden();
  expect((await engineFacts(one)).isPaused).toBe(true);
  await expectSoundGoesOn(two);

  await first.start();
  await expect(second.play).toBeVisible();
  await expectSoundGoesOn(one);
});

test('"Hier verder" on the route page goes on with what the other tab plays, at its second', async ({
  context,
}) => {
  const [one, two] = await openTwo(context, '/');
  const [first, second] = [playerOn(one), playerOn(two)];
  await first.start();
  await first.seek(100);
  await expectSoundGoesOn(one, 1);
  await second.region.getByRole('button', { name: 'Hier verder' }).click();
  await expect(second.pause).toBeVisible();
  await expect(two.getByRole('link', { name: TITLES['even-niet-weten'] }).last()).toBeVisible();
  await expectSoundGoesOn(two);
  const { currentTime: there } = await engineFacts(one);
  const { currentTime: here } = await engineFacts(two);
  expect(here).toBeGreaterThan(there - 0.5);
  expect(here).toBeLessThan(there + 5);
  expect((await engineFacts(one)).isPaused).toBe(true);
});

test('a tab in which nothing was played says it on every page, until the other one pauses or is gone', async ({
  context,
}) => {
  const [one, two] = await openTwo(context, '/');
  const [first, second] = [playerOn(one), playerOn(two)];
  const words = second.region.getByText(ELSEWHERE);
  await first.start();
  await expect(words).toBeVisible();
  await two.getByRole('navigation').getByRole('link', { name: 'Notities' }).click();
  await expect(two.getByRole('heading', { level: 1, name: 'Notities' })).toBeVisible();
  await expect(words).toBeVisible();
  await first.stop();
  await expect(words).toBeHidden();
  await first.start();
  await expect(words).toBeVisible();
  await one.close();
  await expect(words).toBeHidden();
});

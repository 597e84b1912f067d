/** "Alles wissen" in one tab while another one listens: from then on that one is silent and keeps nothing. */
import { expect, openPage, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { moduleAddress } from './route-pages.ts';
import { keptNames } from './stored-data.ts';

test.use({ serviceWorkers: 'allow' });

test('a tab that played when everything was wiped in another is silent, and no key wakes it', async ({
  context,
}) => {
  const listening = await context.newPage();
  await openPage(listening, moduleAddress('even-niet-weten'));
  await playerOn(listening).start();
  await expectSoundGoesOn(listening, 1);
  const wiping = await context.newPage();
  await openPage(wiping, '/instellingen/');
  await wiping.getByRole('button', { name: 'Alles wissen' }).click();
  await wiping.getByRole('button', { name: 'Wis alles' }).click();
  const said = { level: 1, name: 'Alles is gewist' } as const;
  await expect(wiping.getByRole('heading', said)).toBeVisible();
  await expect(listening.getByRole('heading', said)).toBeVisible();

  expect((await engineFacts(listening)).isPaused).toBe(true);
  const shown = () =>
    listening.evaluate(() => {
      const { metadata, playbackState } = navigator.mediaSession;
      return [metadata, playbackState];
    });
  expect(await shown()).toEqual([null, 'none']);
  await listening.keyboard.press('k');
  expect((await engineFacts(listening)).isPaused).toBe(true);
  // Code is still asked of the worker, which may not make its cache anew.
  await listening.evaluate(() => fetch(document.querySelector('script')?.src ?? ''));
  await listening.keyboard.press('k');
  expect((await engineFacts(listening)).isPaused).toBe(true);
  expect(await keptNames(wiping)).toEqual([]);
});

/** The choices about listening: each is kept, and does what it says. */
import { expect, openPage, started, test } from './app-test.ts';
import { engineFacts, expectSoundGoesOn } from './engine-facts.ts';
import { playerOn } from './player-controls.ts';
import { loadModule, moduleAddress, TITLES } from './route-pages.ts';
import { expectSettingKept } from './stored-data.ts';

const FIRST = moduleAddress('even-niet-weten');
const SETTINGS = '/instellingen/';

test('every choice is there with its default, and is kept', async ({ page }) => {
  await openPage(page, SETTINGS);
  const group = page.getByRole('region', { name: 'Luisteren' });
  const modes = group.getByRole('group', { name: 'Als er een denkvraag komt' });
  await expect(modes.getByRole('radio')).toHaveCount(3);
  await expect(modes.getByRole('radio', { name: 'Pauzeer als de app in beeld is' })).toBeChecked();
  const boxes = {
    'Speel de volgende module vanzelf': true,
    'Begin na een pauze iets eerder': true,
    'Houd het scherm aan bij het meelezen': true,
    'Markeer met je koptelefoon': false,
    'Bedien de speler met losse toetsen': true,
  };
  for (const [name, isOn] of Object.entries(boxes)) {
    await expect(group.getByRole('checkbox', { name })).toBeChecked({ checked: isOn });
  }
  await expect(group.getByRole('combobox', { name: 'Stap terug' })).toHaveValue('15');
  await expect(group.getByRole('combobox', { name: 'Stap vooruit' })).toHaveValue('30');

  await modes.getByRole('radio', { name: 'Sla denkvragen over' }).check();
  for (const [name, isOn] of Object.entries(boxes)) {
    await group.getByRole('checkbox', { name }).setChecked(!isOn);
  }
  await group.getByRole('combobox', { name: 'Stap terug' }).selectOption('5');
  await group.getByRole('combobox', { name: 'Stap vooruit' }).selectOption('60');
  await expectSettingKept(page, 'forwardStep', 60);
  await page.reload();
  await started(page);
  await expect(modes.getByRole('radio', { name: 'Sla denkvragen over' })).toBeChecked();
  for (const [name, isOn] of Object.entries(boxes)) {
    await expect(group.getByRole('checkbox', { name })).toBeChecked({ checked: !isOn });
  }
  await expect(group.getByRole('combobox', { name: 'Stap terug' })).toHaveValue('5');
  await expect(group.getByRole('combobox', { name: 'Stap vooruit' })).toHaveValue('60');
});

test('the player follows the chosen steps, in name and in length, and the chosen speed', async ({
  page,
}) => {
  const player = playerOn(page);
  await openPage(page, SETTINGS);
  await page.getByRole('combobox', { name: 'Stap terug' }).selectOption('20');
  await page.getByRole('combobox', { name: 'Stap vooruit' }).selectOption('45');
  await page.getByRole('combobox', { name: 'Snelheid' }).selectOption({ label: '1,4×' });
  await expectSettingKept(page, 'forwardStep', 45);
  await expectSettingKept(page, 'playbackRate/twee-werelden', 1.4);
  await openPage(page, FIRST);
  await expect(player.speed).toHaveAccessibleName(/1,4×/);
  await player.seek(60);
  await player.region.getByRole('button', { name: '45 seconden vooruit' }).click();
  await expect.poll(player.position).toBe(105);
  await player.region.getByRole('button', { name: '20 seconden terug' }).click();
  await expect.poll(player.position).toBe(85);
  await player.start();
  await expectSoundGoesOn(page);
  expect((await engineFacts(page)).rate).toBeCloseTo(1.4);
});

test('a tab that is open follows the choices of another one', async ({ page, context }) => {
  const other = await context.newPage();
  await openPage(other, SETTINGS);
  await openPage(page, SETTINGS);
  await other.getByRole('radio', { name: 'Licht' }).check();
  await page.getByRole('combobox', { name: 'Stap terug' }).selectOption('20');
  await page.getByRole('combobox', { name: 'Snelheid' }).selectOption({ label: '1,4×' });
  await page.getByRole('radio', { name: 'Donker' }).check();
  await expect(other.getByRole('radio', { name: 'Donker' })).toBeChecked();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(other.getByRole('combobox', { name: 'Stap terug' })).toHaveValue('20');
  await expect(other.getByRole('combobox', { name: 'Snelheid' })).toHaveValue('1.4');
});

test('with the keys off, a key does nothing', async ({ page }) => {
  const player = playerOn(page);
  await openPage(page, SETTINGS);
  await page.getByRole('checkbox', { name: 'Bedien de speler met losse toetsen' }).uncheck();
  await expectSettingKept(page, 'shortcuts', false);
  await openPage(page, FIRST);
  await expect(page.getByRole('button', { name: 'Meer bij het lezen' })).toBeVisible();
  await player.seek(60);
  await page.getByRole('heading', { level: 1 }).focus();
  for (const key of ['l', 'j', 'k']) await page.keyboard.press(key);
  await expect(player.play).not.toHaveAttribute('aria-busy', 'true');
  expect(await player.position()).toBe(60);
});

test('without the next module by itself, the sound stops at the end', async ({ page, site }) => {
  const { audio } = await loadModule(site, 'even-niet-weten');
  const player = playerOn(page);
  await openPage(page, SETTINGS);
  await page.getByRole('checkbox', { name: 'Speel de volgende module vanzelf' }).uncheck();
  await expectSettingKept(page, 'autoNext', false);
  await openPage(page, FIRST);
  await player.start();
  await expectSoundGoesOn(page);
  await player.seek(Math.floor(audio?.duration ?? 0) - 1);
  await expect.poll(() => page.evaluate(() => window.soundEvents)).toContain('ended');
  await expect(player.play).toBeVisible();
  expect((await engineFacts(page)).source).toContain('even-niet-weten');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLES['even-niet-weten']);
});

test('without the screen staying on, it is not asked for', async ({ page }) => {
  await page.addInitScript(() => {
    window.awake = { asked: 0, released: 0 };
    Object.defineProperty(Navigator.prototype, 'wakeLock', {
      get: () => ({
        async request() {
          window.awake.asked += 1;
          return { release: async () => undefined };
        },
      }),
    });
  });
  await openPage(page, SETTINGS);
  await page.getByRole('checkbox', { name: 'Houd het scherm aan bij het meelezen' }).uncheck();
  await expectSettingKept(page, 'keepAwake', false);
  await openPage(page, FIRST);
  await playerOn(page).start();
  await expectSoundGoesOn(page, 1);
  expect(await page.evaluate(() => window.awake.asked)).toBe(0);
});

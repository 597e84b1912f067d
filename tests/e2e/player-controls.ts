/** The player as a person meets it: by role and name only, as the list of accessible names promises. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Seconds } from '../../src/model/units.ts';

/** The controls of the one player on screen, large or mini. */
export interface PlayerControls {
  region: Locator;
  play: Locator;
  pause: Locator;
  back: Locator;
  forward: Locator;
  previous: Locator;
  next: Locator;
  slider: Locator;
  speed: Locator;
  chapters: Locator;
  /** What the slider says, in whole seconds. */
  position(): Promise<Seconds>;
  /** Gives the slider this value at once; for a real pointer and its keys see `seek-bar.spec.ts` and `listening.spec.ts`. */
  seek(to: Seconds): Promise<void>;
  /** Plays, and waits until it does. */
  start(): Promise<void>;
  /** Pauses, and waits until it did. */
  stop(): Promise<void>;
}

/** Lets the sound go by quicker, as its speed would, where a test only waits for it. */
export async function hurry(page: Page, rate = 3): Promise<void> {
  await page.evaluate((value) => {
    for (const sound of window.sounds) sound.playbackRate = value;
  }, rate);
}

/** Waits until the code that follows the listening is there: a spoken question is heard, a moment can be marked. */
export async function toolsReady(page: Page): Promise<void> {
  await expect(
    playerOn(page).region.getByRole('button', { name: 'Markeer dit moment' }),
  ).toBeEnabled();
}

/** Finds the controls; nothing is looked up before it is used. */
export function playerOn(page: Page): PlayerControls {
  const region = page.getByRole('region', { name: 'Speler' });
  const button = (name: string) => region.getByRole('button', { name });
  const play = button('Afspelen');
  const pause = button('Pauzeren');
  const slider = region.getByRole('slider', { name: 'Positie' });
  return {
    region,
    play,
    pause,
    slider,
    back: button('15 seconden terug'),
    forward: button('30 seconden vooruit'),
    previous: button('Vorige module'),
    next: button('Volgende module'),
    speed: button('Snelheid').first(),
    chapters: button('Hoofdstukken').first(),
    position: async () => Number(await slider.inputValue()),
    seek: (to) => slider.fill(String(to)),
    async start() {
      await play.click();
      await expect(pause).toBeVisible();
    },
    async stop() {
      await pause.click();
      await expect(play).toBeVisible();
    },
  };
}

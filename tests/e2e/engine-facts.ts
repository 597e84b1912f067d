/** Listens at the audio element itself, which stands outside the document, so that no test has to believe the screen. */
import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Seconds } from '../../src/model/units.ts';

declare global {
  interface Window {
    /** Every audio element that the page made. */
    sounds: HTMLAudioElement[];
    /** Events of those that had a source, in order. */
    soundEvents: string[];
  }
}

/** What the element that plays the modules says of itself. */
export interface EngineFacts {
  source: string;
  currentTime: Seconds;
  isPaused: boolean;
  rate: number;
  keepsPitch: boolean;
  /** How many elements ever had a source. */
  elements: number;
  /** How often the sound was stopped or replaced so far. */
  interruptions: number;
}

/** Must be called before the page is opened. */
export async function watchEngine(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.sounds = [];
    window.soundEvents = [];
    window.Audio = new Proxy(window.Audio, {
      construct(target, given) {
        const element = new target(...given);
        window.sounds.push(element);
        for (const name of ['playing', 'pause', 'emptied', 'ended', 'error']) {
          element.addEventListener(name, () => {
            if (element.currentSrc !== '') window.soundEvents.push(name);
          });
        }
        return element;
      },
    });
  });
}

/** @throws when nothing was given to an element yet. */
export async function engineFacts(page: Page): Promise<EngineFacts> {
  return page.evaluate(() => {
    const used = window.sounds.filter((element) => element.currentSrc !== '');
    const [element] = used;
    if (!element) throw new Error('no audio element has a source');
    return {
      source: element.currentSrc,
      currentTime: element.currentTime,
      isPaused: element.paused,
      rate: element.playbackRate,
      keepsPitch: element.preservesPitch,
      elements: used.length,
      interruptions: window.soundEvents.filter((name) => name === 'pause' || name === 'emptied')
        .length,
    };
  });
}

/** Whether any sound was asked for since the page was opened. */
export async function hasSource(page: Page): Promise<boolean> {
  return page.evaluate(() => window.sounds.some((element) => element.currentSrc !== ''));
}

/** Whether anything was heard since the page was opened. */
export async function hasPlayed(page: Page): Promise<boolean> {
  return page.evaluate(() => window.soundEvents.includes('playing'));
}

/** Waits until the sound has gone on for a while, by its own clock. */
export async function expectSoundGoesOn(page: Page, by: Seconds = 0.3): Promise<void> {
  await expect.poll(() => hasSource(page), { message: 'there is a sound' }).toBe(true);
  const { currentTime } = await engineFacts(page);
  await expect
    .poll(async () => (await engineFacts(page)).currentTime, { message: 'the sound goes on' })
    .toBeGreaterThan(currentTime + by);
}

/** The real player in a real browser: the contract that the fake keeps, and what only a browser can show. */
import type { Page } from '@playwright/test';
import type { AudioEngine } from '../../src/player/audio-engine.ts';
import { AUDIO_ENGINE_CONTRACT } from '../contract/audio-engine-contract.ts';
import type { HowlerArrival } from './pages/probe-page.ts';
import { expect, test } from './probe-test.ts';

/**
 * One page for all: each case makes an engine of its own and lets it go.
 *
 * @param lanes - How many at a time. Howler has one pool for the page, so with howler only one.
 */
async function runCases(
  page: Page,
  arrival: HowlerArrival,
  cases: readonly { name: string }[],
  lanes = 1,
): Promise<void> {
  const waiting = [...cases];
  const runLane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { name } = next;
      const failure = await page.evaluate(
        ([asked, when]) => window.probe.runCase(asked, when).then(() => undefined, String),
        [name, arrival] as const,
      );
      expect.soft(failure, `${name} (howler: ${arrival})`).toBeUndefined();
    }
  };
  await Promise.all(Array.from({ length: lanes }, runLane));
}

test('the howler engine keeps the contract', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/');
  await runCases(page, 'before', AUDIO_ENGINE_CONTRACT);
});

test('it keeps the contract on the bare element, and when howler comes between two sounds', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('/');
  await runCases(page, 'never', AUDIO_ENGINE_CONTRACT, 3);
  const ofTwoSounds = AUDIO_ENGINE_CONTRACT.filter(({ name }) =>
    /next|another|anew|after it/.test(name),
  );
  expect(ofTwoSounds.length).toBeGreaterThanOrEqual(5);
  await runCases(page, 'while playing', ofTwoSounds);
});

test('a browser that allows no sound before a tap: told, and left paused', async ({ page }) => {
  // Hearing the console is no gesture; evaluating an expression would be one.
  const answered = page.waitForEvent('console', (message) => message.text() === 'answered');
  await page.goto('/?untouched');
  await answered;
  const told = await page.evaluate(() => window.probe.untouched);
  expect(told.filter((kind) => kind !== 'loaded')).toEqual(['failed']);
});

test('no AudioContext is made, and no second element is asked to play', async ({ page }) => {
  await page.addInitScript(() => {
    const counts = { contexts: 0, players: new Set<HTMLMediaElement>() };
    Object.assign(window, { counts });
    const Original = window.AudioContext;
    window.AudioContext = class extends Original {
      constructor() {
        super();
        counts.contexts += 1;
      }
    };
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function () {
      counts.players.add(this);
      return play.call(this);
    };
  });
  await page.goto('/');
  const result = await page.evaluate(async () => {
    const engine = await window.probe.createReadyEngine();
    const nextPlaying = () =>
      new Promise<void>((resolve) => {
        const stop = engine.onEvent(({ kind }) => {
          if (kind !== 'playing') return;
          stop();
          resolve();
        });
      });
    for (const url of ['six-seconds.mp3', 'two-seconds.mp3', 'six-seconds.mp3']) {
      const started = nextPlaying();
      engine.load({ url, type: 'audio/mpeg', startTime: 0 });
      engine.play();
      await started;
    }
    engine.dispose();
    const { contexts, players } = (
      window as unknown as { counts: { contexts: number; players: Set<unknown> } }
    ).counts;
    return { contexts, players: players.size };
  });
  expect(result).toEqual({ contexts: 0, players: 1 });
});

test('a lost connection: told as the network, and one press goes on from the same place', async ({
  page,
  site,
}) => {
  await page.goto('/');
  await page.evaluate(async () => {
    const engine = await window.probe.createReadyEngine();
    const told: string[] = [];
    engine.onEvent((event) => told.push(event.kind === 'failed' ? event.code : event.kind));
    Object.assign(window, { engine, told });
  });
  await site.stop();
  await page.evaluate(() => {
    const { engine } = window as unknown as { engine: AudioEngine };
    engine.load({ url: 'six-seconds.mp3', type: 'audio/mpeg', startTime: 3 });
    engine.play();
  });
  const read = () =>
    page.evaluate(() => {
      const { engine, told } = window as unknown as { engine: AudioEngine; told: string[] };
      return { told: told.filter((kind) => kind !== 'waiting'), place: engine.currentTime };
    });
  await expect.poll(read).toEqual({ told: ['network'], place: 3 });
  await site.start();
  await page.evaluate(() => (window as unknown as { engine: AudioEngine }).engine.play());
  await expect.poll(async () => (await read()).told).toContain('playing');
  expect((await read()).place).toBeGreaterThanOrEqual(2.9);
});

test('with the pitch kept at every speed', async ({ page }) => {
  await page.goto('/');
  const kept = await page.evaluate(async () => {
    const element = new Audio();
    const engine = await window.probe.createReadyEngine({ element });
    engine.setRate(2);
    engine.load({ url: 'two-seconds.mp3', type: 'audio/mpeg', startTime: 0 });
    return element.preservesPitch && element.playbackRate === 2;
  });
  expect(kept).toBe(true);
});

test('an end in the middle, as a lost connection looks in some browsers, is no end', async ({
  page,
}) => {
  await page.goto('/');
  const told = await page.evaluate(async () => {
    const element = new Audio();
    const engine = await window.probe.createReadyEngine({ element });
    const events: string[] = [];
    engine.onEvent((event) => events.push(event.kind === 'failed' ? event.code : event.kind));
    engine.load({ url: 'six-seconds.mp3', type: 'audio/mpeg', startTime: 0 });
    engine.play();
    while (!events.includes('timeupdate')) await new Promise((resolve) => setTimeout(resolve, 20));
    element.dispatchEvent(new Event('ended'));
    engine.dispose();
    return events;
  });
  expect(told).toContain('network');
  expect(told).not.toContain('ended');
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ResumeRewindModel } from '../../../../src/state/listening/resume-rewind.ts';
import { SettingsModel } from '../../../../src/state/settings.ts';
import { audioOf, moduleOf, summaryOf } from '../../../fixtures/learning-route.ts';
import { createListeningApp } from '../../../fixtures/listening-app.ts';

const MINUTE = 60_000;
const text = moduleOf('a', {
  chapters: [
    {
      id: 'een',
      title: 'Een',
      startTime: 0,
      endTime: 100,
      blocks: [
        {
          kind: 'paragraph',
          sentences: [0, 31, 50].map((startTime) => ({
            id: `s${startTime}`,
            content: [],
            startTime,
          })),
        },
      ],
    },
  ],
});

let app: ReturnType<typeof createListeningApp>;
/** Lets the text come. */
let answer: () => void;
let asked: string[];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return new Promise((resolve) => {
      answer = () => resolve(new Response(JSON.stringify(text)));
    });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The route page after so long away: the text of the module was never on screen. */
async function start(away: number): Promise<void> {
  const stored = {
    key: 'r/a',
    position: 40,
    duration: 100,
    audioHash: 'hash-a',
    heard: [],
    updatedAt: 1,
    lastPlayedAt: 1000 - away,
  };
  app = createListeningApp([summaryOf('a', { audio: audioOf('a', 100) })], [stored], 1, [], []);
  const settings = new SettingsModel({ save: () => undefined });
  const rewind = new ResumeRewindModel({ ...app, settings, now: () => app.clock.now });
  app.playback.attach({
    onJump: () => undefined,
    onLeave: () => undefined,
    awaitStart: rewind.awaitStart,
    chooseStart: rewind.chooseStart,
    isLast: () => false,
  });
}

test('going on after a while waits for the text, and starts at a sentence', async () => {
  await start(2 * MINUTE);
  const playing = app.playback.playModule('r', 'a');
  await vi.advanceTimersByTimeAsync(300);
  expect(asked).toHaveLength(1);
  expect(app.engine.source).toBeUndefined();
  expect(app.playback.status.value).toBe('loading');
  answer();
  await playing;
  expect(app.engine.source?.startTime).toBe(31);
  expect(app.engine.playRequests).toBe(1);
});

test('a text that does not come holds up no sound', async () => {
  await start(2 * MINUTE);
  const playing = app.playback.playModule('r', 'a');
  await vi.advanceTimersByTimeAsync(1000);
  await playing;
  expect(app.engine.source?.startTime).toBe(37);
  expect(app.engine.playRequests).toBe(1);
});

test('a pause while it waits wins', async () => {
  await start(2 * MINUTE);
  const playing = app.playback.playModule('r', 'a');
  await vi.advanceTimersByTimeAsync(300);
  app.playback.pause();
  answer();
  await playing;
  expect(app.engine.playRequests).toBe(0);
  expect(app.playback.status.value).toBe('paused');
});

test('who was just here, or chose a place, waits for nothing', async () => {
  await start(30_000);
  await app.playback.playModule('r', 'a');
  expect(app.engine.source?.startTime).toBe(40);

  await start(2 * MINUTE);
  await app.playback.playModule('r', 'a', 70);
  expect(app.engine.source?.startTime).toBe(70);
  expect(asked).toEqual([]);
});

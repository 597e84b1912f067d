import { beforeEach, describe, expect, test } from 'vitest';
import { byTime, type JournalEntry } from '../../../../src/model/journal.ts';
import type { LearningModule } from '../../../../src/model/learning-module.ts';
import { audioKey, type Progress } from '../../../../src/model/progress.ts';
import { ContentModel } from '../../../../src/state/content.ts';
import { createListeningTime } from '../../../../src/state/listening/listening-time.ts';
import { PlaybackModel, type PlaybackState } from '../../../../src/state/listening/playback.ts';
import { ProgressModel, type ProgressState } from '../../../../src/state/listening/progress.ts';
import { SettingsModel, type SettingsState } from '../../../../src/state/settings.ts';
import { FakeEngine, type FakeSound } from '../../../contract/fake-engine.ts';
import { audioOf, catalogOf, moduleOf, summaryOf } from '../../../fixtures/learning-route.ts';

const LENGTH = 400;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const NOON = Date.UTC(2026, 4, 1, 12);

const modules = ['a', 'b', 'c'].map((id) => summaryOf(id, { audio: audioOf(id, LENGTH) }));
const chapters: LearningModule['chapters'] = [
  {
    id: 'een',
    title: 'Een',
    startTime: 0,
    endTime: 100,
    blocks: [
      {
        kind: 'paragraph',
        sentences: [0, 4, 50, 57].map((startTime) => ({
          id: `s${startTime}`,
          content: [],
          startTime,
        })),
      },
    ],
  },
  { id: 'twee', title: 'Twee', startTime: 100, endTime: LENGTH, blocks: [] },
];

let now: number;
let clock: number;
let engine: FakeEngine;
let playback: PlaybackState;
let progress: ProgressState;
let settings: SettingsState;
let kept: Map<string, JournalEntry>;
let keptSettings: Map<string, unknown>;
let isRefusing: boolean;
let time: ReturnType<typeof createListeningTime>;

/** The app opens; what was kept before is still there. */
async function open(stored: Progress[] = []): Promise<void> {
  engine = new FakeEngine(
    new Map<string, FakeSound>([
      ...modules.map(({ audio }): [string, FakeSound] => [`/${audio?.url}`, { duration: LENGTH }]),
      ['/tussen.mp3', { duration: 1 }],
    ]),
  );
  const content = new ContentModel({
    base: '/',
    catalog: catalogOf(modules),
    modules: modules.map(({ id }) => moduleOf(id, { chapters })),
  });
  progress = new ProgressModel({ save: async () => undefined, now: () => now });
  progress.fill(stored);
  settings = new SettingsModel({ save: () => undefined });
  playback = new PlaybackModel({
    content,
    progress,
    createEngine: async () => engine,
    chooseUrl: ({ audio }) => ({ url: `/${audio?.url}` }),
    chooseNext: ({ summary }) => modules[modules.findIndex(({ id }) => id === summary.id) + 1],
    betweenUrl: '/tussen.mp3',
    rateOf: () => 1,
    saveRate: () => undefined,
  });
  time = createListeningTime(
    {
      content,
      playback,
      progress,
      settings,
      journalStore: {
        loadAll: async () => byTime([...kept.values()]),
        save: async (entry) => {
          if (isRefusing) throw new Error('no room');
          kept.set(entry.id, entry);
        },
      },
      settingsStore: {
        load: async () => Object.fromEntries(keptSettings),
        save: async (name, value) => {
          if (isRefusing) throw new Error('no room');
          keptSettings.set(name, value);
        },
      },
    },
    { now: () => now, clock: () => clock },
  );
  await settle();
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Time passes, for the sound and for the clocks, in steps as a player tells them. */
function wait(seconds: number): void {
  for (let passed = 0; passed < seconds; passed += 0.25) {
    now += 250;
    clock += 250;
    engine.advance(0.25);
  }
}

/** Time passes without a word of the player. */
function leave(milliseconds: number): void {
  now += milliseconds;
  clock += milliseconds;
}

function lines(): JournalEntry[] {
  return byTime([...kept.values()]);
}

function playedAt(lastPlayedAt: number, position: number): Progress {
  const key = audioKey('r', 'a');
  return { key, position, duration: LENGTH, heard: [], updatedAt: 1, lastPlayedAt };
}

beforeEach(async () => {
  now = NOON;
  clock = 5000;
  kept = new Map();
  keptSettings = new Map();
  isRefusing = false;
  await open();
});

describe('the way back', () => {
  test('is offered after a far jump, and leads to where it began', async () => {
    await playback.playModule('r', 'a', 152);
    wait(1);
    expect(time.trail.undoTo.value).toBeUndefined();
    const from = playback.exactTime() ?? 0;
    playback.seek(300);
    expect(time.trail.undoTo.value).toBeCloseTo(from, 0);
    time.trail.undo();
    wait(0.5);
    expect(engine.currentTime).toBeCloseTo(from + 0.5, 0);
    expect(time.trail.undoTo.value).toBeUndefined();
  });

  test('also works before anything was played', () => {
    playback.open('r', 'a', 10);
    playback.seek(200);
    expect(time.trail.undoTo.value).toBe(10);
    time.trail.undo();
    expect(playback.currentTime.value).toBe(10);
  });

  test('is not offered after a skip, but two skips in a row are one jump', async () => {
    await playback.playModule('r', 'a', 100);
    wait(1);
    playback.skip(30);
    wait(1);
    expect(time.trail.undoTo.value).toBeUndefined();
    playback.skip(30);
    expect(time.trail.undoTo.value).toBeCloseTo(101, 0);
  });

  test('stays in a pause however long, and goes after 20 s of listening', async () => {
    await playback.playModule('r', 'a', 100);
    wait(1);
    playback.seek(200);
    wait(10);
    playback.pause();
    wait(300);
    expect(time.trail.undoTo.value).toBeCloseTo(101, 0);
    await playback.play();
    wait(11);
    expect(time.trail.undoTo.value).toBeUndefined();
  });

  test('a next jump takes its place', async () => {
    await playback.playModule('r', 'a', 100);
    wait(1);
    playback.seek(200);
    wait(5);
    playback.skip(-15);
    expect(time.trail.undoTo.value).toBeUndefined();
  });

  test('is not offered for a step of the player itself', async () => {
    await playback.playModule('r', 'a', 100);
    wait(1);
    playback.seek(300, false);
    wait(1);
    await settle();
    expect(time.trail.undoTo.value).toBeUndefined();
    expect(lines().map(({ kind }) => kind)).toEqual(['session']);
  });

  test('belongs to its module', async () => {
    playback.open('r', 'a', 10);
    playback.seek(200);
    playback.open('r', 'b');
    expect(time.trail.undoTo.value).toBeUndefined();
    time.trail.undo();
    expect(playback.currentTime.value).toBe(0);
  });
});

describe('the journal', () => {
  test('keeps sessions and far jumps', async () => {
    await playback.playModule('r', 'a', 10);
    wait(5);
    playback.seek(300);
    wait(2);
    playback.pause();
    wait(1);
    await settle();
    const [session, jump] = lines();
    expect(lines()).toHaveLength(2);
    expect(session).toMatchObject({ kind: 'session', audioKey: 'r/a', from: 10 });
    expect(session?.to).toBeCloseTo(302, 0);
    expect(jump).toMatchObject({ kind: 'jump', audioKey: 'r/a', to: 300 });
    expect(jump?.from).toBeCloseTo(15, 0);
  });

  test('a drag along the bar is one line', async () => {
    await playback.playModule('r', 'a', 10);
    wait(5);
    for (const to of [20, 60, 120, 240, 310]) playback.seek(to);
    await settle();
    const jumps = lines().filter(({ kind }) => kind === 'jump');
    expect(jumps).toHaveLength(1);
    expect(jumps[0]?.from).toBeCloseTo(15, 0);
    expect(jumps[0]?.to).toBe(310);
  });

  test('a short pause is the same session, a longer one ends it, and so does another module', async () => {
    await playback.playModule('r', 'a');
    wait(2);
    playback.pause();
    wait(30);
    await playback.play();
    wait(2);
    expect(time.journal.entries.value).toHaveLength(1);
    playback.pause();
    wait(61);
    await playback.play();
    wait(2);
    expect(time.journal.entries.value).toHaveLength(2);
    await playback.playModule('r', 'b');
    wait(2);
    expect(time.journal.entries.value.map(({ audioKey: key }) => key)).toEqual([
      'r/a',
      'r/a',
      'r/b',
    ]);
  });

  test('a session is written as it begins and while it lasts, not only when it ends', async () => {
    await playback.playModule('r', 'a');
    wait(1);
    await settle();
    expect(lines()).toHaveLength(1);
    wait(40);
    await settle();
    expect(lines()[0]?.to).toBeGreaterThan(25);
  });

  test('shows what was kept before, and goes on without room', async () => {
    kept.set('x', { id: 'x', kind: 'jump', audioKey: 'r/b', from: 5, to: 90, at: NOON - MINUTE });
    await open();
    isRefusing = true;
    await playback.playModule('r', 'a');
    wait(1);
    await settle();
    expect(time.journal.entries.value.map(({ audioKey: key }) => key)).toEqual(['r/b', 'r/a']);
    expect(playback.isPlaying.value).toBe(true);
  });
});

describe('the sleep timer', () => {
  test('stops after its minutes of listening; a pause does not count', async () => {
    await playback.playModule('r', 'a');
    wait(1);
    time.sleepTimer.set({ kind: 'minutes', minutes: 5 });
    wait(60);
    expect(time.sleepTimer.left.value).toBeCloseTo(240, 0);
    playback.pause();
    wait(600);
    expect(time.sleepTimer.left.value).toBeCloseTo(240, 0);
    await playback.play();
    wait(239);
    expect(playback.isPlaying.value).toBe(true);
    wait(2);
    expect(playback.isPlaying.value).toBe(false);
    expect(time.sleepTimer.choice.value).toBeUndefined();
  });

  test('decides with the next fact when the page was frozen', async () => {
    await playback.playModule('r', 'a');
    wait(1);
    time.sleepTimer.set({ kind: 'minutes', minutes: 5 });
    leave(6 * MINUTE);
    expect(playback.isPlaying.value).toBe(true);
    wait(0.5);
    expect(playback.isPlaying.value).toBe(false);
  });

  test('fades the last seconds, and the next play is loud', async () => {
    await playback.playModule('r', 'a');
    wait(1);
    time.sleepTimer.set({ kind: 'minutes', minutes: 5 });
    wait(290);
    expect(engine.volume).toBe(1);
    wait(6);
    expect(engine.volume).toBeCloseTo(0.5, 1);
    wait(6);
    expect(playback.isPlaying.value).toBe(false);
    expect(engine.volume).toBe(1);
  });

  test('turned off in the fade it is loud at once', async () => {
    await playback.playModule('r', 'a');
    wait(1);
    time.sleepTimer.set({ kind: 'minutes', minutes: 5 });
    wait(297);
    expect(engine.volume).toBeLessThan(1);
    time.sleepTimer.set(undefined);
    expect(engine.volume).toBe(1);
    wait(10);
    expect(playback.isPlaying.value).toBe(true);
  });

  test('stops at the end of the chapter, also after a jump to another one', async () => {
    await playback.playModule('r', 'a', 95);
    wait(1);
    time.sleepTimer.set({ kind: 'chapter' });
    wait(6);
    expect(playback.isPlaying.value).toBe(false);
    expect(playback.currentTime.value).toBeGreaterThan(99);
    expect(playback.currentTime.value).toBeLessThanOrEqual(100);

    await playback.playModule('r', 'a', 20);
    wait(1);
    time.sleepTimer.set({ kind: 'chapter' });
    playback.seek(390);
    wait(15);
    expect(playback.status.value).toBe('ended');
    expect(playback.upNext.value).toBeUndefined();
  });

  test('at the end of the module nothing follows, and the next time it does again', async () => {
    await playback.playModule('r', 'a', 395);
    wait(1);
    time.sleepTimer.set({ kind: 'module' });
    expect(time.sleepTimer.left.value).toBeCloseTo(4, 0);
    wait(10);
    expect(playback.status.value).toBe('ended');
    expect(playback.loaded.value?.summary.id).toBe('a');

    await playback.playModule('r', 'a', 395);
    wait(10);
    expect(playback.loaded.value?.summary.id).toBe('b');
  });

  test('minutes go on through the pause between two modules', async () => {
    await playback.playModule('r', 'a', 390);
    wait(1);
    time.sleepTimer.set({ kind: 'minutes', minutes: 5 });
    wait(290);
    expect(playback.loaded.value?.summary.id).toBe('b');
    expect(playback.isPlaying.value).toBe(true);
    wait(12);
    expect(playback.isPlaying.value).toBe(false);
  });

  test('offers the moment where it began, now and when the app is opened again', async () => {
    await playback.playModule('r', 'a', 390);
    wait(1);
    time.sleepTimer.set({ kind: 'minutes', minutes: 5 });
    wait(310);
    const start = time.trail.beforeSleep.value;
    expect(start?.audioKey).toBe('r/a');
    expect(start?.time).toBeCloseTo(391, 0);
    await settle();
    await open();
    expect(time.trail.beforeSleep.value).toEqual(start);
    await playback.playModule('r', 'b', 10);
    wait(59);
    expect(time.trail.beforeSleep.value).toEqual(start);
    wait(3);
    expect(time.trail.beforeSleep.value).toBeUndefined();
    await settle();
    await open();
    expect(time.trail.beforeSleep.value).toBeUndefined();
  });

  test('is not offered again to who did not want it, until a next one stops the sound', async () => {
    const fallAsleep = async () => {
      await playback.playModule('r', 'a', 60);
      wait(1);
      time.sleepTimer.set({ kind: 'minutes', minutes: 5 });
      wait(301);
      await settle();
    };
    await fallAsleep();
    time.trail.forgetSleep();
    expect(time.trail.beforeSleep.value).toBeUndefined();
    await settle();
    await open();
    expect(time.trail.beforeSleep.value).toBeUndefined();
    await fallAsleep();
    await open();
    expect(time.trail.beforeSleep.value?.time).toBeCloseTo(61, 0);
    time.trail.forgetSleep();
    await settle();
    await open();
    expect(time.trail.beforeSleep.value).toBeUndefined();
  });

  test('does nothing without a sound', () => {
    time.sleepTimer.set({ kind: 'minutes', minutes: 5 });
    expect(time.sleepTimer.choice.value).toBeUndefined();
  });
});

describe('going on after a while', () => {
  async function openAfter(away: number, position = 60): Promise<void> {
    await open([playedAt(NOON - away, position)]);
    playback.open('r', 'a');
  }

  test('the slider shows the stored place; playing starts 3 s earlier, at a sentence, and it is said', async () => {
    await openAfter(2 * MINUTE);
    expect(playback.currentTime.value).toBe(60);
    expect(time.rewind.rewound.value).toBeUndefined();
    await playback.play();
    expect(engine.source?.startTime).toBe(57);
    expect(time.rewind.rewound.value).toBe(3);
    wait(9);
    expect(time.rewind.rewound.value).toBeUndefined();
  });

  test('after an hour it is 10 s, to the sentence that was spoken then', async () => {
    await openAfter(60 * MINUTE);
    await playback.play();
    expect(engine.source?.startTime).toBe(50);
    expect(time.rewind.rewound.value).toBe(10);
  });

  test.each([
    ['within a minute', 30 * SECOND],
    ['with a clock that was set back', -60 * MINUTE],
  ])('%s nothing changes', async (_name, away) => {
    await openAfter(away);
    await playback.play();
    expect(engine.source?.startTime).toBe(60);
    expect(time.rewind.rewound.value).toBeUndefined();
  });

  test('a place that was chosen is kept: by hand or by a link', async () => {
    await openAfter(60 * MINUTE);
    playback.seek(200);
    await playback.play();
    expect(engine.source?.startTime).toBe(200);

    await openAfter(60 * MINUTE);
    await playback.playModule('r', 'a', 80);
    expect(engine.source?.startTime).toBe(80);
  });

  test('the setting turns it off', async () => {
    await openAfter(60 * MINUTE);
    settings.set('resumeRewind', false);
    await playback.play();
    expect(engine.source?.startTime).toBe(60);
  });

  test('a pause within one visit counts too, and a refused play goes back only once', async () => {
    await openAfter(0);
    await playback.play();
    wait(3);
    playback.pause();
    wait(1);
    progress.put(playedAt(now, playback.currentTime.value));
    const position = playback.currentTime.value;
    leave(2 * MINUTE);
    engine.refuseNextPlay();
    await playback.play();
    wait(0.5);
    expect(playback.isPlaying.value).toBe(false);
    expect(position).toBeCloseTo(63, 0);
    expect(engine.currentTime).toBe(57);
    await playback.play();
    wait(0.25);
    expect(engine.currentTime).toBeLessThan(58);
    expect(engine.currentTime).toBeGreaterThanOrEqual(57);
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HeardRange } from '../../../../src/model/coverage.ts';
import type { Question } from '../../../../src/model/learning-module.ts';
import { emptyProgress } from '../../../../src/model/progress.ts';
import type { QuestionMode } from '../../../../src/model/settings.ts';
import { ResumeRewindModel } from '../../../../src/state/listening/resume-rewind.ts';
import { followQuestions } from '../../../../src/state/questions/follow-questions.ts';
import {
  OpenQuestionsModel,
  type OpenQuestionsState,
} from '../../../../src/state/questions/open-questions.ts';
import {
  createListeningParts,
  type ListeningParts,
  settled,
} from '../../../fixtures/listening-parts.ts';

const times = { cueTime: 10, startTime: 11, quietTime: 15, endTime: 20 };
const question: Question = {
  id: 'een',
  kind: 'reflect',
  version: 'v',
  text: 'Wat zou jij doen?',
  on: 'module',
  times,
};

let parts: ListeningParts;
let questions: OpenQuestionsState;
let isVisible: boolean;
let canAsk: boolean;
let hide: () => void;
let heard: HeardRange[];
let chimes: number;

function start(mode?: QuestionMode, asked: Question = question): void {
  setUp(mode, asked);
  follow();
}

/** All but the following itself, of which the code may come later than the sound. */
function setUp(mode?: QuestionMode, asked: Question = question): void {
  parts = createListeningParts({ questions: [asked] });
  if (mode) parts.settings.set('questionMode', mode);
  isVisible = true;
  canAsk = true;
  heard = [];
  chimes = 0;
  questions = new OpenQuestionsModel({
    settings: { load: async () => ({}), save: async () => undefined },
    notebook: parts.notebook,
    now: () => 7,
  });
}

function follow(): void {
  followQuestions({
    ...parts,
    questions,
    addHeard: (range) => heard.push(range),
    isVisible: () => isVisible,
    canAsk: () => canAsk,
    onHidden(listener) {
      hide = () => {
        isVisible = false;
        listener();
      };
    },
    chime: () => {
      chimes += 1;
    },
    clock: () => parts.clock.now,
  });
}

const deferred = () => questions.list.value.map(({ questionId }) => questionId);
const opened = () => parts.notebook.opened.value?.question.id;

beforeEach(() => {
  vi.useFakeTimers();
  start();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('when the sound was faster than this code', () => {
  beforeEach(() => setUp());

  test('a question that was just spoken stops the sound', async () => {
    await parts.playback.playModule('r', 'a', 14.6);
    parts.pass(1);
    follow();
    expect(opened()).toBe('een');
    parts.pass(0.1);
    expect(parts.playback.isPlaying.value).toBe(false);
    await parts.notebook.closeAndPlay();
    parts.pass(0.5);
    expect(parts.engine.currentTime).toBeGreaterThanOrEqual(20);
  });

  test('one of which the quiet is over goes on the list', async () => {
    await parts.playback.playModule('r', 'a', 14.6);
    parts.pass(6);
    follow();
    expect(deferred()).toEqual(['een']);
    expect(parts.playback.isPlaying.value).toBe(true);
  });

  test.each([
    { why: 'one before the place where it began', at: 16, pass: 1 },
    { why: 'one that was jumped over', at: 5, pass: 1, seek: 17 },
    { why: 'one that is still to come', at: 5, pass: 1 },
  ])('$why is left alone', async ({ at, pass, seek }) => {
    await parts.playback.playModule('r', 'a', at);
    parts.pass(pass);
    if (seek !== undefined) parts.playback.seek(seek);
    parts.pass(0.5);
    follow();
    expect(opened()).toBeUndefined();
    expect(deferred()).toEqual([]);
  });
});

describe('while the page is seen', () => {
  test('stops at the end of the question and goes on after its quiet', async () => {
    await parts.playback.playModule('r', 'a', 9);
    parts.pass(8);
    expect(opened()).toBe('een');
    expect(parts.playback.isPlaying.value).toBe(false);
    expect(parts.engine.currentTime).toBeGreaterThanOrEqual(15);
    expect(parts.engine.currentTime).toBeLessThan(15.3);
    await parts.notebook.closeAndPlay();
    parts.pass(0.5);
    expect(parts.engine.currentTime).toBeGreaterThanOrEqual(20);
    expect(parts.engine.currentTime).toBeLessThan(20.6);
    expect(heard).toEqual([{ startTime: 15, endTime: 20 }]);
  });

  test('the play button goes on after the quiet as well', async () => {
    await parts.playback.playModule('r', 'a', 14);
    parts.pass(2);
    parts.playback.toggle();
    await settled();
    parts.pass(0.5);
    expect(parts.engine.currentTime).toBeGreaterThanOrEqual(20);
  });

  test('thinking for minutes does not bring the question back', async () => {
    const rewind = new ResumeRewindModel({ ...parts, now: () => 5 * 60_000 });
    parts.playback.attach({
      onJump: () => undefined,
      onLeave: () => undefined,
      awaitStart: () => undefined,
      chooseStart: () => rewind.chooseStart(),
      isLast: () => false,
    });
    const known = emptyProgress('r/a', 0);
    parts.progress.fill([{ ...known, duration: 60, audioHash: 'hash-a', lastPlayedAt: 1 }]);
    await parts.playback.playModule('r', 'a', 14);
    parts.pass(2);
    await parts.notebook.closeAndPlay();
    parts.pass(0.5);
    expect(parts.engine.currentTime).toBeGreaterThanOrEqual(20);
  });

  test('a timer stops sharply when the facts come late', async () => {
    await parts.playback.playModule('r', 'a', 14);
    parts.pass(0.85);
    const { currentTime } = parts.engine;
    expect(currentTime).toBeLessThan(15);
    // The clock goes on, and no fact is told.
    vi.spyOn(parts.engine, 'currentTime', 'get').mockReturnValue(15.01);
    parts.clock.now += 180;
    vi.advanceTimersByTime(400);
    expect(opened()).toBe('een');
  });

  test('after Later it is on the list, and a step back does not stop the sound again', async () => {
    await parts.playback.playModule('r', 'a', 14);
    parts.pass(2);
    questions.putAside();
    await parts.notebook.close();
    await settled();
    expect(deferred()).toEqual(['een']);
    parts.pass(0.5);
    expect(parts.playback.isPlaying.value).toBe(true);
    parts.playback.skip(-10);
    parts.pass(8);
    expect(opened()).toBeUndefined();
    expect(parts.engine.currentTime).toBeGreaterThan(16);
  });

  test('an answer takes it off the list, and it stops nothing any more', async () => {
    await parts.playback.playModule('r', 'a', 14);
    questions.defer('r', 'a', 'een');
    parts.pass(2);
    parts.notebook.input('text', 'Bellen.');
    await parts.notebook.closeAndPlay();
    expect(deferred()).toEqual([]);
    parts.playback.seek(0);
    parts.pass(18);
    expect(opened()).toBeUndefined();
    expect(parts.playback.isPlaying.value).toBe(true);
  });

  test('who is writing something is not asked; it goes on the list', async () => {
    canAsk = false;
    await parts.playback.playModule('r', 'a', 14);
    parts.pass(3);
    expect(opened()).toBeUndefined();
    expect(deferred()).toEqual(['een']);
    expect(parts.playback.isPlaying.value).toBe(true);
    expect(parts.engine.currentTime).toBeGreaterThan(16);
  });

  test('a jump over the question does nothing', async () => {
    await parts.playback.playModule('r', 'a', 5);
    parts.pass(1);
    parts.playback.seek(30);
    parts.pass(2);
    expect(opened()).toBeUndefined();
    expect(deferred()).toEqual([]);
    expect(parts.playback.isPlaying.value).toBe(true);
  });

  test('going elsewhere while it waits is followed', async () => {
    await parts.playback.playModule('r', 'a', 14);
    parts.pass(2);
    await parts.notebook.close();
    parts.playback.seek(3);
    parts.pass(0.1);
    await parts.playback.play();
    parts.pass(1);
    expect(parts.engine.currentTime).toBeLessThan(5);
    expect(heard).toEqual([]);
  });

  test('a recording without a soft sound gets one after the pause', async () => {
    start('auto', { ...question, times: { cueTime: 9, startTime: 9, quietTime: 9, endTime: 9 } });
    await parts.playback.playModule('r', 'a', 8);
    parts.pass(2);
    expect(opened()).toBe('een');
    expect(chimes).toBe(1);
  });

  test('a recording that plays on gets it too, but not while nobody sees the page', async () => {
    const silent = { ...question, times: { cueTime: 9, startTime: 9, quietTime: 9, endTime: 9 } };
    start('later', silent);
    await parts.playback.playModule('r', 'a', 8);
    parts.pass(2);
    expect(deferred()).toEqual(['een']);
    expect(chimes).toBe(1);

    start('auto', silent);
    isVisible = false;
    await parts.playback.playModule('r', 'a', 8);
    parts.pass(2);
    expect(deferred()).toEqual(['een']);
    expect(chimes).toBe(0);
  });

  test('a question at the end of the sound goes on the list', async () => {
    start('auto', {
      ...question,
      times: { cueTime: 60, startTime: 60, quietTime: 60, endTime: 60 },
    });
    await parts.playback.playModule('r', 'a', 58);
    parts.pass(3);
    expect(opened()).toBeUndefined();
    expect(deferred()).toEqual(['een']);
  });
});

describe('while the page is hidden', () => {
  test('plays on and keeps the question for later, without a timer', async () => {
    await parts.playback.playModule('r', 'a', 14);
    hide();
    parts.pass(3);
    expect(vi.getTimerCount()).toBe(0);
    expect(opened()).toBeUndefined();
    expect(deferred()).toEqual(['een']);
    expect(parts.playback.isPlaying.value).toBe(true);
    expect(parts.engine.currentTime).toBeGreaterThan(16);
    expect(parts.engine.currentTime).toBeLessThan(18);
  });

  test('a question without a word lets the sound go on, and is kept for later', async () => {
    await parts.playback.playModule('r', 'a', 14);
    parts.pass(2);
    expect(parts.playback.isPlaying.value).toBe(false);
    hide();
    await settled();
    parts.pass(1);
    expect(opened()).toBeUndefined();
    expect(deferred()).toEqual(['een']);
    expect(parts.playback.isPlaying.value).toBe(true);
    expect(parts.engine.currentTime).toBeGreaterThanOrEqual(20);
  });

  test('a question with words stays open and quiet', async () => {
    await parts.playback.playModule('r', 'a', 14);
    parts.pass(2);
    parts.notebook.input('text', 'Ik denk');
    hide();
    await settled();
    parts.pass(1);
    expect(opened()).toBe('een');
    expect(parts.playback.isPlaying.value).toBe(false);
  });
});

describe('by choice', () => {
  test('play on: the question goes on the list', async () => {
    start('later');
    await parts.playback.playModule('r', 'a', 14);
    parts.pass(2);
    expect(deferred()).toEqual(['een']);
    expect(parts.playback.isPlaying.value).toBe(true);
  });

  test('off: sound, question and quiet are left out and counted as heard', async () => {
    start('off');
    await parts.playback.playModule('r', 'a', 8);
    const places: number[] = [];
    for (let step = 0; step < 40; step += 1) {
      parts.pass(0.1);
      places.push(parts.engine.currentTime);
    }
    expect(places.some((time) => time > 10.05 && time < 20)).toBe(false);
    expect(parts.engine.currentTime).toBeGreaterThan(21);
    expect(heard).toEqual([{ startTime: 10, endTime: 20 }]);
    expect(deferred()).toEqual([]);
  });
});

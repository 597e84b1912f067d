import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { coveredFraction } from '../../../src/model/coverage.ts';
import { emptyProgress, type Progress } from '../../../src/model/progress.ts';
import { createPositionSaver } from '../../../src/player/position-saver.ts';
import { FakeEngine } from '../../contract/fake-engine.ts';

const KEY = 'route/module';
const START = 1_000_000;

/** A player and a saver that go on together; `pass` lets time go by in steps of 50 ms. */
function setUp(
  options: { duration?: number; position?: number; completion?: number; isSeen?: boolean } = {},
) {
  const { duration = 60, position = 0, completion = 0.9, isSeen = true } = options;
  const engine = new FakeEngine(
    new Map([
      ['sound', { duration }],
      ['other', { duration: 20 }],
    ]),
  );
  const saved: Progress[] = [];
  const tail = new Map<string, Progress>();
  const failures: unknown[] = [];
  const control = { latencyMs: 0, isFailing: false, underWay: 0, mostUnderWay: 0 };
  const saver = createPositionSaver({
    async save(progress) {
      control.underWay += 1;
      control.mostUnderWay = Math.max(control.mostUnderWay, control.underWay);
      await new Promise((resolve) => setTimeout(resolve, control.latencyMs));
      control.underWay -= 1;
      if (control.isFailing) throw new Error('gone');
      saved.push(progress);
    },
    tail: {
      savePosition: (progress) => tail.set(progress.key, progress),
      removePosition: (key) => tail.delete(key),
    },
    now: Date.now,
    isSeen: () => isSeen,
    onFailure: (error) => failures.push(error),
  });
  engine.onEvent((event) => saver.onFact(event));
  const first: Progress = { ...emptyProgress(KEY, START - 5000), duration, position };
  saver.begin(first, completion);
  engine.load({ url: 'sound', type: 'audio/mpeg', startTime: position });

  async function pass(seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds - 0.001; passed += 0.05) {
      engine.advance(0.05);
      await vi.advanceTimersByTimeAsync(50);
    }
  }
  return { engine, saver, saved, tail, failures, control, pass };
}

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the position', () => {
  test('is written at most every half second while it plays, and never much later', async () => {
    const { engine, saved, pass } = setUp();
    engine.play();
    await pass(10);
    const positions = saved.map(({ position }) => position);
    expect(positions.length).toBeGreaterThanOrEqual(12);
    expect(positions.length).toBeLessThanOrEqual(20);
    for (const [index, position] of positions.slice(1).entries()) {
      expect(position - (positions[index] ?? 0)).toBeLessThan(0.8);
    }
    expect(engine.currentTime - (positions.at(-1) ?? 0)).toBeLessThan(0.8);
  });

  // The fake tells its place each 0.25 s, which is `rate` × 0.25 s of sound.
  test.each([
    { rate: 0.5, isSeen: true, between: 0.25, why: 'each second fact' },
    { rate: 1, isSeen: true, between: 0.5, why: 'each second fact' },
    { rate: 1, isSeen: false, between: 0.75, why: 'each third fact' },
    { rate: 1.3, isSeen: false, between: 0.65, why: 'each second: three would be 0.975 s' },
    { rate: 1.5, isSeen: true, between: 0.75, why: 'each second fact' },
    { rate: 2, isSeen: true, between: 0.5, why: 'each fact: two would be a whole second' },
    { rate: 3, isSeen: true, between: 0.75, why: 'each fact' },
    { rate: 3, isSeen: false, between: 0.75, why: 'each fact' },
  ])('at $rate× (seen: $isSeen) is written every $between s of sound: $why', async (row) => {
    const { engine, saved, pass } = setUp({ isSeen: row.isSeen });
    engine.setRate(row.rate);
    engine.play();
    await pass(6);
    const [, ...positions] = saved.map(({ position }) => position);
    expect(positions.length).toBeGreaterThan(5);
    for (const [index, position] of positions.slice(1).entries()) {
      expect(position - (positions[index] ?? 0)).toBeCloseTo(row.between, 1);
    }
  });

  test('is written at once on pause, jump and end', async () => {
    const { engine, saver, saved, pass } = setUp({ duration: 10 });
    engine.play();
    await pass(2);
    saved.length = 0;
    engine.seek(7);
    await pass(0.05);
    expect(saved.at(-1)?.position).toBe(7);
    await pass(1);
    engine.pause();
    await pass(0.05);
    expect(saved.at(-1)).toEqual(saver.progress);
    engine.play();
    await pass(4);
    expect(saved.at(-1)?.position).toBe(10);
  });

  test('is nowhere but in the player before anything happens', async () => {
    const { saved, tail, saver, pass } = setUp({ position: 12 });
    await pass(3);
    saver.flush();
    await pass(1);
    expect(saved).toEqual([]);
    expect(tail.size).toBe(0);
    expect(saver.progress?.position).toBe(12);
  });

  test('that was chosen while nothing plays is written', async () => {
    const { saver, saved, pass } = setUp();
    saver.moveTo(33);
    await pass(0.1);
    expect(saved.map(({ position, heard }) => ({ position, heard }))).toEqual([
      { position: 33, heard: [] },
    ]);
  });

  test('has one write under way, and the newest next', async () => {
    const { engine, saved, control, pass } = setUp();
    control.latencyMs = 3000;
    engine.play();
    await pass(10);
    expect(control.mostUnderWay).toBe(1);
    expect(saved.length).toBeLessThanOrEqual(3);
    engine.pause();
    await pass(7);
    expect(saved.at(-1)?.position).toBeCloseTo(engine.currentTime, 1);
  });

  test('that could not be written is tried again, also when nothing happens any more', async () => {
    const { engine, saver, saved, failures, control, pass } = setUp();
    control.isFailing = true;
    engine.play();
    await pass(2);
    engine.pause();
    await pass(1);
    expect(saved).toEqual([]);
    expect(failures.length).toBeGreaterThan(0);
    control.isFailing = false;
    await pass(3);
    expect(saved.at(-1)).toEqual(saver.progress);
  });

  test('looks newer after every change, also when the clock is set back', async () => {
    const { engine, saved, pass } = setUp();
    engine.play();
    await pass(2);
    vi.setSystemTime(START - 3_600_000);
    await pass(2);
    const times = saved.map(({ updatedAt }) => updatedAt);
    expect(times.length).toBeGreaterThan(4);
    expect(times.toSorted((a, b) => a - b)).toEqual(times);
    expect(new Set(times).size).toBe(times.length);
  });

  test('of one sound is finished before the next begins', async () => {
    const { engine, saver, saved, control, pass } = setUp();
    control.latencyMs = 400;
    engine.play();
    await pass(3.3);
    const before = saver.progress;
    saver.begin({ ...emptyProgress('route/other', START), duration: 20 }, 0.9);
    engine.load({ url: 'other', type: 'audio/mpeg', startTime: 0 });
    engine.play();
    await pass(2);
    expect(saved.filter(({ key }) => key === KEY).at(-1)).toEqual(before);
    expect(saved.at(-1)).toMatchObject({ key: 'route/other' });
    expect(saver.progress?.heard[0]?.endTime).toBeLessThan(3);
  });
});

describe('putting the page away', () => {
  test('writes what is not stored yet at once, with the place of this moment', async () => {
    const { engine, saver, saved, tail, control, pass } = setUp();
    control.latencyMs = 100;
    engine.play();
    await pass(3.12);
    saver.flush(engine.currentTime);
    expect(tail.get(KEY)?.position).toBe(engine.currentTime);
    expect(saved.at(-1)?.position).not.toBe(engine.currentTime);
    engine.pause();
    await pass(1);
    expect(tail.size).toBe(0);
    expect(saved.at(-1)?.position).toBe(engine.currentTime);
  });

  test('also keeps the end of the sound before, while that is not stored yet', async () => {
    const { engine, saver, saved, tail, control, pass } = setUp();
    control.latencyMs = 100;
    engine.play();
    await pass(3.12);
    engine.pause();
    const end = saver.progress?.position;
    saver.begin({ ...emptyProgress('route/other', START), duration: 20 }, 0.9);
    saver.flush();
    expect(saved.at(-1)?.position).not.toBe(end);
    expect([...tail.values()]).toMatchObject([{ key: KEY, position: end }]);
    await pass(1);
    expect(saved.filter(({ key }) => key === KEY).at(-1)?.position).toBe(end);
    expect(tail.size).toBe(0);
  });

  test('keeps the tail as long as the storage fails', async () => {
    const { engine, saver, tail, control, pass } = setUp();
    control.isFailing = true;
    engine.play();
    await pass(2);
    engine.pause();
    await pass(1);
    saver.flush(engine.currentTime);
    await pass(10);
    expect(tail.get(KEY)?.position).toBe(engine.currentTime);
  });
});

describe('what was heard', () => {
  test('is what played, not what was jumped over', async () => {
    const { engine, saver, pass } = setUp();
    engine.play();
    await pass(5);
    engine.seek(40);
    await pass(5);
    engine.pause();
    await pass(0.1);
    const heard = saver.progress?.heard ?? [];
    expect(heard).toHaveLength(2);
    expect(heard[0]?.startTime).toBeCloseTo(0, 1);
    expect(heard[0]?.endTime).toBeGreaterThan(4.5);
    expect(heard[0]?.endTime).toBeLessThan(5.3);
    expect(heard[1]?.startTime).toBeCloseTo(40, 1);
    expect(heard[1]?.endTime).toBeLessThan(45.3);
  });

  test('finishes the sound at nine tenths, once, at any speed', async () => {
    const { engine, saver, saved, pass } = setUp({ duration: 60 });
    engine.setRate(3);
    engine.play();
    await pass(17.5);
    expect(saver.progress?.completed).toBeUndefined();
    await pass(4);
    expect(saver.progress?.completed).toMatchObject({ how: 'heard' });
    expect(saved.at(-1)).toMatchObject({ position: 60, completed: { how: 'heard' } });
    const { completed } = saver.progress ?? {};
    engine.play();
    await pass(3);
    expect(saver.progress?.completed).toEqual(completed);
    expect(saver.progress?.position).toBeLessThan(20);
  });

  test('jumping to the end finishes nothing', async () => {
    const { engine, saver, pass } = setUp();
    engine.play();
    await pass(1);
    engine.seek(59.5);
    await pass(3);
    expect(saver.progress?.position).toBe(60);
    expect(saver.progress?.completed).toBeUndefined();
  });

  test('a sound that stops halfway, as one that was cut short, is not finished', async () => {
    const { engine, saver, pass } = setUp({ duration: 60 });
    engine.play();
    await pass(10);
    engine.failNow('network');
    await pass(60);
    expect(saver.progress?.completed).toBeUndefined();
    expect(saver.progress?.position).toBeCloseTo(10, 0);
  });

  test('a file that is shorter than the catalog says does not count as the whole', async () => {
    const { engine, saver, pass } = setUp({ duration: 10 });
    saver.begin({ ...emptyProgress(KEY, START), duration: 300 }, 0.9);
    engine.load({ url: 'sound', type: 'audio/mpeg', startTime: 0 });
    engine.play();
    await pass(12);
    expect(saver.progress).toMatchObject({ position: 10, duration: 300 });
    expect(saver.progress?.completed).toBeUndefined();
  });

  test('takes the length from the player when nobody knew it', async () => {
    const { saver, engine, pass } = setUp({ duration: 10 });
    saver.begin(emptyProgress(KEY, START), 0.9);
    engine.load({ url: 'sound', type: 'audio/mpeg', startTime: 0 });
    engine.play();
    await pass(11);
    expect(saver.progress).toMatchObject({ duration: 10, completed: { how: 'heard' } });
  });

  test('whatever the listener does, never more than the time that passed allows', async () => {
    const action = fc.oneof(
      fc.record({ kind: fc.constant('play' as const) }),
      fc.record({ kind: fc.constant('pause' as const) }),
      fc.record({
        kind: fc.constant('seek' as const),
        to: fc.double({ min: -10, max: 90, noNaN: true }),
      }),
      fc.record({
        kind: fc.constant('pass' as const),
        seconds: fc.double({ min: 0.1, max: 4, noNaN: true }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 15 }), async (actions) => {
        const { engine, saver, pass } = setUp();
        let passed = 0;
        let asks = 1;
        for (const step of actions) {
          if (step.kind === 'play') engine.play();
          if (step.kind === 'pause') engine.pause();
          if (step.kind === 'seek') engine.seek(step.to);
          if (step.kind === 'pass') {
            await pass(step.seconds);
            passed += step.seconds + 0.05;
          } else {
            asks += 1;
          }
        }
        const heard = coveredFraction(saver.progress?.heard ?? [], 60) * 60;
        // One grain of the player's clock for every wish.
        expect(heard).toBeLessThanOrEqual(passed + asks * 0.3);
        if (!actions.some(({ kind }) => kind === 'play')) expect(heard).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a passage that was left out on purpose', () => {
  test('counts as heard, is written, and can finish the sound', async () => {
    const { engine, saver, saved, pass } = setUp({ duration: 10, position: 0 });
    engine.play();
    await pass(2);
    saver.addHeard({ startTime: 2, endTime: 9.5 });
    engine.seek(9.5);
    await pass(0.6);
    expect(saved.at(-1)?.completed?.how).toBe('heard');
    expect(saved.at(-1)?.heard.at(-1)?.endTime).toBeGreaterThanOrEqual(9.5);
  });

  test('is nobody’s while no sound is there', () => {
    const save = vi.fn(async () => undefined);
    const tail = { savePosition: () => undefined, removePosition: () => undefined };
    const saver = createPositionSaver({ save, tail, now: Date.now });
    saver.addHeard({ startTime: 0, endTime: 5 });
    saver.flush();
    expect(save).not.toHaveBeenCalled();
  });
});

test('on a page that is not seen only a stop is told, while a place is written within each second', async () => {
  const engine = new FakeEngine(new Map([['sound', { duration: 60 }]]));
  const told: number[] = [];
  const saved: number[] = [];
  const saver = createPositionSaver({
    save: async ({ position }) => void saved.push(position),
    tail: { savePosition: () => undefined, removePosition: () => undefined },
    now: Date.now,
    isSeen: () => false,
    onProgress(progress) {
      told.push(progress.position);
      return progress;
    },
  });
  engine.onEvent((event) => saver.onFact(event));
  saver.begin({ ...emptyProgress(KEY, START), duration: 60 }, 0.9);
  engine.load({ url: 'sound', type: 'audio/mpeg', startTime: 0 });
  engine.play();
  for (let step = 0; step < 60; step += 1) {
    engine.advance(0.05);
    await vi.advanceTimersByTimeAsync(50);
  }
  // The fake tells its place each quarter of a second: after three seconds, one in three was written.
  expect(saved.length).toBeLessThan(6);
  for (const [index, position] of [...saved, 3].entries()) {
    expect(position - (saved[index - 1] ?? 0)).toBeLessThan(1);
  }
  expect(told).toEqual([]);
  engine.pause();
  engine.advance(0.1);
  expect(told).toEqual([saver.progress?.position]);
  expect(told[0]).toBeGreaterThan(2.5);
});

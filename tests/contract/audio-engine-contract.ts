/**
 * What every `AudioEngine` must do, as cases that know no test runner: run against the fake in node and
 * against the real one in a browser. A case fails by throwing.
 */
import type { AudioEngine, EngineEvent, EngineSource } from '../../src/player/audio-engine.ts';

/** A sound for the cases; `startTime` is added by the case. */
export type ContractSound = Omit<EngineSource, 'startTime'>;

/** An engine in surroundings that a case can steer. */
export interface EngineHarness {
  engine: AudioEngine;
  sounds: {
    /** Lasts 6.05 s. */
    six: ContractSound;
    /** Lasts 2.06 s. */
    two: ContractSound;
    /** Is not there. */
    missing: ContractSound;
    /** Is text that is called audio. */
    text: ContractSound;
  };
  /** Lets the sound go on, in seconds of the engine's own clock. */
  wait(seconds: number): Promise<void>;
  /** What a phone call or a headset does: the element pauses without being asked by the app. */
  pauseFromOutside(): void;
  /** The browser will not allow the next play. */
  refuseNextPlay(): void;
  /** What a slow network does: there is no more sound for now. */
  stall(): void;
  /** How often the element itself was asked to play. */
  playRequests(): number;
  /** How loud the element itself is. */
  volume(): number;
}

/** One thing that must hold. */
export interface ContractCase {
  name: string;
  run(harness: EngineHarness): Promise<void>;
}

const SIX = 6.05;

/** Every case, in the order of the interface. */
export const AUDIO_ENGINE_CONTRACT: readonly ContractCase[] = [
  {
    name: 'tells the length of a loaded sound, and is silent',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.six, startTime: 0 });
      const loaded = await told.next('loaded');
      near(loaded.duration, SIX, 0.1, 'duration');
      await harness.wait(0.3);
      same(harness.engine.paused, true, 'paused');
      told.hasNo('playing');
      told.hasNo('timeupdate');
      told.count('loaded', 1);
    },
  },
  {
    name: 'plays when asked, and tells so',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.six, startTime: 0 });
      harness.engine.play();
      await told.next('playing');
      same(harness.engine.paused, false, 'paused');
      await told.until(() => harness.engine.currentTime > 0.5, 'half a second was played');
      const times = told.all('timeupdate').map(({ currentTime }) => currentTime);
      same(times.toSorted((a, b) => a - b).join(), times.join(), 'the times in order');
      told.count('playing', 1);
    },
  },
  {
    name: 'reaches the start position before the first sound',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.six, startTime: 3 });
      near(harness.engine.currentTime, 3, 0.01, 'the time before anything is loaded');
      harness.engine.play();
      await told.next('playing');
      await told.until(() => harness.engine.currentTime > 3.3, 'something was played');
      for (const { currentTime } of told.all('timeupdate')) {
        atLeast(currentTime, 2.9, 'a time that was told');
      }
      told.hasNo('seeked');
    },
  },
  {
    name: 'the start position stands while nothing plays',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.six, startTime: 2.5 });
      await told.next('loaded');
      await harness.wait(0.3);
      near(harness.engine.currentTime, 2.5, 0.1, 'the time');
    },
  },
  {
    name: 'pauses, keeps the place, and goes on from there',
    async run(harness) {
      const told = await playing(harness, 1);
      await told.until(() => harness.engine.currentTime > 1.4, 'something was played');
      harness.engine.pause();
      await told.next('paused');
      same(harness.engine.paused, true, 'paused');
      const place = harness.engine.currentTime;
      const toldPlace = told.all('timeupdate').at(-1)?.currentTime ?? 0;
      near(toldPlace, place, 0.02, 'the place that was told before the pause');
      await harness.wait(0.3);
      near(harness.engine.currentTime, place, 0.02, 'the time while paused');
      told.forget();
      harness.engine.play();
      await told.next('playing');
      atLeast(harness.engine.currentTime, place - 0.1, 'the time after going on');
    },
  },
  {
    name: 'pausing what is paused tells nothing',
    async run(harness) {
      const told = await playing(harness, 1);
      harness.engine.pause();
      harness.engine.pause();
      await told.next('paused');
      harness.engine.pause();
      await harness.wait(0.2);
      told.count('paused', 1);
    },
  },
  {
    name: 'notices a pause from outside',
    async run(harness) {
      const told = await playing(harness, 1);
      harness.pauseFromOutside();
      await told.next('paused');
      same(harness.engine.paused, true, 'paused');
      harness.engine.play();
      await told.next('playing');
    },
  },
  {
    name: 'a refused play is told, leaves it paused and is not tried again',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.six, startTime: 2 });
      await told.next('loaded');
      harness.refuseNextPlay();
      harness.engine.play();
      const { code } = await told.next('failed');
      same(code, 'not-allowed', 'code');
      const requests = harness.playRequests();
      await harness.wait(0.3);
      same(harness.playRequests(), requests, 'requests after the refusal');
      same(harness.engine.paused, true, 'paused');
      told.hasNo('playing');
      harness.engine.play();
      await told.next('playing');
      atLeast(harness.engine.currentTime, 1.9, 'the place after the refusal');
    },
  },
  {
    name: 'jumps while it plays',
    async run(harness) {
      const told = await playing(harness, 0);
      harness.engine.seek(4);
      const { currentTime } = await told.next('seeked');
      near(currentTime, 4, 0.1, 'the place');
      await told.until(() => harness.engine.currentTime > 4.2, 'it went on from there');
      same(harness.engine.paused, false, 'paused');
    },
  },
  {
    name: 'jumps while it is paused, and stays paused',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.six, startTime: 0 });
      await told.next('loaded');
      harness.engine.seek(5);
      near((await told.next('seeked')).currentTime, 5, 0.1, 'the place');
      harness.engine.seek(1);
      near((await told.next('seeked', 2)).currentTime, 1, 0.1, 'the place back');
      same(harness.engine.paused, true, 'paused');
    },
  },
  {
    name: 'a jump before anything is loaded replaces the start position',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.six, startTime: 1 });
      harness.engine.seek(4);
      near(harness.engine.currentTime, 4, 0.01, 'the time at once');
      near((await told.next('seeked')).currentTime, 4, 0.1, 'the place');
      await harness.wait(0.2);
      near(harness.engine.currentTime, 4, 0.1, 'the time');
    },
  },
  {
    name: 'keeps jumps within the sound, and ignores what is no number',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.six, startTime: 3 });
      await told.next('loaded');
      harness.engine.seek(-10);
      near((await told.next('seeked')).currentTime, 0, 0.01, 'before the start');
      harness.engine.seek(3);
      await told.next('seeked', 2);
      harness.engine.seek(Number.NaN);
      harness.engine.seek(Number.POSITIVE_INFINITY);
      await harness.wait(0.2);
      near(harness.engine.currentTime, 3, 0.1, 'the time');
      harness.engine.seek(1000);
      near((await told.next('seeked', 3)).currentTime, SIX, 0.1, 'past the end');
    },
  },
  {
    name: 'the rate stays between 0.5 and 3',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.six, startTime: 0 });
      await told.next('loaded');
      harness.engine.setRate(1.7);
      near((await told.next('ratechange')).rate, 1.7, 0.001, 'rate');
      harness.engine.setRate(16);
      near((await told.next('ratechange', 2)).rate, 3, 0.001, 'the highest rate');
      harness.engine.setRate(0);
      near((await told.next('ratechange', 3)).rate, 0.5, 0.001, 'the lowest rate');
      harness.engine.setRate(Number.NaN);
      await harness.wait(0.2);
      told.count('ratechange', 3);
    },
  },
  {
    name: 'the rate outlives a jump, a pause and the next sound',
    async run(harness) {
      const told = await playing(harness, 0);
      harness.engine.setRate(3);
      harness.engine.seek(1);
      await told.next('seeked');
      harness.engine.pause();
      await told.next('paused');
      told.forget();
      harness.engine.load({ ...harness.sounds.two, startTime: 0 });
      harness.engine.play();
      await told.next('playing');
      const before = harness.engine.currentTime;
      await harness.wait(0.4);
      // At normal speed 0.4 s; three times that, with room for a slow machine's start.
      atLeast(harness.engine.currentTime - before, 0.7, 'what was played in 0.4 s');
      for (const { rate } of told.all('ratechange')) near(rate, 3, 0.001, 'a rate that was told');
    },
  },
  {
    name: 'the volume stays between 0 and 1, and outlives a jump, a pause and the next sound',
    async run(harness) {
      const told = await playing(harness, 0);
      harness.engine.setVolume?.(-1);
      same(harness.volume(), 0, 'the lowest volume');
      harness.engine.setVolume?.(7);
      same(harness.volume(), 1, 'the highest volume');
      harness.engine.setVolume?.(0.25);
      harness.engine.setVolume?.(Number.NaN);
      harness.engine.seek(1);
      await told.next('seeked');
      harness.engine.pause();
      await told.next('paused');
      same(harness.volume(), 0.25, 'the volume after a jump and a pause');
      told.forget();
      harness.engine.load({ ...harness.sounds.two, startTime: 0 });
      harness.engine.play();
      await told.next('playing');
      same(harness.volume(), 0.25, 'the volume of the next sound');
    },
  },
  {
    name: 'tells that it waits for sound, and when it goes on',
    async run(harness) {
      const told = await playing(harness, 1);
      harness.stall();
      await told.next('waiting');
      same(harness.engine.paused, false, 'paused');
      await told.next('playing', 2);
      same(told.kinds().indexOf('waiting') < told.kinds().lastIndexOf('playing'), true, 'order');
    },
  },
  {
    name: 'tells the end once, and playing again starts over',
    async run(harness) {
      const told = await playing(harness, 5.6);
      await told.next('ended');
      same(harness.engine.paused, true, 'paused at the end');
      await harness.wait(0.3);
      told.count('ended', 1);
      told.hasNo('paused');
      told.hasNo('failed');
      harness.engine.play();
      await told.next('playing', 2);
      const { currentTime } = await told.next('seeked');
      near(currentTime, 0, 0.3, 'the place');
    },
  },
  {
    name: 'inside the end of one sound the next one is asked to play at once',
    async run(harness) {
      const told = await playing(harness, 5.6);
      let asked = 0;
      harness.engine.onEvent((event) => {
        if (event.kind !== 'ended' || asked > 0) return;
        const before = harness.playRequests();
        harness.engine.load({ ...harness.sounds.two, startTime: 0 });
        harness.engine.play();
        asked = harness.playRequests() - before;
      });
      await told.next('ended');
      same(asked, 1, 'requests to play before the handler returned');
      near((await told.next('loaded', 2)).duration, 2.06, 0.1, 'the next length');
      await told.next('playing', 2);
      await told.next('ended', 2);
    },
  },
  {
    name: 'another sound silences the one before, and its times are not told any more',
    async run(harness) {
      const told = await playing(harness, 4);
      harness.engine.load({ ...harness.sounds.two, startTime: 0.5 });
      near(harness.engine.currentTime, 0.5, 0.01, 'the time at once');
      told.forget();
      await told.next('loaded');
      await harness.wait(0.3);
      same(harness.engine.paused, true, 'paused');
      for (const { currentTime } of told.all('timeupdate'))
        atLeast(0.6, currentTime, 'a later time');
      told.count('paused', 1);
    },
  },
  {
    name: 'a sound that is not there',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.missing, startTime: 2 });
      harness.engine.play();
      same((await told.next('failed')).code, 'not-found', 'code');
      same(harness.engine.paused, true, 'paused');
      near(harness.engine.currentTime, 2, 0.01, 'the place is kept');
      await harness.wait(0.3);
      told.count('failed', 1);
      told.hasNo('playing');
      told.hasNo('ended');
    },
  },
  {
    name: 'a file that is no sound, and a good one after it',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.text, startTime: 0 });
      harness.engine.play();
      const { code } = await told.next('failed');
      same(code === 'unsupported' || code === 'decode', true, `${code} is about the file`);
      harness.engine.load({ ...harness.sounds.six, startTime: 1 });
      harness.engine.play();
      await told.next('playing');
      await told.until(() => harness.engine.currentTime > 1.2, 'it plays');
      told.count('failed', 1);
    },
  },
  {
    name: 'a sound that ends long before it should was cut short, and did not end',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.two, startTime: 1.5, duration: 300 });
      harness.engine.play();
      same((await told.next('failed')).code, 'incomplete', 'code');
      same(harness.engine.paused, true, 'paused');
      near(harness.engine.currentTime, 2.06, 0.1, 'the place is kept');
      told.hasNo('ended');
    },
  },
  {
    name: 'a place that is not in the sound plays nothing, rather than something else',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.two, startTime: 100, duration: 300 });
      harness.engine.play();
      same((await told.next('failed')).code, 'incomplete', 'code');
      same(harness.engine.paused, true, 'paused');
      near(harness.engine.currentTime, 100, 0.01, 'the place is kept');
      await harness.wait(0.2);
      told.hasNo('playing');
      told.hasNo('timeupdate');
    },
  },
  {
    name: 'play after a failure asks for the sound anew',
    async run(harness) {
      const told = record(harness);
      harness.engine.load({ ...harness.sounds.missing, startTime: 2 });
      await told.next('failed');
      harness.engine.play();
      same((await told.next('failed', 2)).code, 'not-found', 'code');
      near(harness.engine.currentTime, 2, 0.01, 'the place is kept');
    },
  },
  {
    name: 'without a sound every wish is harmless',
    async run(harness) {
      const told = record(harness);
      harness.engine.play();
      harness.engine.pause();
      harness.engine.seek(3);
      await harness.wait(0.2);
      same(harness.engine.paused, true, 'paused');
      same(harness.engine.currentTime, 0, 'the time');
      same(told.kinds().join(), '', 'what was told');
    },
  },
  {
    name: 'a listener that left hears nothing, the others go on',
    async run(harness) {
      const told = record(harness);
      let heard = 0;
      const leave = harness.engine.onEvent(() => {
        heard += 1;
      });
      leave();
      harness.engine.load({ ...harness.sounds.six, startTime: 0 });
      await told.next('loaded');
      same(heard, 0, 'what the one that left heard');
    },
  },
  {
    name: 'after letting go it is silent and tells nothing',
    async run(harness) {
      const told = await playing(harness, 0);
      harness.engine.dispose();
      told.forget();
      await harness.wait(0.4);
      same(harness.engine.paused, true, 'paused');
      same(told.kinds().join(), '', 'what was told');
    },
  },
];

type Told<Kind extends EngineEvent['kind']> = Extract<EngineEvent, { kind: Kind }>;

/** How long a fact may take before it counts as missing. */
const LIMIT_SECONDS = 8;

function record({ engine, wait }: EngineHarness) {
  let events: EngineEvent[] = [];
  engine.onEvent((event) => events.push(event));

  const told = {
    forget(): void {
      events = [];
    },
    kinds: () => events.map(({ kind }) => kind),
    all: <Kind extends EngineEvent['kind']>(kind: Kind): Told<Kind>[] =>
      events.filter((event): event is Told<Kind> => event.kind === kind),
    /** Waits until a fact was told, since the start or the last `forget`. */
    async next<Kind extends EngineEvent['kind']>(kind: Kind, time = 1): Promise<Told<Kind>> {
      await told.until(() => told.all(kind).length >= time, `${kind} (${time})`);
      const found = told.all(kind)[time - 1];
      if (!found) throw new Error(`no ${kind}`);
      return found;
    },
    async until(isSo: () => boolean, what: string): Promise<void> {
      for (let waited = 0; !isSo(); waited += 0.02) {
        if (waited > LIMIT_SECONDS) {
          throw new Error(`waited in vain for: ${what}; told: ${told.kinds().join(' ')}`);
        }
        await wait(0.02);
      }
    },
    hasNo(kind: EngineEvent['kind']): void {
      same(told.all(kind).length, 0, `number of ${kind}`);
    },
    count(kind: EngineEvent['kind'], expected: number): void {
      same(told.all(kind).length, expected, `number of ${kind}`);
    },
  };
  return told;
}

async function playing(harness: EngineHarness, startTime: number) {
  const told = record(harness);
  harness.engine.load({ ...harness.sounds.six, startTime });
  harness.engine.play();
  await told.next('playing');
  return told;
}

function same(actual: unknown, expected: unknown, what: string): void {
  if (actual !== expected) throw new Error(`${what}: ${String(actual)}, not ${String(expected)}`);
}

function near(actual: number, expected: number, tolerance: number, what: string): void {
  if (!(Math.abs(actual - expected) <= tolerance)) {
    throw new Error(`${what}: ${actual}, not within ${tolerance} of ${expected}`);
  }
}

function atLeast(actual: number, least: number, what: string): void {
  if (!(actual >= least)) throw new Error(`${what}: ${actual}, less than ${least}`);
}

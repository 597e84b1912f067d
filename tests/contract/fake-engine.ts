/**
 * An `AudioEngine` without sound, on a clock that the test moves. It keeps the contract that the real
 * engine keeps, so a test of what is built on it can trust it.
 */
import type {
  AudioEngine,
  EngineEvent,
  EngineSource,
  PlaybackErrorCode,
} from '../../src/player/audio-engine.ts';

/** What is at an address: a sound of some length, or a reason that there is none. */
export type FakeSound = { duration: number } | { failure: PlaybackErrorCode };

const TICK = 0.01;
const LOADING_TIME = 0.05;
const TIMEUPDATE_INTERVAL = 0.25;

/** An end so long before the one that was promised is no end. */
const MISSING_TIME = 5;

/** Every fact comes from {@link FakeEngine.advance}, never from inside a wish, as in a browser. */
export class FakeEngine implements AudioEngine {
  playRequests = 0;
  rate = 1;
  volume = 1;
  source: EngineSource | undefined;
  isDisposed = false;
  readonly #sounds: ReadonlyMap<string, FakeSound>;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  #tasks: { at: number; run: () => void }[] = [];
  #now = 0;
  #duration: number | undefined;
  #failure: PlaybackErrorCode | undefined;
  #time = 0;
  #isPlaying = false;
  #isPlayingTold = false;
  #lastTimeAt = 0;
  #isRefusing = false;

  /** @param sounds - By address; anything else is not there. */
  constructor(sounds: ReadonlyMap<string, FakeSound>) {
    this.#sounds = sounds;
  }

  get currentTime(): number {
    return this.#time;
  }

  get paused(): boolean {
    return !this.#isPlaying;
  }

  load(source: EngineSource): void {
    const wasPlaying = this.#isPlayingTold;
    this.source = source;
    this.#tasks = [];
    this.#duration = undefined;
    this.#failure = undefined;
    this.#time = Math.max(0, source.startTime);
    this.#isPlaying = false;
    this.#isPlayingTold = false;
    if (wasPlaying) {
      this.#later(() => {
        if (!this.#isPlaying) this.#emit({ kind: 'paused' });
      });
    }
    this.#later(() => this.#arrive(source), LOADING_TIME);
  }

  play(): void {
    if (!this.source) return;
    if (this.#failure) this.load({ ...this.source, startTime: this.#time });
    this.playRequests += 1;
    if (this.#isRefusing) {
      this.#isRefusing = false;
      this.#later(() => this.#emit({ kind: 'failed', code: 'not-allowed' }));
      return;
    }
    if (this.#time === this.#duration) this.seek(0);
    this.#isPlaying = true;
  }

  pause(): void {
    if (!this.#isPlaying) return;
    this.#isPlaying = false;
    this.#isPlayingTold = false;
    this.#later(() => {
      this.#tellTime();
      this.#emit({ kind: 'paused' });
    });
  }

  seek(to: number): void {
    if (!this.source || !Number.isFinite(to)) return;
    this.#time = Math.min(Math.max(0, to), this.#duration ?? Number.POSITIVE_INFINITY);
    if (this.#duration !== undefined) this.#tellSeeked();
    else this.#later(() => this.#tellSeeked(), LOADING_TIME + TICK);
  }

  setRate(rate: number): void {
    const next = Math.min(3, Math.max(0.5, rate));
    if (!Number.isFinite(rate) || next === this.rate) return;
    this.rate = next;
    this.#later(() => this.#emit({ kind: 'ratechange', rate: next }));
  }

  setVolume(volume: number): void {
    if (Number.isFinite(volume)) this.volume = Math.min(1, Math.max(0, volume));
  }

  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.isDisposed = true;
    this.source = undefined;
    this.#tasks = [];
    this.#isPlaying = false;
    this.#listeners.clear();
  }

  /** What a phone call does. */
  pauseFromOutside(): void {
    this.pause();
  }

  /** What a slow network does; it goes on with the next moment. */
  stall(): void {
    if (!this.#isPlayingTold) return;
    this.#isPlayingTold = false;
    this.#emit({ kind: 'waiting' });
  }

  refuseNextPlay(): void {
    this.#isRefusing = true;
  }

  /** What a lost connection does while it plays. */
  failNow(code: PlaybackErrorCode): void {
    this.#fail(code);
  }

  /** Lets time pass, in steps of a hundredth of a second. */
  advance(seconds: number): void {
    for (let passed = 0; passed < seconds - TICK / 2; passed += TICK) this.#tick();
  }

  #tick(): void {
    this.#now += TICK;
    const due = this.#tasks.filter(({ at }) => at <= this.#now);
    this.#tasks = this.#tasks.filter(({ at }) => at > this.#now);
    for (const { run } of due) run();
    if (!this.#isPlaying || this.#duration === undefined) return;
    if (!this.#isPlayingTold) {
      this.#isPlayingTold = true;
      this.#lastTimeAt = this.#now;
      this.#emit({ kind: 'playing' });
      return;
    }
    this.#time = Math.min(this.#time + TICK * this.rate, this.#duration);
    if (this.#time === this.#duration) this.#end();
    else if (this.#now - this.#lastTimeAt >= TIMEUPDATE_INTERVAL) this.#tellTime();
  }

  #end(): void {
    this.#tellTime();
    this.#isPlaying = false;
    this.#isPlayingTold = false;
    const missing = (this.source?.duration ?? 0) - this.#time;
    if (missing > MISSING_TIME) this.#fail('incomplete');
    else this.#emit({ kind: 'ended' });
  }

  #arrive(source: EngineSource): void {
    const sound = this.#sounds.get(source.url) ?? { failure: 'not-found' };
    if ('failure' in sound) {
      this.#fail(sound.failure);
      return;
    }
    if (this.#time > 0 && this.#time >= sound.duration) {
      this.#fail('incomplete');
      return;
    }
    this.#duration = sound.duration;
    this.#emit({ kind: 'loaded', duration: sound.duration });
  }

  #fail(code: PlaybackErrorCode): void {
    this.#failure = code;
    this.#isPlaying = false;
    this.#isPlayingTold = false;
    this.#emit({ kind: 'failed', code });
  }

  #tellTime(): void {
    this.#lastTimeAt = this.#now;
    this.#emit({ kind: 'timeupdate', currentTime: this.#time });
  }

  #tellSeeked(): void {
    const currentTime = this.#time;
    this.#later(() => this.#emit({ kind: 'seeked', currentTime }));
  }

  #later(run: () => void, delay = TICK): void {
    this.#tasks.push({ at: this.#now + delay - TICK / 2, run });
  }

  #emit(event: EngineEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

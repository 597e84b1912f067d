/**
 * The way from the state to the engine: fetches the engine's code at the first wish, hands it sources,
 * and drops facts that belong to a source that was replaced.
 */
import { AUDIO_FOLDER } from '../../model/cache-names.ts';
import type { AudioFile } from '../../model/learning-module.ts';
import type { Fraction, Seconds } from '../../model/units.ts';
import type { AudioEngine, EngineEvent, PlaybackErrorCode } from '../../player/audio-engine.ts';

/** A sound and where to get it. */
export interface LinkSource {
  url: string;
  type: AudioFile['type'];
  startTime: Seconds;
  /** As the catalog says. */
  duration?: Seconds;
  /** Another address of the same sound, for when the first one fails. */
  fallback?: string;
  /** Why the address before this one failed. */
  cause?: PlaybackErrorCode;
}

export interface EngineLinkDeps {
  /** Absent while prerendering. */
  createEngine?: () => Promise<AudioEngine>;
  initialRate: () => number;
  onFact: (event: EngineEvent) => void;
}

export interface EngineLink {
  /** Fetches the engine's code and all that it may want; called on the first touch of a play control. */
  prepare(): void;
  /** Whether the engine has the source that was given last. */
  readonly hasSource: boolean;
  /** Replaces the sound; needs the engine to be there. */
  give(source: LinkSource): void;
  /** Takes the sound away: facts of it no longer count. */
  take(): void;
  /**
   * Waits for the engine and runs `start` with it, at once when it is there already: inside the tap.
   *
   * @param getWait - Asked once the engine is there; `start` comes after what it gives, if anything.
   * @returns `false` when the engine's code could not be fetched. `start` is not run when a newer wish came.
   */
  whenReady(start: () => void, getWait?: () => Promise<void> | undefined): Promise<boolean>;
  /** Makes wishes that still wait void. */
  cancel(): void;
  /**
   * Goes to the other address of the sound at this second.
   *
   * @param cause - Why the first address failed.
   * @returns `false` when there is none.
   */
  fallBack(at: Seconds, cause: PlaybackErrorCode): boolean;
  /** What a failure says of the website: that the device has nothing tells nothing of it. */
  reasonOf(code: PlaybackErrorCode): PlaybackErrorCode;
  play(): void;
  pause(): void;
  seek(to: Seconds): void;
  setRate(rate: number): void;
  /** Does nothing where the device keeps the loudness to itself. */
  setVolume(volume: Fraction): void;
  /** The engine's own position; `undefined` while it has no source. */
  readonly currentTime: Seconds | undefined;
}

export function createEngineLink(deps: EngineLinkDeps): EngineLink {
  let engine: AudioEngine | undefined;
  let fetching: Promise<AudioEngine | undefined> | undefined;
  let source: LinkSource | undefined;
  let wish = 0;

  function fetchEngine(): void {
    if (fetching || !deps.createEngine) return;
    fetching = deps
      .createEngine()
      .then((created) => {
        engine = created;
        created.setRate(deps.initialRate());
        created.onEvent((event) => {
          if (source) deps.onFact(event);
        });
        return created;
      })
      .catch(() => {
        // Offline before the first play: the next wish tries again.
        fetching = undefined;
        return undefined;
      });
  }

  function give(next: LinkSource): void {
    source = next;
    engine?.load(next);
  }

  return {
    prepare() {
      fetchEngine();
      void fetching?.then((created) => created?.prepare?.());
    },
    get hasSource() {
      return source !== undefined;
    },
    give,
    take() {
      source = undefined;
      engine?.pause();
    },
    async whenReady(start, getWait) {
      const turn = ++wish;
      fetchEngine();
      const ready = engine ?? (await fetching);
      const wait = turn === wish && ready ? getWait?.() : undefined;
      if (wait) await wait;
      if (turn === wish && ready) start();
      return ready !== undefined || turn !== wish;
    },
    cancel() {
      wish += 1;
    },
    fallBack(at, cause) {
      const url = source?.fallback;
      if (!source || url === undefined) return false;
      const { fallback: _fallback, ...rest } = source;
      give({ ...rest, url, startTime: at, cause });
      engine?.play();
      return true;
    },
    reasonOf(code) {
      if (code !== 'not-found' || !source?.url.includes(AUDIO_FOLDER)) return code;
      return source.cause ?? 'network';
    },
    play() {
      engine?.play();
      void engine?.prepare?.();
    },
    pause: () => engine?.pause(),
    seek: (to) => engine?.seek(to),
    setRate: (rate) => engine?.setRate(rate),
    setVolume: (volume) => engine?.setVolume?.(volume),
    get currentTime() {
      return source && engine ? engine.currentTime : undefined;
    },
  };
}

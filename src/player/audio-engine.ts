/**
 * How sound is asked for and what it tells back. Methods are wishes; the facts come as events,
 * and only facts change what the screen shows.
 */
import type { Fraction, Seconds } from '../model/units.ts';

/**
 * Why sound could not play. `not-allowed` is the browser's autoplay rule: a tap is needed. `not-audio` is a web
 * page in the place of the sound, `incomplete` a sound that ends long before it should.
 */
export type PlaybackErrorCode =
  | 'not-allowed'
  | 'not-found'
  | 'network'
  | 'decode'
  | 'unsupported'
  | 'not-audio'
  | 'incomplete';

/** A fact about the sound that is loaded now. Times are in seconds. */
export type EngineEvent =
  | { kind: 'loaded'; duration: Seconds }
  | { kind: 'playing' }
  | { kind: 'paused' }
  | { kind: 'waiting' }
  | { kind: 'ended' }
  | { kind: 'timeupdate'; currentTime: Seconds }
  | { kind: 'seeked'; currentTime: Seconds }
  | { kind: 'ratechange'; rate: number }
  | { kind: 'failed'; code: PlaybackErrorCode };

/** What to play and from where. */
export interface EngineSource {
  /** Absolute or relative to the page. */
  url: string;
  type: string;
  /** Reached before the first sound. */
  startTime: Seconds;
  /** How long it should be; an end long before that is a failure. */
  duration?: Seconds;
}

/** One player of one sound at a time; one element for the app's lifetime. */
export interface AudioEngine {
  /** Fetches code that is of use once something plays; playing never waits for it. */
  prepare?(): Promise<void>;
  /** Replaces the source and starts loading it; the old one is silent at once. */
  load(source: EngineSource): void;
  /** A wish; `playing` or `failed` follows. Inside a tap or an `ended` handler the element is asked at once. */
  play(): void;
  pause(): void;
  /** Clamped to 0 … duration; `seeked` follows. */
  seek(to: Seconds): void;
  /** Clamped to 0.5 … 3; kept over seek, pause and the next source. */
  setRate(rate: number): void;
  /** Kept over seek, pause and the next source. Absent, or without effect, where only the device's own buttons may. */
  setVolume?(volume: Fraction): void;
  /** Read from the element at this moment, not from the last event. */
  readonly currentTime: Seconds;
  readonly paused: boolean;
  /** Subscribes to every fact; returns the way to stop. */
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Lets go of the source and the element's listeners. */
  dispose(): void;
}

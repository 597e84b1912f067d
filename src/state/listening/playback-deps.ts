/** What the player leans on, and what others may hear from it and decide for it. */
import type { Sound } from '../../model/sound.ts';
import type { Seconds } from '../../model/units.ts';
import type { AudioEngine, EngineEvent } from '../../player/audio-engine.ts';
import type { ContentState } from '../content.ts';
import type { ChooseUrl } from './choose-url.ts';
import type { LoadedAudio } from './now-playing.ts';
import type { ProgressState } from './progress.ts';
import type { RouteRateDeps } from './route-rate.ts';

/** Keeps what was heard and where the listener is; see `player/position-saver.ts`. */
export interface PositionKeeper {
  begin(loaded: LoadedAudio): void;
  onFact(event: EngineEvent): void;
  /** A fact of the sound between two modules: no place in what is loaded, but it can be heard. */
  onFactBetween(event: EngineEvent): void;
  /** The position was chosen while nothing plays. */
  moveTo(position: Seconds): void;
}

/** @param isBetween - The fact is of the sound between two modules. */
export type FactWatcher = (event: EngineEvent, isBetween: boolean) => void;

/** Follows where the listener goes and may decide where sound starts and stops; see `listening-time.ts`. */
export interface PlaybackGuide {
  /** The listener asked for another place in what is loaded; told before anything changes. */
  onJump(from: Seconds, to: Seconds): void;
  /** The listener asked for another sound; told while the one before is still loaded. */
  onLeave(from: Seconds): void;
  /** What {@link chooseStart} cannot do without, if that is not there yet; it is short. */
  awaitStart(): Promise<void> | undefined;
  /** Another place to start from, when play is asked for at a place that nobody chose. */
  chooseStart(): Seconds | undefined;
  /** Whether it stops after what plays now, whatever follows it in the route. */
  isLast(): boolean;
}

/** The parts of the app that the player works with. */
export interface PlaybackDeps extends Pick<RouteRateDeps, 'rateOf' | 'saveRate'> {
  content: ContentState;
  progress: ProgressState;
  /** Absent while prerendering. */
  createEngine?: () => Promise<AudioEngine>;
  /** Where to get the sound: from the device when it is proven to be there, else from the network. */
  chooseUrl: ChooseUrl;
  /** Whether anybody can see the page. @defaultValue always */
  isSeen?: () => boolean;
  keeper?: PositionKeeper;
  /** What follows by itself, if anything does. */
  chooseNext?: (ended: LoadedAudio) => Sound | undefined;
  /** The soft sound and the quiet between two modules. */
  betweenUrl?: string;
  /** The next module started by itself. */
  onAdvance?: (ended: LoadedAudio, next: Sound) => void;
}

/**
 * The lock screen, the headset and the keyboard's media keys: shows what plays and passes on what is
 * pressed. Knows the platform's traps, and nothing of routes and modules.
 */
import type { Seconds } from '../model/units.ts';
import type { EngineEvent } from './audio-engine.ts';

/** What the lock screen shows. */
export interface NowPlaying {
  title: string;
  /** The publisher or the voice. */
  artist: string;
  /** The route. */
  album: string;
  artwork: { src: string; sizes: string; type: string }[];
}

/** What a press asks for. */
export interface MediaControls {
  play(): void;
  pause(): void;
  seekTo(to: Seconds): void;
  /** Negative goes back. */
  skip(by: Seconds): void;
  readonly currentTime: Seconds;
  readonly duration: Seconds;
  readonly rate: number;
  /** Used when the platform names no step of its own. */
  readonly backStep: Seconds;
  readonly forwardStep: Seconds;
}

/** The part of `navigator.mediaSession` that is used. */
export interface MediaSessionTarget {
  metadata: MediaMetadata | null;
  playbackState: MediaSessionPlaybackState;
  setActionHandler(action: MediaSessionAction, handler: MediaSessionActionHandler | null): void;
  setPositionState?(state?: MediaPositionState): void;
}

/** Keeps the platform's controls true. */
export interface MediaSessionView {
  /** Another sound is in the player. */
  show(nowPlaying: NowPlaying): void;
  onFact(event: EngineEvent): void;
  /** Nothing is in the player any more. */
  clear(): void;
}

/** No previous and next track: on iOS those would take the place of the seek buttons. */
const ACTIONS = ['play', 'pause', 'seekbackward', 'seekforward', 'seekto'] as const;

/**
 * Joins the player to the platform's controls.
 *
 * @param target - `undefined` in a browser without Media Session; then nothing happens.
 * @param createMetadata - @defaultValue `new MediaMetadata`
 */
export function createMediaSession(
  target: MediaSessionTarget | undefined,
  controls: MediaControls,
  createMetadata: (nowPlaying: NowPlaying) => MediaMetadata = (init) => new MediaMetadata(init),
): MediaSessionView {
  let shown: NowPlaying | undefined;

  function handle(details: MediaSessionActionDetails): void {
    const { action, seekOffset, seekTime } = details;
    if (action === 'play') controls.play();
    if (action === 'pause') controls.pause();
    if (action === 'seekbackward') controls.skip(-(seekOffset ?? controls.backStep));
    if (action === 'seekforward') controls.skip(seekOffset ?? controls.forwardStep);
    if (action === 'seekto' && seekTime !== undefined) controls.seekTo(seekTime);
  }

  function setHandlers(handler: MediaSessionActionHandler | null): void {
    for (const action of ACTIONS) {
      try {
        target?.setActionHandler(action, handler);
      } catch {
        // Browsers throw a TypeError for an action that they do not know.
      }
    }
  }

  function apply(): void {
    if (!target || !shown) return;
    target.metadata = createMetadata(shown);
    setHandlers(handle);
  }

  function tellPosition(rate = controls.rate): void {
    const { duration, currentTime } = controls;
    if (!target?.setPositionState || !(duration > 0) || !Number.isFinite(duration)) return;
    if (!Number.isFinite(currentTime) || !(rate > 0)) return;
    const position = Math.min(Math.max(0, currentTime), duration);
    target.setPositionState({ duration, position, playbackRate: rate });
  }

  return {
    show(nowPlaying) {
      shown = nowPlaying;
      apply();
    },
    onFact(event) {
      if (!target || !shown) return;
      switch (event.kind) {
        case 'playing':
          // iOS forgets handlers that were set before the first sound.
          apply();
          target.playbackState = 'playing';
          tellPosition();
          break;
        case 'paused':
        case 'ended':
        case 'failed':
          target.playbackState = 'paused';
          tellPosition();
          break;
        case 'loaded':
        case 'seeked':
          tellPosition();
          break;
        case 'ratechange':
          // The fact comes here before it is taken over by whoever else tells the rate.
          tellPosition(event.rate);
          break;
        case 'timeupdate':
        case 'waiting':
          break;
      }
    },
    clear() {
      shown = undefined;
      if (!target) return;
      target.metadata = null;
      target.playbackState = 'none';
      target.setPositionState?.();
      setHandlers(null);
    },
  };
}

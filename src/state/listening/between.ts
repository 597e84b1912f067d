/**
 * The soft sound and the quiet between two modules. One element plays on, without a timer: this sound
 * starts inside `ended` of the module, and the next module inside `ended` of this.
 */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Sound } from '../../model/sound.ts';
import type { EngineEvent } from '../../player/audio-engine.ts';
import type { EngineLink } from './engine-link.ts';
import type { PlaybackStatus } from './playback-status.ts';

export interface BetweenDeps {
  link: EngineLink;
  /** Absent where nothing follows by itself. */
  url: string | undefined;
  status: Signal<PlaybackStatus>;
  /** Hears what becomes of it, for whoever shows that something plays. */
  tell: (event: EngineEvent) => void;
  /** Plays what follows; called inside the fact or the tap that leads to it. */
  playNext: (next: Sound) => void;
}

export interface Between {
  /** What comes after it, while it plays. */
  readonly upNext: ReadonlySignal<Sound | undefined>;
  start(next: Sound): void;
  /** @returns whether it was under way. */
  stop(): boolean;
  /** Plays what it leads to. @returns `false` when it leads nowhere. */
  goOn(): boolean;
  /** Lets it sound on; when it does not sound any more, or not yet, the next is played. @returns as `goOn`. */
  play(): boolean;
  /** Something else is in the player. */
  forget(): void;
  onFact(event: EngineEvent): void;
}

export function createBetween({ link, url, status, tell, playNext }: BetweenDeps): Between {
  const upNext = signal<Sound | undefined>(undefined);
  /** It was stopped before this; who plays on has heard what came before. */
  let stoppedBefore: Sound | undefined;

  function stop(): boolean {
    const next = upNext.peek();
    if (!next) return false;
    stoppedBefore = next;
    upNext.value = undefined;
    link.take();
    status.value = 'ended';
    tell({ kind: 'paused' });
    return true;
  }

  function goOn(): boolean {
    const next = upNext.peek() ?? stoppedBefore;
    if (next) playNext(next);
    return next !== undefined;
  }

  return {
    upNext,
    stop,
    goOn,
    play() {
      if (!upNext.peek() || status.peek() !== 'playing') return goOn();
      link.play();
      return true;
    },
    start(next) {
      if (url === undefined) return;
      upNext.value = next;
      link.give({ url, type: 'audio/mpeg', startTime: 0 });
      link.play();
    },
    forget() {
      upNext.value = undefined;
      stoppedBefore = undefined;
    },
    /** Pausing here stops; a sound that cannot be played is skipped. */
    onFact(event) {
      if (event.kind === 'paused') stop();
      else if (event.kind === 'failed' && event.code === 'not-allowed') stop();
      else if (event.kind === 'ended' || event.kind === 'failed') goOn();
      else {
        if (event.kind === 'playing') status.value = 'playing';
        tell(event);
      }
    },
  };
}

/** What is so about the sound, and how the facts of the engine change that. */
import type { EngineEvent } from '../../player/audio-engine.ts';

/** `loading` is a wish that no fact has answered yet. */
export type PlaybackStatus =
  | 'idle'
  | 'loading'
  | 'waiting'
  | 'playing'
  | 'paused'
  | 'ended'
  | 'failed';

/** The status after a fact; what a failure does depends on more than the fact, and stays out of here. */
export function statusAfter({ kind }: EngineEvent, before: PlaybackStatus): PlaybackStatus {
  switch (kind) {
    case 'playing':
    case 'ended':
      return kind;
    case 'paused':
      // An element that ended or failed pauses as well.
      return before === 'ended' || before === 'failed' ? before : 'paused';
    case 'waiting':
      return before === 'playing' ? 'waiting' : before;
    default:
      return before;
  }
}

/** What the engine tells, in the words of the rule that works out what was heard. */
import type { ListeningFact } from '../model/listening.ts';
import type { Milliseconds } from '../model/units.ts';
import type { EngineEvent } from './audio-engine.ts';

/**
 * Says one fact in those words; whatever is no sound counts as a stop.
 *
 * @param at - When it was told, on a clock that never jumps.
 */
export function listeningFact(event: EngineEvent, at: Milliseconds): ListeningFact {
  switch (event.kind) {
    case 'playing':
      return { kind: 'playing', at };
    case 'timeupdate':
      return { kind: 'time', currentTime: event.currentTime, at };
    case 'seeked':
      return { kind: 'seeked', currentTime: event.currentTime, at };
    case 'ratechange':
      return { kind: 'rate', rate: event.rate, at };
    case 'loaded':
    case 'paused':
    case 'waiting':
    case 'ended':
    case 'failed':
      return { kind: 'stopped', at };
  }
}

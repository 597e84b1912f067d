import { expect, test } from 'vitest';
import type { EngineEvent } from '../../../src/player/audio-engine.ts';
import { listeningFact } from '../../../src/player/listening-fact.ts';

const AT = 7;

test.each<{ event: EngineEvent; fact: object }>([
  { event: { kind: 'playing' }, fact: { kind: 'playing', at: AT } },
  { event: { kind: 'timeupdate', currentTime: 3 }, fact: { kind: 'time', currentTime: 3, at: AT } },
  { event: { kind: 'seeked', currentTime: 4 }, fact: { kind: 'seeked', currentTime: 4, at: AT } },
  { event: { kind: 'ratechange', rate: 1.5 }, fact: { kind: 'rate', rate: 1.5, at: AT } },
  { event: { kind: 'loaded', duration: 9 }, fact: { kind: 'stopped', at: AT } },
  { event: { kind: 'paused' }, fact: { kind: 'stopped', at: AT } },
  { event: { kind: 'waiting' }, fact: { kind: 'stopped', at: AT } },
  { event: { kind: 'ended' }, fact: { kind: 'stopped', at: AT } },
  { event: { kind: 'failed', code: 'network' }, fact: { kind: 'stopped', at: AT } },
])('$event.kind', ({ event, fact }) => {
  expect(listeningFact(event, AT)).toEqual(fact);
});

import { expect, test } from 'vitest';
import type { EngineEvent } from '../../../../src/player/audio-engine.ts';
import {
  type PlaybackStatus,
  statusAfter,
} from '../../../../src/state/listening/playback-status.ts';

test.each<[PlaybackStatus, EngineEvent['kind'], PlaybackStatus, string]>([
  ['loading', 'playing', 'playing', 'a wish is answered'],
  ['waiting', 'playing', 'playing', 'the sound came'],
  ['playing', 'waiting', 'waiting', 'the sound is late'],
  ['paused', 'waiting', 'paused', 'nobody waits for a sound that is paused'],
  ['loading', 'waiting', 'loading', 'nothing was heard yet'],
  ['playing', 'paused', 'paused', 'a pause from inside or outside'],
  ['waiting', 'paused', 'paused', 'a pause while waiting'],
  ['ended', 'paused', 'ended', 'an element that ended pauses too'],
  ['failed', 'paused', 'failed', 'so does one that failed'],
  ['playing', 'ended', 'ended', 'the end'],
  ['playing', 'timeupdate', 'playing', 'no change'],
  ['playing', 'failed', 'playing', 'decided elsewhere'],
])('%s, then %s: %s (%s)', (before, kind, after) => {
  expect(statusAfter({ kind } as EngineEvent, before)).toBe(after);
});

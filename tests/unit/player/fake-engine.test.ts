import { describe, test } from 'vitest';
import { AUDIO_ENGINE_CONTRACT, type EngineHarness } from '../../contract/audio-engine-contract.ts';
import { FakeEngine } from '../../contract/fake-engine.ts';

function createHarness(): EngineHarness {
  const engine = new FakeEngine(
    new Map([
      ['six', { duration: 6.048 }],
      ['two', { duration: 2.064 }],
      ['text', { failure: 'unsupported' }],
    ]),
  );
  const type = 'audio/mpeg';
  return {
    engine,
    sounds: {
      six: { url: 'six', type },
      two: { url: 'two', type },
      missing: { url: 'missing', type },
      text: { url: 'text', type },
    },
    wait: async (seconds) => engine.advance(seconds),
    pauseFromOutside: () => engine.pauseFromOutside(),
    refuseNextPlay: () => engine.refuseNextPlay(),
    stall: () => engine.stall(),
    playRequests: () => engine.playRequests,
    volume: () => engine.volume,
  };
}

describe('the fake keeps the contract of the real engine', () => {
  for (const { name, run } of AUDIO_ENGINE_CONTRACT) {
    test(name, () => run(createHarness()));
  }
});

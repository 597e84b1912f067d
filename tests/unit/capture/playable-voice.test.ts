import { expect, test } from 'vitest';
import { type Samples, waveFile } from '../../../src/capture/playable-voice.ts';

function samplesOf(...channels: number[][]): Samples {
  return {
    length: channels[0]?.length ?? 0,
    sampleRate: 24_000,
    numberOfChannels: channels.length,
    getChannelData: (channel) => new Float32Array(channels[channel] ?? []),
  };
}

test('a wave file says what it holds', () => {
  const file = waveFile(samplesOf([0, 0.5]));
  const view = new DataView(file);
  const word = (at: number) => new TextDecoder().decode(file.slice(at, at + 4));
  expect([word(0), word(8), word(12), word(36)]).toEqual(['RIFF', 'WAVE', 'fmt ', 'data']);
  expect(view.getUint32(4, true)).toBe(file.byteLength - 8);
  // PCM, one channel, 24,000 samples of two bytes a second.
  expect([view.getUint16(20, true), view.getUint16(22, true)]).toEqual([1, 1]);
  expect([view.getUint32(24, true), view.getUint32(28, true)]).toEqual([24_000, 48_000]);
  expect(view.getUint32(40, true)).toBe(4);
});

test.each([
  { why: 'silence and both ends', channels: [[0, 1, -1]], expected: [0, 32_767, -32_767] },
  { why: 'louder than loud', channels: [[2, -3]], expected: [32_767, -32_767] },
  {
    why: 'two channels become one',
    channels: [
      [1, 0],
      [0, 0],
    ],
    expected: [16_384, 0],
  },
])('samples: $why', ({ channels, expected }) => {
  const view = new DataView(waveFile(samplesOf(...channels)));
  const found = expected.map((_, index) => view.getInt16(44 + index * 2, true));
  expect(found).toEqual(expected);
});

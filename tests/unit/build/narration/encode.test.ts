import { describe, expect, it } from 'vitest';
import { createAppSounds } from '../../../../src/build/narration/app-sounds.ts';
import { encodeMp3 } from '../../../../src/build/narration/encode.ts';
import { measureDuration } from '../../../../src/build/narration/mp3-frames.ts';
import { join } from './signals.ts';

const RATE = 22_050;

describe('encodeMp3', () => {
  it('gives as much sound as it got, and at most three frames of 26 ms more', async () => {
    const signal = join(new Float32Array(RATE), new Float32Array(RATE).fill(0.01));
    const duration = measureDuration(await encodeMp3(signal));
    expect(duration).toBeGreaterThanOrEqual(2);
    expect(duration).toBeLessThan(2 + 3 * (576 / RATE));
  });

  it('refuses sound where the silence is dropped', async () => {
    await expect(encodeMp3(new Float32Array(RATE).fill(0.1))).rejects.toThrow(/silent/);
  });
});

describe('measureDuration', () => {
  it('counts frames: 576 samples each', () => {
    // MPEG-2 layer III, no CRC, 32 kbit/s, 22.05 kHz: 104 bytes, and 105 with the padding bit.
    const plain = Uint8Array.from({ length: 104 }, (_, at) => [0xff, 0xf3, 0x40, 0xc0][at] ?? 0);
    const padded = Uint8Array.from({ length: 105 }, (_, at) => [0xff, 0xf3, 0x42, 0xc0][at] ?? 0);
    const mp3 = Uint8Array.from([...plain, ...padded, ...plain]);
    expect(measureDuration(mp3)).toBeCloseTo((3 * 576) / 22_050, 9);
    expect(() => measureDuration(mp3.subarray(0, -1))).toThrow(/not whole/);
    expect(() => measureDuration(mp3.subarray(1))).toThrow(/byte 0/);
  });

  it('refuses another sample rate', () => {
    const other = Uint8Array.from({ length: 104 }, (_, at) => [0xff, 0xf3, 0x44, 0xc0][at] ?? 0);
    expect(() => measureDuration(other)).toThrow(/byte 0/);
  });
});

describe('createAppSounds', () => {
  it('makes a soft sound, the same with five seconds of quiet, and a tick', async () => {
    const sounds = await createAppSounds();
    const duration = (name: string) => measureDuration(sounds.get(name) ?? new Uint8Array());
    expect([...sounds.keys()].sort()).toEqual(['cue.mp3', 'tick.mp3', 'tussen.mp3']);
    expect(duration('tussen.mp3') - duration('cue.mp3')).toBeCloseTo(5, 1);
    expect(duration('cue.mp3')).toBeLessThan(1);
    expect(duration('tick.mp3')).toBeLessThan(0.25);
  });
});

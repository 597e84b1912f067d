/** Small files of sound, made while the tests run. */
import { createMp3Encoder } from 'wasm-media-encoders';

const SAMPLE_RATE = 44_100;

/** How loud each second is, from 0 to 1. */
export async function makeMp3(
  levels: readonly number[],
  options: { bitrate?: 64 | 128; vbrQuality?: number; channels?: 1 | 2; sampleRate?: number } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { channels = 1, sampleRate = SAMPLE_RATE, bitrate = 64, vbrQuality } = options;
  const encoder = await createMp3Encoder();
  encoder.configure({
    sampleRate,
    channels,
    ...(vbrQuality === undefined ? { bitrate } : { vbrQuality }),
  });
  const parts: Uint8Array[] = [];
  for (const [second, level] of levels.entries()) {
    const samples = Float32Array.from({ length: sampleRate }, (_, index) => {
      const time = second + index / sampleRate;
      return (
        level * 0.5 * (Math.sin(2 * Math.PI * 220 * time) + Math.sin(2 * Math.PI * 1700 * time))
      );
    });
    // The encoder owns the bytes that it returns: copy before the next call.
    parts.push(encoder.encode(channels === 1 ? [samples] : [samples, samples]).slice());
  }
  parts.push(encoder.finalize().slice());
  return new Uint8Array(Buffer.concat(parts));
}

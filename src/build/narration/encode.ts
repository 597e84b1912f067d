/** The only file that knows the MP3 encoder: samples in, bytes out, at the time the samples say. */
import { createMp3Encoder } from 'wasm-media-encoders';
import { ENCODER, SAMPLE_RATE } from './settings.ts';

/**
 * Encodes mono samples at {@link SAMPLE_RATE}.
 *
 * @param samples - From -1 to 1, starting with at least `ENCODER.delay` samples of silence: that much
 * is left out, because a decoder puts it back.
 * @returns An MP3 without tags; a decoder gives sample n of the input as its own sample n.
 */
export async function encodeMp3(samples: Float32Array): Promise<Uint8Array> {
  if (samples.subarray(0, ENCODER.delay).some((sample) => sample !== 0)) {
    throw new Error(`the first ${ENCODER.delay} samples must be silent`);
  }
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate: SAMPLE_RATE, channels: 1, bitrate: ENCODER.kilobits });
  // The encoder owns the bytes that it returns: copy before the next call.
  const body = encoder.encode([samples.subarray(ENCODER.delay)]).slice();
  const rest = encoder.finalize().slice();
  return Buffer.concat([body, rest]);
}

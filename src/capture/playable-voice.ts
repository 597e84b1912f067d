/**
 * Makes a sound of the stored pieces that can be played from any second. What a recorder writes has no
 * length and no index, and some browsers refuse to seek in that; plain samples always can.
 */
import type { Seconds } from '../model/units.ts';

/** A sound for a media element. */
export interface PlayableVoice {
  blob: Blob;
  /** The real length; absent where the browser could only play it from the start. */
  duration?: Seconds;
}

/** Enough for a voice, and 3 MB a minute while it is in memory. */
const SAMPLE_RATE = 24_000;

const HEADER_SIZE = 44;

/** @param type - As the recorder named it. */
export async function makePlayable(
  pieces: readonly ArrayBuffer[],
  type: string,
): Promise<PlayableVoice> {
  const recorded = new Blob([...pieces], { type });
  try {
    const context = new OfflineAudioContext(1, 1, SAMPLE_RATE);
    const sound = await context.decodeAudioData(await recorded.arrayBuffer());
    return { blob: new Blob([waveFile(sound)], { type: 'audio/wav' }), duration: sound.duration };
  } catch {
    // A browser that records what it cannot decode: its own player may still know the way.
    return { blob: recorded };
  }
}

/** What is used of an `AudioBuffer`. */
export type Samples = Pick<
  AudioBuffer,
  'length' | 'sampleRate' | 'numberOfChannels' | 'getChannelData'
>;

/**
 * One channel of 16-bit samples behind a RIFF header.
 *
 * @see http://soundfile.sapp.org/doc/WaveFormat/
 */
export function waveFile(sound: Samples): ArrayBuffer {
  const { length, sampleRate, numberOfChannels } = sound;
  const size = length * 2;
  const file = new ArrayBuffer(HEADER_SIZE + size);
  const view = new DataView(file);
  const writeWord = (at: number, word: string) => {
    for (const [index, letter] of [...word].entries()) {
      view.setUint8(at + index, letter.charCodeAt(0));
    }
  };
  writeWord(0, 'RIFF');
  view.setUint32(4, HEADER_SIZE - 8 + size, true);
  writeWord(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  writeWord(36, 'data');
  view.setUint32(40, size, true);
  const channels = Array.from({ length: numberOfChannels }, (_, channel) =>
    sound.getChannelData(channel),
  );
  for (let index = 0; index < length; index += 1) {
    const sum = channels.reduce((total, samples) => total + (samples[index] ?? 0), 0);
    const sample = Math.max(-1, Math.min(1, sum / Math.max(1, numberOfChannels)));
    view.setInt16(HEADER_SIZE + index * 2, Math.round(sample * 32_767), true);
  }
  return file;
}

/** The app's own small sounds, made from sines: the soft sound before a question, and a tick. */
import type { Seconds } from '../../model/units.ts';
import { SAMPLE_RATE } from './settings.ts';

/** One tone that swells in and dies away. */
interface Tone {
  frequency: number;
  startTime: Seconds;
  /** Time in which it falls to 37 %. */
  decay: Seconds;
  /** Of its top, 0 to 1. */
  level: number;
}

const ATTACK: Seconds = 0.02;
const RELEASE: Seconds = 0.08;

/** Two gentle tones, a fourth upwards (G4, C5), 0.8 s; well below the voice. */
export function createCue(): Float32Array {
  return mix(0.8, [
    { frequency: 392, startTime: 0, decay: 0.22, level: 0.09 },
    { frequency: 523.25, startTime: 0.2, decay: 0.25, level: 0.09 },
  ]);
}

/** One short, dry tone of 0.12 s. */
export function createTick(): Float32Array {
  return mix(0.12, [{ frequency: 523.25, startTime: 0, decay: 0.03, level: 0.09 }]);
}

function mix(duration: Seconds, tones: Tone[]): Float32Array {
  const samples = new Float32Array(Math.round(duration * SAMPLE_RATE));
  for (const tone of tones) {
    const first = Math.round(tone.startTime * SAMPLE_RATE);
    for (let index = first; index < samples.length; index += 1) {
      const time = (index - first) / SAMPLE_RATE;
      const left = (samples.length - index) / SAMPLE_RATE;
      const swell = easeIn(time / ATTACK) * easeIn(left / RELEASE);
      const phase = 2 * Math.PI * tone.frequency * time;
      // A little of the octave keeps a sine from sounding like a test tone.
      const wave = Math.sin(phase) + 0.15 * Math.sin(2 * phase);
      samples[index] =
        (samples[index] ?? 0) + tone.level * Math.exp(-time / tone.decay) * swell * wave;
    }
  }
  return samples;
}

function easeIn(share: number): number {
  return share >= 1 ? 1 : (1 - Math.cos(Math.PI * share)) / 2;
}

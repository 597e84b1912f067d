/** Makes the sounds that the app plays besides narration; they change only when their recipe does. */
import { addSound } from './assemble.ts';
import { encodeMp3 } from './encode.ts';
import { ENCODER, SAMPLE_RATE, SILENCE } from './settings.ts';
import { createCue, createTick } from './soft-sounds.ts';

/** Silence in front, which the encoder's delay takes the place of. */
const LEAD = ENCODER.delay;

/**
 * Encodes every sound.
 *
 * @returns By file name: `tussen.mp3` (soft sound and quiet, between two modules), `cue.mp3` (the soft
 * sound alone) and `tick.mp3`.
 */
export async function createAppSounds(): Promise<Map<string, Uint8Array>> {
  const cue = createCue();
  const tick = createTick();
  const quiet = Math.round(SILENCE.afterQuestion * SAMPLE_RATE);
  return new Map([
    ['tussen.mp3', await encodeMp3(withSilence(cue, quiet))],
    ['cue.mp3', await encodeMp3(withSilence(cue, 0))],
    ['tick.mp3', await encodeMp3(withSilence(tick, 0))],
  ]);
}

function withSilence(sound: Float32Array, after: number): Float32Array {
  const silence = new Float32Array(LEAD + sound.length + after);
  return addSound(silence, sound, [LEAD / SAMPLE_RATE]);
}

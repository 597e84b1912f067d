/**
 * The only file that knows the speech engine: text in, sound or phonetic signs out.
 * Spelling, silence and level are the work of others.
 */
import createModule from '@echogarden/espeak-ng-emscripten';
import { SAMPLE_RATE, VOICE } from './settings.ts';

/** Long enough to hold voiced and unvoiced sounds, in which voice variants differ. */
const TEST_PHRASE = 'Dit is een proef.';

/**
 * Speaks one piece of text.
 *
 * @param text - As {@link toSpokenText} gives it.
 * @param voiceName - Only for comparing voices.
 * @returns Mono PCM at {@link SAMPLE_RATE}; the same text always gives the same samples.
 */
export async function speak(text: string, voiceName: string = VOICE.name): Promise<Int16Array> {
  // An engine that has spoken before gives other samples for the same text: take a fresh one.
  const engine = await createEngine(voiceName);
  const pieces: Int16Array[] = [];
  engine.synthesize(text, (audio) => {
    pieces.push(audio);
    return false;
  });
  const speech = new Int16Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    speech.set(piece, offset);
    offset += piece.length;
  }
  return speech;
}

/** Tells how texts would be said, in phonetic signs (IPA), without speaking them. */
export async function readPhonetics(texts: readonly string[]): Promise<string[]> {
  const engine = await createEngine(VOICE.name);
  return texts.map((text) => {
    const { code, ipa } = engine.synthesize_ipa(text);
    if (code !== 0) throw new Error(`phonetic signs of "${text}": engine code ${code}`);
    return ipa.replaceAll('_', '').replace(/\s+/g, ' ').trim();
  });
}

/**
 * Makes sure that the chosen voice variant exists: the engine takes an unknown one without a word
 * and speaks with the plain voice.
 *
 * @throws When the variant sounds like the plain voice.
 */
export async function checkVoice(voiceName: string = VOICE.name): Promise<void> {
  const [chosen, plain] = await Promise.all([
    speak(TEST_PHRASE, voiceName),
    speak(TEST_PHRASE, VOICE.plainName),
  ]);
  const isSame =
    chosen.length === plain.length && chosen.every((sample, index) => sample === plain[index]);
  if (chosen.length === 0 || isSame) {
    throw new Error(`De stem ${voiceName} is er niet: de spraakmachine gaf de gewone stem.`);
  }
}

async function createEngine(voiceName: string) {
  const module = await createModule();
  const engine = new module.eSpeakNGWorker();
  const code = engine.set_voice(voiceName);
  if (code !== 0) throw new Error(`De stem ${voiceName} is er niet (code ${code}).`);
  engine.rate = VOICE.rate;
  engine.pitch = VOICE.pitch;
  engine.range = VOICE.range;
  engine.volume = VOICE.volume;
  if (engine.get_samplerate() !== SAMPLE_RATE) {
    throw new Error(`speech has ${engine.get_samplerate()} samples a second, not ${SAMPLE_RATE}`);
  }
  return engine;
}

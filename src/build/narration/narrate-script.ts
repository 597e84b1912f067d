/** From a list of utterances to finished audio with its times: joins the steps, knows no folders. */
import type { NarrationTiming, Utterance } from '../../model/narration.ts';
import type { Seconds, Sha256 } from '../../model/units.ts';
import { addSound, assemble, type SpokenUtterance } from './assemble.ts';
import { formatCaptions } from './captions.ts';
import { encodeMp3 } from './encode.ts';
import { equalize } from './equalizer.ts';
import { setLevel } from './level.ts';
import { measureDuration } from './mp3-frames.ts';
import { addTags } from './mp3-tags.ts';
import { readPeaks } from './peaks.ts';
import { EQUALIZER, LOUDNESS, PEAK_COUNT, SAMPLE_RATE } from './settings.ts';
import { createCue } from './soft-sounds.ts';
import { toSpokenText } from './spoken-text.ts';
import { trimSpeech } from './trim.ts';
import { voiceHash } from './voice-hash.ts';

/** A module to narrate. */
export interface NarrationJob {
  routeTitle: string;
  utterances: readonly Utterance[];
  textHash: Sha256;
}

/** What came out. */
export interface Narration {
  mp3: Uint8Array;
  captions: string;
  timing: NarrationTiming;
  /** What went into the encoder, for checks: times in it are times in the MP3. */
  samples: Float32Array;
}

/** Gives the 16-bit speech of a spoken text. */
export type Speak = (spokenText: string) => Promise<Int16Array>;

/** Narrates a module. @throws When an utterance holds nothing that can be said. */
export async function narrateScript(job: NarrationJob, speak: Speak): Promise<Narration> {
  const spoken: SpokenUtterance[] = [];
  for (const utterance of job.utterances) {
    spoken.push({ utterance, speech: trimSpeech(await speak(toSpokenText(utterance.text))) });
  }
  const cue = createCue();
  const { samples: voice, ...times } = assemble(spoken, cue.length / SAMPLE_RATE);
  const samples = addSound(
    finishVoice(voice),
    cue,
    times.questions.map(({ cueTime }) => cueTime),
  );
  const audio = await encodeMp3(samples);
  const duration = measureDuration(audio);
  const timing: NarrationTiming = {
    format: 1,
    textHash: job.textHash,
    voiceHash: voiceHash(job.utterances),
    duration,
    ...times,
    peaks: readPeaks(samples, PEAK_COUNT),
  };
  return {
    mp3: addTags(audio, describe(job, timing.chapters, duration)),
    captions: formatCaptions(job.utterances, timing),
    timing,
    samples,
  };
}

/** Colours and levels the voice; its leading silence stays digital silence. */
function finishVoice(voice: Float32Array): Float32Array {
  const coloured = equalize(voice, EQUALIZER, SAMPLE_RATE);
  const { beforeEncoding, truePeakBeforeEncoding } = LOUDNESS;
  return setLevel(coloured, beforeEncoding, truePeakBeforeEncoding, SAMPLE_RATE);
}

function describe(job: NarrationJob, chapters: NarrationTiming['chapters'], duration: Seconds) {
  const titles = new Map<string, string>();
  let title = '';
  for (const utterance of job.utterances) {
    if (utterance.kind === 'title') title = utterance.text;
    if (utterance.kind === 'heading') titles.set(utterance.chapterId, utterance.text);
  }
  return {
    title,
    routeTitle: job.routeTitle,
    duration,
    chapters: chapters.map(({ id, startTime }) => ({ id, startTime, title: titles.get(id) ?? id })),
  };
}

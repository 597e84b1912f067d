/** Joins a module with the narration that lies in its media folder, or says why that cannot be. */
import type { NarrationTiming } from '../model/narration.ts';
import { readAudioFacts } from './audio-duration.ts';
import { describeAudio } from './audio-file.ts';
import { type AuthoredModule, mediaFolder } from './authored-module.ts';
import { FILE_START, type Place, type ProblemSink } from './content-problem.ts';
import { captionsAddress, type ModuleAudio } from './module-audio.ts';
import { checkTimes, type ModuleTimes } from './module-times.ts';
import { textHash } from './narration-script.ts';
import { readNarrationTiming } from './narration-timing.ts';
import type { SourceFiles } from './source-files.ts';
import { compareTranscript, readCues } from './transcript.ts';

/** Opens the collector of another file. */
export type OpenSink = (path: string) => ProblemSink;

/** An encoder may add a frame or two at each end; more than this and the files are of two narrations. */
const DURATION_TOLERANCE = 0.3;

/**
 * Reads `narration.mp3`, `.json` and `.vtt`.
 *
 * @param place - Where the module asks for narration.
 * @param isClean - Whether the module's own text is free of faults; only then can it be called stale.
 */
export async function joinNarration(
  files: SourceFiles,
  routeId: string,
  module: AuthoredModule,
  place: Place,
  isClean: boolean,
  openSink: OpenSink,
): Promise<ModuleAudio | undefined> {
  const folder = mediaFolder(routeId, module.id);
  const [audio, timingFile, captions] = ['mp3', 'json', 'vtt'].map((ending) =>
    files.read(`${folder}/narration.${ending}`),
  );
  if (!audio || !timingFile || !captions) {
    module.sink.report(
      'narration-missing',
      place,
      `audio: de computerstem van deze module is er nog niet in ${folder}. Maak die met npm run narrate`,
    );
    return undefined;
  }
  const timing = readNarrationTiming(timingFile, openSink(`${folder}/narration.json`));
  const facts = readAudioFacts(audio);
  if (facts?.type !== 'audio/mpeg') {
    openSink(`${folder}/narration.mp3`).report(
      'audio-unreadable',
      FILE_START,
      'Dit bestand is geen MP3. Maak het opnieuw met npm run narrate',
    );
    return undefined;
  }
  if (!timing) return undefined;
  if (Math.abs(facts.duration - timing.duration) > DURATION_TOLERANCE) {
    openSink(`${folder}/narration.json`).report(
      'narration-malformed',
      FILE_START,
      `duration: ${timing.duration} is niet de lengte van narration.mp3 (${facts.duration.toFixed(2)} seconden). Maak beide opnieuw met npm run narrate`,
    );
  }
  const vttSink = openSink(`${folder}/narration.vtt`);
  const cues = readCues(captions, timing.duration, vttSink);
  if (!isClean) return undefined;
  if (timing.textHash !== (await textHash(module.script)) || !hasIdsOf(module, timing)) {
    module.sink.report(
      'narration-stale',
      place,
      'audio: de tekst is veranderd na het voorlezen. Maak de computerstem opnieuw met npm run narrate',
    );
    return undefined;
  }
  if (cues) compareTranscript(module.script, cues, vttSink);
  const times = timesOf(timing);
  checkTimes(module.text, times, module.sink);
  const described = await describeAudio(
    audio,
    { ...facts, duration: timing.duration },
    folder,
    true,
  );
  const captionsUrl = await captionsAddress(captions, folder);
  return {
    audio: described,
    times,
    peaks: timing.peaks,
    captionsUrl,
    files: new Map([
      [described.url, audio],
      [captionsUrl, captions],
    ]),
  };
}

/** Whether each spoken thing has a time, and nothing else has. */
function hasIdsOf({ script }: AuthoredModule, timing: NarrationTiming): boolean {
  const chapters = script.flatMap((part) => (part.kind === 'heading' ? [part.chapterId] : []));
  const sentences = script.flatMap((part) => (part.kind === 'sentence' ? [part.sentenceId] : []));
  const questions = script.flatMap((part) => (part.kind === 'question' ? [part.questionId] : []));
  return (
    isSameList(chapters, timing.chapters) &&
    isSameList(sentences, timing.sentences) &&
    isSameList(questions, timing.questions)
  );
}

function isSameList(ids: readonly string[], timed: readonly { id: string }[]): boolean {
  return ids.length === timed.length && ids.every((id, index) => timed[index]?.id === id);
}

function timesOf(timing: NarrationTiming): ModuleTimes {
  return {
    duration: timing.duration,
    chapters: new Map(timing.chapters.map(({ id, startTime }) => [id, startTime])),
    sentences: new Map(timing.sentences.map(({ id, ...span }) => [id, span])),
    questions: new Map(timing.questions.map(({ id, ...times }) => [id, times])),
  };
}

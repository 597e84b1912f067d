/** Joins a module with a person's recording: its transcript says when each sentence is heard. */
import type { QuestionTimes } from '../model/learning-module.ts';
import type { Utterance } from '../model/narration.ts';
import type { Fraction, Seconds } from '../model/units.ts';
import { type AudioFacts, readAudioFacts } from './audio-duration.ts';
import { describeAudio } from './audio-file.ts';
import { type AuthoredModule, mediaFolder } from './authored-module.ts';
import { FILE_START, type Placed, type ProblemSink } from './content-problem.ts';
import type { OpenSink } from './join-narration.ts';
import { captionsAddress, type ModuleAudio } from './module-audio.ts';
import type { AudioChoice } from './module-front-matter.ts';
import { checkTimes, type ModuleTimes } from './module-times.ts';
import type { SourceFiles } from './source-files.ts';
import { compareTranscript, readCues } from './transcript.ts';
import type { Alignment, Span } from './transcript-alignment.ts';

/** A file of sound that was found and understood. */
export interface FoundAudio {
  bytes: Uint8Array;
  facts: AudioFacts;
}

/**
 * Reads the recording and its transcript.
 *
 * @param isClean - Whether the module's own text is free of faults; only then is the transcript compared.
 */
export async function joinRecording(
  files: SourceFiles,
  routeId: string,
  module: AuthoredModule,
  choice: Extract<AudioChoice, { kind: 'recording' }>,
  isClean: boolean,
  openSink: OpenSink,
): Promise<ModuleAudio | undefined> {
  const folder = mediaFolder(routeId, module.id);
  const found = findAudio(files, folder, choice.file, module.sink);
  const captions = files.read(`${folder}/${choice.transcript.value}`);
  if (!captions) {
    module.sink.report(
      'transcript-missing',
      choice.transcript.place,
      `transcript: ${folder}/${choice.transcript.value} is er niet. Zet het bestand daar neer of verbeter de naam`,
    );
  }
  const peaks = readPeaks(files, folder, openSink);
  if (!found) return undefined;
  const { duration } = found.facts;
  const vttSink = openSink(`${folder}/${choice.transcript.value}`);
  const cues = captions && readCues(captions, duration, vttSink);
  const alignment = isClean && cues ? compareTranscript(module.script, cues, vttSink) : undefined;
  const times = findTimes(module, alignment, duration);
  checkTimes(module.text, times, module.sink);
  if (!captions || !alignment || alignment.mismatch) return undefined;
  const audio = await describeAudio(found.bytes, found.facts, folder, false);
  const captionsUrl = await captionsAddress(captions, folder);
  return {
    audio,
    times,
    peaks,
    captionsUrl,
    files: new Map([
      [audio.url, found.bytes],
      [captionsUrl, captions],
    ]),
  };
}

/** Finds a file of sound that the front matter names; reports one that is absent or no sound. */
export function findAudio(
  files: SourceFiles,
  folder: string,
  name: Placed<string>,
  sink: ProblemSink,
): FoundAudio | undefined {
  const path = `${folder}/${name.value}`;
  const bytes = files.read(path);
  if (!bytes) {
    sink.report(
      'audio-missing',
      name.place,
      `file: ${path} is er niet. Zet het bestand daar neer of verbeter de naam`,
    );
    return undefined;
  }
  const facts = readAudioFacts(bytes);
  if (!facts) {
    sink.report(
      'audio-unreadable',
      name.place,
      `file: ${path} is geen geluid dat de app kan lezen. Gebruik MP3, M4A of Ogg`,
    );
    return undefined;
  }
  return { bytes, facts };
}

function readPeaks(files: SourceFiles, folder: string, openSink: OpenSink): Fraction[] {
  const bytes = files.read(`${folder}/peaks.json`);
  if (!bytes) return [];
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (Array.isArray(data) && data.every(isFraction)) return data;
  } catch {
    // Not JSON: the report below says what the file must hold.
  }
  openSink(`${folder}/peaks.json`).report(
    'peaks-malformed',
    FILE_START,
    'Dit bestand is geen lijst van getallen van 0 tot 1. Schrijf bijvoorbeeld [0.1, 0.5]',
  );
  return [];
}

function isFraction(value: unknown): value is Fraction {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

/** A time that the author gave wins; else what the transcript says; else where it stands in the text. */
function findTimes(
  { script, text }: AuthoredModule,
  alignment: Alignment | undefined,
  duration: Seconds,
): ModuleTimes {
  const times: ModuleTimes = {
    duration,
    chapters: new Map(),
    sentences: new Map(),
    questions: new Map(),
  };
  const spans = alignment?.spans ?? new Map<Utterance, Span>();
  let latest: Seconds = 0;
  let openChapter: string | undefined;
  for (const utterance of script) {
    const span = spans.get(utterance);
    if (utterance.kind === 'heading') openChapter = utterance.chapterId;
    if (span && openChapter !== undefined) {
      times.chapters.set(openChapter, span.startTime);
      openChapter = undefined;
    }
    if (utterance.kind === 'sentence' && span) times.sentences.set(utterance.sentenceId, span);
    if (utterance.kind === 'question' && alignment) {
      times.questions.set(utterance.questionId, span ? spokenTimes(span) : silentTimes(latest));
    }
    if (span) latest = span.endTime;
  }
  for (const { chapter, startTime } of text.chapters) {
    if (startTime !== undefined) times.chapters.set(chapter.id, startTime);
  }
  for (const { question, moment } of text.questions) {
    if (question.on !== 'module') continue;
    if (moment?.kind === 'time') times.questions.set(question.id, silentTimes(moment.time));
    if (moment?.kind === 'fraction') {
      times.questions.set(question.id, silentTimes(moment.fraction * duration));
    }
    if (moment?.kind === 'start' && !times.questions.has(question.id)) {
      times.questions.set(question.id, silentTimes(0));
    }
    if (moment?.kind === 'end') times.questions.set(question.id, silentTimes(duration));
  }
  return times;
}

/** The person reads the question aloud: there is no soft sound before it and no added quiet after it. */
function spokenTimes({ startTime, endTime }: Span): QuestionTimes {
  return { cueTime: startTime, startTime, quietTime: endTime, endTime };
}

/** The question only comes up on the screen. */
function silentTimes(time: Seconds): QuestionTimes {
  return { cueTime: time, startTime: time, quietTime: time, endTime: time };
}

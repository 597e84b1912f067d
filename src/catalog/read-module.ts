/** From a module file that its route lists to the module as the app reads it, with its audio. */
import type { AudioFile, Episode, LearningModule } from '../model/learning-module.ts';
import type { ModuleSummary } from '../model/learning-route.ts';
import { describeAudio } from './audio-file.ts';
import { type AuthoredModule, mediaFolder } from './authored-module.ts';
import { hashBytes, shortHash } from './content-hash.ts';
import { joinNarration, type OpenSink } from './join-narration.ts';
import { findAudio, joinRecording } from './join-recording.ts';
import type { ModuleAudio } from './module-audio.ts';
import { checkEpisodeMoments, placeTimes } from './module-times.ts';
import type { SourceFiles } from './source-files.ts';

/** Whether narration is asked for: `ignore` reads texts that still have to be spoken. */
export type NarrationNeed = 'require' | 'ignore';

/** A module with all that the build publishes of it. */
export interface ModuleReading {
  module: LearningModule;
  summary: ModuleSummary;
  /** Address of the captions, relative to the base path; absent without audio. */
  captionsUrl: string | undefined;
  /** JSON, figures, audio and captions, by their address relative to the base path. */
  files: Map<string, Uint8Array>;
}

/** What reading one module needs to know of the rest. */
export interface ReadingContext {
  files: SourceFiles;
  routeId: string;
  narration: NarrationNeed;
  openSink: OpenSink;
  /** Whether a path has no problems so far. */
  isClean(path: string): boolean;
}

/** Joins a module with its audio; `undefined` when a key that the app needs is absent. */
export async function readModule(
  authored: AuthoredModule,
  context: ReadingContext,
): Promise<ModuleReading | undefined> {
  const { fields, text } = authored;
  const { routeId } = context;
  const joined = await joinAudio(authored, context);
  const episodeAudio = await readEpisodeAudio(authored, context);
  checkEpisodeMoments(text, episodeAudio?.audio.duration, authored.sink);
  if (!fields?.title || !fields.question || !fields.summary || !fields.lang) return undefined;
  const episode: Episode | undefined = fields.episode && {
    ...fields.episode,
    ...(episodeAudio ? { audio: episodeAudio.audio } : {}),
  };
  const module: LearningModule = {
    id: authored.id,
    routeId,
    title: fields.title,
    question: fields.question,
    summary: fields.summary,
    lang: fields.lang,
    requires: fields.requires.map(({ value }) => value),
    completion: fields.completion,
    ...placeTimes(text, joined?.times),
    sources: fields.sources,
    ...(joined ? { audio: joined.audio } : {}),
    peaks: joined?.peaks ?? [],
    ...(episode ? { episode } : {}),
  };
  const json = new TextEncoder().encode(JSON.stringify(module));
  const contentUrl = `content/${routeId}/${authored.id}.${shortHash(await hashBytes(json))}.json`;
  return {
    module,
    summary: summarize(module, authored, contentUrl, json.length),
    captionsUrl: joined?.captionsUrl,
    files: new Map([
      [contentUrl, json],
      ...authored.figures,
      ...(joined?.files ?? []),
      ...(episodeAudio ? [[episodeAudio.audio.url, episodeAudio.bytes] as const] : []),
    ]),
  };
}

function summarize(
  module: LearningModule,
  { fields, figures }: AuthoredModule,
  contentUrl: string,
  jsonSize: number,
): ModuleSummary {
  const plan = module.questions.findLast(({ kind, on }) => kind === 'plan' && on === 'module');
  const figureSize = [...figures.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  return {
    id: module.id,
    aliases: fields?.aliases.map(({ value }) => value) ?? [],
    title: module.title,
    question: module.question,
    summary: module.summary,
    completion: module.completion,
    ...(module.audio ? { audio: module.audio } : {}),
    questionIds: module.questions.filter(({ on }) => on === 'module').map(({ id }) => id),
    ...(plan ? { planQuestionId: plan.id } : {}),
    hasEpisode: module.episode !== undefined,
    contentUrl,
    assetUrls: [...figures.keys()],
    contentSize: jsonSize + figureSize,
  };
}

async function joinAudio(
  authored: AuthoredModule,
  { files, routeId, narration, openSink, isClean }: ReadingContext,
): Promise<ModuleAudio | undefined> {
  const choice = authored.fields?.audio;
  if (!choice) return undefined;
  const clean = isClean(authored.sink.path);
  if (choice.kind === 'recording') {
    return joinRecording(files, routeId, authored, choice, clean, openSink);
  }
  if (narration === 'ignore') return undefined;
  return joinNarration(files, routeId, authored, choice.place, clean, openSink);
}

async function readEpisodeAudio(
  { fields, id, sink }: AuthoredModule,
  { files, routeId }: ReadingContext,
): Promise<{ audio: AudioFile; bytes: Uint8Array } | undefined> {
  if (!fields?.episodeFile) return undefined;
  const folder = mediaFolder(routeId, id);
  const found = findAudio(files, folder, fields.episodeFile, sink);
  if (!found) return undefined;
  return {
    audio: await describeAudio(found.bytes, found.facts, folder, false),
    bytes: found.bytes,
  };
}

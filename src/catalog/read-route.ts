/** Reads one route: `route.md`, its modules, and their audio, with every fault of every file in one run. */
import type { LearningModule } from '../model/learning-module.ts';
import type { LearningRoute } from '../model/learning-route.ts';
import type { Utterance } from '../model/narration.ts';
import { readAuthoredFile } from './authored-file.ts';
import {
  type ContentProblem,
  createProblemSink,
  FILE_START,
  sortProblems,
} from './content-problem.ts';
import { readFrontMatter } from './front-matter.ts';
import { type ModuleReading, type NarrationNeed, readModule } from './read-module.ts';
import { type RouteFields, readRouteFields } from './route-front-matter.ts';
import { readListedModules } from './route-modules.ts';
import { readRouteText } from './route-text.ts';
import type { SourceFiles } from './source-files.ts';

/** How a route is read. */
export interface ReadRouteOptions {
  /** `ignore` neither asks for narration nor joins it. @defaultValue 'require' */
  narration?: NarrationNeed;
}

/** A route as far as it could be read; with problems it must not be published. */
export interface RouteReading {
  /** Absent when a key that the app needs is absent. */
  route: LearningRoute | undefined;
  modules: LearningModule[];
  /** What is to be said of each module, by its id, whoever says it. */
  scripts: Map<string, Utterance[]>;
  /** Address of each module's captions, by its id; relative to the base path. */
  captions: Map<string, string>;
  /** All that is published, by its address relative to the base path. */
  files: Map<string, Uint8Array>;
  problems: ContentProblem[];
}

/** Reads a route. @param routeId - The name of its folder in `modules/`. */
export async function readRoute(
  files: SourceFiles,
  routeId: string,
  { narration = 'require' }: ReadRouteOptions = {},
): Promise<RouteReading> {
  const problems: ContentProblem[] = [];
  const openSink = (path: string) => createProblemSink(path, problems);
  const routeSink = openSink(`modules/${routeId}/route.md`);
  const reading: RouteReading = {
    route: undefined,
    modules: [],
    scripts: new Map(),
    captions: new Map(),
    files: new Map(),
    problems,
  };
  if (!files.read(routeSink.path)) {
    routeSink.report(
      'route-file-missing',
      FILE_START,
      'Dit bestand is er niet. Elke map in modules heeft een route.md: maak het, of haal de map weg',
    );
    return reading;
  }
  const file = readAuthoredFile(files, routeSink);
  const frontMatter = file && readFrontMatter(file, routeSink);
  const fields = frontMatter && readRouteFields(frontMatter, routeId, routeSink);
  const body = file ? readRouteText(file.body, routeSink) : [];
  const authored = await readListedModules(files, routeId, fields?.modules, routeSink, openSink);
  const isClean = (path: string) => !problems.some((problem) => problem.path === path);
  const found: ModuleReading[] = [];
  for (const module of authored) {
    reading.scripts.set(module.id, module.script);
    const entry = await readModule(module, { files, routeId, narration, openSink, isClean });
    if (!entry) continue;
    found.push(entry);
    reading.modules.push(entry.module);
    if (entry.captionsUrl) reading.captions.set(entry.module.id, entry.captionsUrl);
    for (const [address, bytes] of entry.files) reading.files.set(address, bytes);
  }
  reading.route = fields && describeRoute(fields, routeId, body, found);
  reading.problems = sortProblems(problems);
  return reading;
}

function describeRoute(
  fields: RouteFields,
  id: string,
  body: LearningRoute['body'],
  modules: readonly ModuleReading[],
): LearningRoute | undefined {
  const { title, summary, lang, colors, license, contact, words, sources, withdrawn } = fields;
  if (!title || !summary || !lang || !colors || !license) return undefined;
  return {
    id,
    title,
    summary,
    lang,
    colors,
    license,
    ...(contact ? { contact } : {}),
    body,
    words,
    sources,
    modules: modules.map((entry) => entry.summary),
    withdrawn,
  };
}

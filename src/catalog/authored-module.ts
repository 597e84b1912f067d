/** One module file as its author wrote it: front matter and text, before anything is said of its audio. */
import type { Utterance } from '../model/narration.ts';
import { readAuthoredFile } from './authored-file.ts';
import { hashBytes, shortHash } from './content-hash.ts';
import { FILE_START, type Place, type ProblemSink } from './content-problem.ts';
import { readFigureSize } from './figure.ts';
import { readFrontMatter } from './front-matter.ts';
import { parseMarkdown } from './markdown-tree.ts';
import { type ModuleFields, readModuleFields } from './module-front-matter.ts';
import { type ModuleText, readModuleText } from './module-text.ts';
import { narrationScript } from './narration-script.ts';
import type { SourceFiles } from './source-files.ts';
import { createSentenceCounter, type FindFigure } from './text-context.ts';

/** A module before its audio; what was faulty is absent, and was reported. */
export interface AuthoredModule {
  sink: ProblemSink;
  /** Of the front matter, or else of the file's name. */
  id: string;
  idPlace: Place;
  fields: ModuleFields | undefined;
  text: ModuleText;
  /** Empty when the module has no title. */
  script: Utterance[];
  /** The figures that the text shows, by their address relative to the base path. */
  figures: Map<string, Uint8Array>;
}

/** Where a module file lies, and what its name says. */
export interface ModuleFile {
  routeId: string;
  nameId: string;
  sink: ProblemSink;
}

/** Reads a module file; `undefined` when its bytes are no text. */
export async function readAuthoredModule(
  files: SourceFiles,
  { routeId, nameId, sink }: ModuleFile,
): Promise<AuthoredModule | undefined> {
  const file = readAuthoredFile(files, sink);
  if (!file) return undefined;
  const frontMatter = readFrontMatter(file, sink);
  const fields = frontMatter && readModuleFields(frontMatter, sink);
  const id = fields?.id?.value ?? nameId;
  const figures = new Map<string, Uint8Array>();
  const text = await readModuleText({
    tree: parseMarkdown(file.body),
    sink,
    settings: { audioKind: fields?.audio?.kind, hasEpisode: fields?.hasEpisode },
    findFigure: createFigureFinder(files, routeId, nameId, sink, figures),
    nextSentenceId: createSentenceCounter(),
  });
  return {
    sink,
    id,
    idPlace: fields?.id?.place ?? FILE_START,
    fields,
    text,
    script: fields?.title ? narrationScript(spokenText(fields.title, text), text.openingIds) : [],
    figures,
  };
}

/** The folder with the audio and figures of a module, in the project and behind the base path alike. */
export function mediaFolder(routeId: string, moduleId: string): string {
  return `media/${routeId}/${moduleId}`;
}

function spokenText(title: string, text: ModuleText) {
  return {
    title,
    chapters: text.chapters.map(({ chapter }) => chapter),
    questions: text.questions.map(({ question }) => question),
  };
}

function createFigureFinder(
  files: SourceFiles,
  routeId: string,
  moduleId: string,
  sink: ProblemSink,
  figures: Map<string, Uint8Array>,
): FindFigure {
  return async (name, place) => {
    const path = `${mediaFolder(routeId, moduleId)}/${name}`;
    const bytes = files.read(path);
    if (!bytes) {
      sink.report(
        'figure-missing',
        place,
        `De afbeelding ${path} is er niet. Zet het bestand daar neer of verbeter de naam`,
      );
      return undefined;
    }
    const size = readFigureSize(name, bytes);
    if (!size) {
      sink.report(
        'figure-unreadable',
        place,
        `De afbeelding ${path} heeft geen leesbare maten. Gebruik een SVG of PNG met breedte en hoogte`,
      );
      return undefined;
    }
    const dot = name.lastIndexOf('.');
    const hash = shortHash(await hashBytes(bytes));
    const url = `content/${routeId}/${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
    figures.set(url, bytes);
    return { url, ...size };
  };
}

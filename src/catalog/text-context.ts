/** What the readers of a module's text share while they go through one file. */
import type { Place, ProblemSink } from './content-problem.ts';
import type { MarkdownTree } from './markdown-tree.ts';
import type { AudioChoice } from './module-front-matter.ts';

/** A figure that was found: its address relative to the base path, and its own size in CSS pixels. */
export interface Figure {
  url: string;
  width: number;
  height: number;
}

/** Finds a figure beside the module's audio; reports one that is missing or cannot be read. */
export type FindFigure = (name: string, place: Place) => Promise<Figure | undefined>;

/** What the front matter says that decides how the text is checked; `undefined` when it could not be read. */
export interface TextSettings {
  audioKind: AudioChoice['kind'] | undefined;
  hasEpisode: boolean | undefined;
}

/** One reading of one text. */
export interface TextContext {
  tree: MarkdownTree;
  sink: ProblemSink;
  settings: TextSettings;
  findFigure: FindFigure;
  /** The next sentence's id: `s1`, `s2`, … */
  nextSentenceId(): string;
}

/** Counts sentences from one. */
export function createSentenceCounter(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `s${count}`;
  };
}

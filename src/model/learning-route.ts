/** What a learning route is once it has been checked: the exact shape of `catalog.json`. */
import type { AudioFile, Inline, Source } from './learning-module.ts';
import type { Bytes, Fraction } from './units.ts';

/** What the list shows of a module, and where the rest of it is. */
export interface ModuleSummary {
  id: string;
  /** Ids that this module had before; old links, notes and progress still find it. */
  aliases: string[];
  title: string;
  question: string;
  summary: string;
  /** Absent while the module has no audio. */
  audio?: AudioFile;
  /** The share of the audio that counts as finished. */
  completion: Fraction;
  /** Ids of the questions of the module's own text, in order. */
  questionIds: string[];
  /** The last question that asks for a plan, if there is one. */
  planQuestionId?: string;
  hasEpisode: boolean;
  /** Address of the module JSON, relative to the base path; its name holds its hash. */
  contentUrl: string;
  /** Addresses of figures that the text shows, relative to the base path. */
  assetUrls: string[];
  /** Size of the JSON and the figures together. */
  contentSize: Bytes;
}

/** A word of the field with its meaning in plain Dutch. */
export interface WordEntry {
  term: string;
  meaning: string;
}

/** A paragraph of the route's own page. */
export interface RouteParagraph {
  content: Inline[];
}

/** The sequence of modules with its own page. */
export interface LearningRoute {
  id: string;
  title: string;
  summary: string;
  lang: string;
  /** Two names from the checked list of strand colours. */
  colors: [StrandColor, StrandColor];
  license: string;
  /** Where a listener can report a fault ("Klopt er iets niet?"): an https or mailto address. */
  contact?: string;
  body: RouteParagraph[];
  words: WordEntry[];
  sources: Source[];
  modules: ModuleSummary[];
  withdrawn: { id: string; reason: string }[];
}

/** The colours that a route may name; each has a light and a dark value with checked contrast. */
export const STRAND_COLORS = ['sociaal', 'veiligheid'] as const;
export type StrandColor = (typeof STRAND_COLORS)[number];

/** The whole of `catalog.json`. */
export interface Catalog {
  format: 1;
  routes: LearningRoute[];
}

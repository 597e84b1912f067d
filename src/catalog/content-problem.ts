/**
 * What can be wrong with authored content: every code in one table, a problem as plain data, and
 * the line that an author reads. The messages themselves stand where the fault is found.
 */

/** Every fault that the checker knows, with what it means. Each has a broken fixture of its own. */
export const PROBLEM_CODES = {
  'not-utf8': 'the bytes of a text file are not UTF-8',
  'front-matter-missing': 'a file does not open with a block between two lines of three dashes',
  'yaml-syntax': 'the front matter is not valid YAML',
  'duplicate-key': 'a key stands twice in one block',
  'unknown-key': 'a key that the format does not have',
  'missing-key': 'a key that the format asks for is absent',
  'wrong-type': 'a value is of another type than the key asks for',
  'wrong-value': 'a value is not one of the words that the key allows',
  'empty-value': 'a text that must say something is empty',
  'unknown-format': 'the format number is not one that this version reads',
  'out-of-range': 'a number is smaller or greater than its key allows',
  'malformed-id': 'an id is not made of lowercase letters, digits and single hyphens',
  'malformed-language': 'a language tag is not a BCP 47 tag',
  'malformed-file-name': 'a file key or figure holds more than a plain file name',
  'doubled-id': 'two things that share a namespace have the same id',
  'reserved-id': 'an id is in use by the app itself',
  'id-mismatch': 'an id differs from the name of its file or folder',
  'route-file-missing': 'a folder in modules/ has no route.md',
  'module-file-missing': 'the route lists a module that has no file',
  'module-not-listed': 'a module file is not in the list of the route',
  'module-order': 'the number in a file name is not the place in the list',
  'withdrawn-listed': 'a withdrawn module is still in the list',
  'unknown-requirement': 'requires names a module that the route does not have',
  'requirement-cycle': 'modules require each other in a circle',
  'unknown-color': 'a colour that is not in the checked list',
  'unsafe-url': 'a link that is not an https or mailto address',
  'doubled-word': 'a term stands twice in the word list',
  'sources-missing': 'a module names no source',
  'audio-missing': 'a recording that a file names is not there',
  'audio-unreadable': 'a recording is not an MP3, MP4 or Ogg file that can be read',
  'transcript-missing': 'a transcript that a file names is not there',
  'figure-missing': 'a figure that the text shows is not there',
  'figure-unreadable': 'a figure is not an SVG or PNG file with a size',
  'narration-missing': 'the narration of a module has not been made',
  'narration-stale': 'the narration says something else than the text',
  'narration-malformed': 'narration.json is not what the narration tool writes',
  'peaks-malformed': 'peaks.json is not a list of numbers from 0 to 1',
  'chapter-outside-audio': 'a chapter starts after the end of the audio',
  'chapter-out-of-order': 'a chapter starts before the chapter above it',
  'question-outside-audio': 'a question comes after the end of the audio',
  'question-out-of-order': 'a question comes before the question above it',
  'vtt-syntax': 'a line of a transcript is not valid WebVTT',
  'cue-past-end': 'a cue ends after the end of the audio',
  'cue-backwards': 'a cue does not end after its start',
  'cue-out-of-order': 'a cue starts before the cue above it',
  'transcript-mismatch': 'the words of the transcript differ from those of the text',
  'raw-html': 'the text holds HTML',
  'heading-level': 'a heading of another level than two',
  'heading-without-id': 'a heading without an id',
  'text-before-heading': 'text stands above the first heading',
  'text-missing': 'a file has no text under its front matter',
  'empty-chapter': 'a heading without text under it',
  'unknown-directive': 'a directive that the format does not have',
  'malformed-directive': 'a directive that is not closed, or is written in another way than asked',
  'directive-without-id': 'a question without an id',
  'unknown-attribute': 'an attribute that a heading or directive does not have',
  'question-without-text': 'a question without words',
  'recall-without-answer': 'a recall question without a model answer',
  'misplaced-answer': 'an answer outside a recall question, or a second one',
  'doubled-plan': 'a module asks for a plan twice',
  'malformed-moment': 'a moment that is not start, end, a percentage or a time',
  'moment-missing': 'a question of the episode does not say when it comes',
  'moment-out-of-range': 'a percentage above 100',
  'moment-on-narration': 'a time or percentage in a module whose text is narrated',
  'episode-missing': 'a question belongs to an episode that the module does not have',
  'image-without-alt': 'a figure without a description in words',
  'unsupported-markdown': 'Markdown that cannot be read along or heard',
} as const;

/** The name of a fault; stable, for tests and tools. */
export type ProblemCode = keyof typeof PROBLEM_CODES;

/** A place in a text file; both count from 1, columns in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}

/** A value with where it stands. */
export interface Placed<T> {
  value: T;
  place: Place;
}

/** One fault in one file. The message is Dutch: the value, the rule, and what to do. */
export interface ContentProblem extends Place {
  code: ProblemCode;
  path: string;
  message: string;
}

/** Collects the faults of one file. */
export interface ProblemSink {
  readonly path: string;
  report(code: ProblemCode, place: Place, message: string): void;
}

/** Makes a collector that adds to a list shared by all files. */
export function createProblemSink(path: string, problems: ContentProblem[]): ProblemSink {
  return {
    path,
    report(code, place, message) {
      problems.push({ code, path, line: place.line, column: place.column, message });
    },
  };
}

/** The first character of a file, for faults that have no better place. */
export const FILE_START: Place = { line: 1, column: 1 };

/** The line that an author reads; editors and terminals make the place clickable. */
export function formatProblem(problem: ContentProblem): string {
  return `${problem.path}:${problem.line}:${problem.column} ${problem.message}`;
}

/** Puts problems in the order of reading: by file, line and column. */
export function sortProblems(problems: readonly ContentProblem[]): ContentProblem[] {
  return [...problems].sort(
    (a, b) => comparePaths(a.path, b.path) || a.line - b.line || a.column - b.column,
  );
}

/** By code unit, so that the order is the same on every machine. */
function comparePaths(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

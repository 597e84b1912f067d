/** A text file as an author wrote it: decoded, and cut into front matter and text without losing its places. */
import { FILE_START, type Place, type ProblemSink } from './content-problem.ts';
import type { SourceFiles } from './source-files.ts';

/** A Markdown file with front matter. */
export interface AuthoredFile {
  path: string;
  /** The YAML between the lines of dashes; it starts at line 2 of the file. `undefined` when absent. */
  frontMatter: string | undefined;
  /** The text under it, with an empty line for each line above, so that places are those of the file. */
  body: string;
}

/** The line of the file on which the front matter's first line stands. */
export const FRONT_MATTER_LINE = 2;

/**
 * Reads a file that is there; reports bytes that are not UTF-8 and front matter that is absent.
 *
 * @returns `undefined` when it cannot be told what is text: wrong bytes, or front matter without an end.
 */
export function readAuthoredFile(files: SourceFiles, sink: ProblemSink): AuthoredFile | undefined {
  const text = readUtf8(files.read(sink.path) ?? new Uint8Array(), sink);
  if (text === undefined) return undefined;
  const opening = /^---[ \t]*\r?\n/.exec(text);
  const closing = opening && /^---[ \t]*(?:\r?\n|$)/m.exec(text.slice(opening[0].length));
  if (!opening || !closing) {
    sink.report(
      'front-matter-missing',
      FILE_START,
      opening
        ? 'Het blok met gegevens bovenaan is niet afgesloten. Zet er een regel met drie streepjes (---) onder'
        : 'Het blok met gegevens ontbreekt. Begin het bestand met een regel met drie streepjes (---)',
    );
    return opening ? undefined : { path: sink.path, frontMatter: undefined, body: text };
  }
  const bodyStart = opening[0].length + closing.index + closing[0].length;
  const above = text.slice(0, bodyStart).split('\n').length - 1;
  return {
    path: sink.path,
    frontMatter: text.slice(opening[0].length, opening[0].length + closing.index),
    body: '\n'.repeat(above) + text.slice(bodyStart),
  };
}

/** Decodes UTF-8 without guessing; a byte order mark is dropped. Reports the first bad character. */
export function readUtf8(bytes: Uint8Array, sink: ProblemSink): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    sink.report(
      'not-utf8',
      findBadByte(bytes),
      'Dit teken is niet in UTF-8 bewaard. Bewaar het bestand opnieuw met de codering UTF-8',
    );
    return undefined;
  }
}

/** Goes line by line: in UTF-8 the newline byte is never a part of another character. */
function findBadByte(bytes: Uint8Array): Place {
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const part = bytes.subarray(start, newline < 0 ? bytes.length : newline);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(part);
    } catch {
      return { line, column: new TextDecoder().decode(part).indexOf('\uFFFD') + 1 };
    }
    start += part.length + 1;
  }
  return FILE_START;
}

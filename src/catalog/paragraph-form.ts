/** What CommonMark takes for a paragraph although its author meant something else: it would be shown as signs. */

const DIRECTIVE_LINE = /^[ \t]*:{2,}/m;
const TABLE_LINE = /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|/m;

/** Finds what a paragraph was meant to be. @param source - Its characters in the file. */
export function findLookalike(source: string): 'directive' | 'table' | undefined {
  if (DIRECTIVE_LINE.test(source)) return 'directive';
  return TABLE_LINE.test(source) ? 'table' : undefined;
}

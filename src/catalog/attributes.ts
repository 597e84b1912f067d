/** The part in braces behind a heading or a question: `{#id at="03:18"}`, each value with its place. */

import { suggestWord } from './closest-word.ts';
import type { Place, Placed, ProblemSink } from './content-problem.ts';

/** What the braces say. */
export interface Attributes {
  id: Placed<string> | undefined;
  values: Map<string, Placed<string>>;
}

const TOKEN_PATTERN =
  /#(?<id>[^\s}]*)|(?<name>[A-Za-z][\w-]*)\s*(?:=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'}]+)))?|[^\s]+/g;

/**
 * Reads the characters between two braces.
 *
 * @param place - Where the first of those characters stands.
 * @param known - The names that may stand there besides the id.
 */
export function readAttributes(
  inside: string,
  place: Place,
  known: readonly string[],
  sink: ProblemSink,
): Attributes {
  const attributes: Attributes = { id: undefined, values: new Map() };
  for (const match of inside.matchAll(TOKEN_PATTERN)) {
    const { id, name, double, single, bare } = match.groups ?? {};
    const start = place.column + match.index;
    if (id === undefined ? attributes.values.has(name ?? '') : attributes.id) {
      sink.report(
        'duplicate-key',
        { line: place.line, column: start },
        `${name ?? '#id'}: staat er twee keer. Haal er één weg`,
      );
    } else if (id !== undefined) {
      attributes.id = { value: id, place: { line: place.line, column: start + 1 } };
    } else if (name !== undefined && known.includes(name)) {
      const value = double ?? single ?? bare ?? '';
      const quote = (double ?? single) === undefined ? 0 : 1;
      const column = start + Math.max(0, match[0].length - value.length - quote);
      attributes.values.set(name, { value, place: { line: place.line, column } });
    } else {
      const shown = name ?? match[0];
      sink.report(
        'unknown-attribute',
        { line: place.line, column: start },
        `${shown}: dit kan hier niet tussen de accolades staan. ${suggestWord(shown, ['#id', ...known])}`,
      );
    }
  }
  return attributes;
}

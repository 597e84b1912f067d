/** How a directive must be written: three colons or more, braces with an id, and a line that closes it. */
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { type Attributes, readAttributes } from './attributes.ts';
import { placeOf, sourceOf } from './markdown-tree.ts';
import type { TextContext } from './text-context.ts';

/** A block of three or more colons, closed by its own line of colons. */
export function isWellFormed(
  node: ContainerDirective | LeafDirective,
  { sink, tree }: TextContext,
): node is ContainerDirective {
  const lines = sourceOf(node, tree).trimEnd().split('\n');
  if (node.type === 'leafDirective') {
    sink.report(
      'malformed-directive',
      placeOf(node),
      `${node.name}: schrijf drie dubbele punten, dan de vraag, dan een regel met :::`,
    );
    return false;
  }
  if (lines.length > 1 && /^\s*:{3,}\s*$/.test(lines.at(-1) ?? '')) return true;
  sink.report(
    'malformed-directive',
    placeOf(node),
    `${node.name}: dit blok is niet afgesloten. Zet er een regel met evenveel dubbele punten onder; het buitenste blok heeft er één meer dan het binnenste`,
  );
  return false;
}

/** Reads the braces on the opening line. @param known - The names that may stand there besides the id. */
export function readOpeningAttributes(
  node: ContainerDirective,
  known: readonly string[],
  { tree, sink }: TextContext,
): Attributes {
  const [opening = ''] = sourceOf(node, tree).split('\n');
  const start = opening.indexOf('{');
  const place = placeOf(node);
  if (start < 0) return readAttributes('', place, known, sink);
  const inside = opening.slice(start + 1, opening.lastIndexOf('}'));
  return readAttributes(
    inside,
    { line: place.line, column: place.column + start + 1 },
    known,
    sink,
  );
}

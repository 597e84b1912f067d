/** The Markdown parser, set up for module texts, and the places of what it finds. */
import type { Nodes, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import { FILE_START, type Place } from './content-problem.ts';

/** A parsed text with the characters it was parsed from. */
export interface MarkdownTree {
  root: Root;
  source: string;
}

/**
 * Parses CommonMark with directives that stand on lines of their own.
 *
 * @remarks Directives inside a line are left out: with them "10:30" would become one.
 * @see https://github.com/micromark/micromark-extension-directive
 */
export function parseMarkdown(source: string): MarkdownTree {
  const { flow } = directive();
  const root = fromMarkdown(source, {
    extensions: flow ? [{ flow }] : [],
    mdastExtensions: [directiveFromMarkdown()],
  });
  return { root, source };
}

/** Where a node starts. */
export function placeOf(node: Nodes): Place {
  const start = node.position?.start;
  return start ? { line: start.line, column: start.column } : FILE_START;
}

/** The characters that a node was parsed from. */
export function sourceOf(node: Nodes, { source }: MarkdownTree): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** The text of the route's own page: paragraphs, and nothing else. */
import type { RouteParagraph } from '../model/learning-route.ts';
import { FILE_START, type ProblemSink } from './content-problem.ts';
import { readInline } from './inline-content.ts';
import { parseMarkdown, placeOf, sourceOf } from './markdown-tree.ts';
import { findLookalike } from './paragraph-form.ts';

/** Reads the text; what is no paragraph is reported and left out. */
export function readRouteText(body: string, sink: ProblemSink): RouteParagraph[] {
  const tree = parseMarkdown(body);
  const { root } = tree;
  if (root.children.length === 0) {
    sink.report(
      'text-missing',
      FILE_START,
      'Dit bestand heeft geen tekst. Schrijf die onder de tweede regel met streepjes',
    );
  }
  return root.children.flatMap((node): RouteParagraph[] => {
    if (node.type === 'paragraph' && !findLookalike(sourceOf(node, tree))) {
      return [{ content: readInline(node.children, sink) }];
    }
    if (node.type === 'html') {
      sink.report(
        'raw-html',
        placeOf(node),
        'HTML kan hier niet, ook geen commentaar. Gebruik gewone tekst',
      );
    } else {
      sink.report(
        'unsupported-markdown',
        placeOf(node),
        'Op de pagina van de route kunnen alleen alinea’s staan. Maak er gewone zinnen van',
      );
    }
    return [];
  });
}

/** The words inside a paragraph: plain text, emphasis and safe links; everything else is reported. */
import type { PhrasingContent } from 'mdast';
import type { Inline } from '../model/learning-module.ts';
import type { ProblemSink } from './content-problem.ts';
import { placeOf } from './markdown-tree.ts';
import { isWebAddress } from './web-address.ts';

/** What each kind of Markdown that cannot be heard is called in a message. */
const UNSUPPORTED_NAMES: Record<string, string> = {
  inlineCode: 'Code tussen accenten grave',
  break: 'Een harde regelovergang',
  delete: 'Doorgestreepte tekst',
  image: 'Een afbeelding midden in een zin',
  imageReference: 'Een afbeelding midden in een zin',
  linkReference: 'Een link die naar een andere regel verwijst',
  footnoteReference: 'Een voetnoot',
};

/** Reads phrasing content; runs of white space become one space. */
export function readInline(nodes: readonly PhrasingContent[], sink: ProblemSink): Inline[] {
  reportHtml(nodes, sink);
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        reportLookalikes(node.value, node, sink);
        return [{ kind: 'text', text: collapse(node.value) }];
      case 'emphasis':
      case 'strong':
        return [{ kind: node.type, text: readPlain(node.children, sink) }];
      case 'link': {
        const text = readPlain(node.children, sink);
        if (isWebAddress(node.url)) return [{ kind: 'link', text, url: node.url }];
        sink.report(
          'unsafe-url',
          placeOf(node),
          `“${node.url}” kan geen link zijn. Gebruik een adres dat begint met https:// of mailto:`,
        );
        return [{ kind: 'text', text }];
      }
      case 'html':
        return [];
      default:
        reportUnsupported(node, sink);
        return [];
    }
  });
}

/** Reads words that may not hold emphasis or links of their own. */
export function readPlain(nodes: readonly PhrasingContent[], sink: ProblemSink): string {
  const parts = readInline(nodes, sink);
  const styled = nodes.find(
    ({ type }) => type === 'emphasis' || type === 'strong' || type === 'link',
  );
  if (styled) {
    sink.report(
      'unsupported-markdown',
      placeOf(styled),
      'Nadruk of een link kan hier niet. Schrijf op deze plek gewone woorden',
    );
  }
  return parts.map(({ text }) => text).join('');
}

/** Reports HTML once per paragraph: an opening and a closing tag are one fault. */
function reportHtml(nodes: readonly PhrasingContent[], sink: ProblemSink): void {
  const html = nodes.find(({ type }) => type === 'html');
  if (html?.type !== 'html') return;
  sink.report(
    'raw-html',
    placeOf(html),
    `HTML kan hier niet: ${html.value}. Gebruik Markdown of gewone tekst`,
  );
}

function reportUnsupported(node: PhrasingContent, sink: ProblemSink): void {
  const name = UNSUPPORTED_NAMES[node.type] ?? `Markdown van de soort ${node.type}`;
  sink.report(
    'unsupported-markdown',
    placeOf(node),
    `${name} kan hier niet. Schrijf het als gewone zin`,
  );
}

/** Markdown of other dialects is plain text to CommonMark; it would be read out as signs. */
function reportLookalikes(text: string, node: PhrasingContent, sink: ProblemSink): void {
  const found = /\[\^[^\]\s]+\]|~~\S/.exec(text);
  if (!found) return;
  const name = found[0].startsWith('[') ? 'Een voetnoot' : 'Doorgestreepte tekst';
  const before = text.slice(0, found.index).split('\n');
  const start = placeOf(node);
  const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? start.column : 1);
  sink.report(
    'unsupported-markdown',
    { line: start.line + before.length - 1, column },
    `${name} kan hier niet. Schrijf het als gewone zin`,
  );
}

function collapse(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ');
}

/** The parts of a chapter that are read: paragraphs, lists and figures. */
import type { BlockContent, DefinitionContent, Image, List, Paragraph } from 'mdast';
import type { Block, Sentence } from '../model/learning-module.ts';
import { fileNameRule, isFileName } from './file-name.ts';
import { readInline } from './inline-content.ts';
import { placeOf, sourceOf } from './markdown-tree.ts';
import { findLookalike } from './paragraph-form.ts';
import { splitSentences } from './split-sentences.ts';
import type { TextContext } from './text-context.ts';

/** What each kind of Markdown that cannot be read along is called in a message. */
const UNSUPPORTED_NAMES: Record<string, string> = {
  blockquote: 'Een citaatblok',
  code: 'Een blok code',
  definition: 'Een regel waar links naar verwijzen',
  thematicBreak: 'Een streep',
  table: 'Een tabel',
  footnoteDefinition: 'Een voetnoot',
};

/** Reads one block; `undefined` for what cannot be read along, which was reported. */
export async function readBlock(
  node: BlockContent | DefinitionContent,
  context: TextContext,
): Promise<Block | undefined> {
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node, context);
    case 'list':
      return readList(node, context);
    case 'html':
      context.sink.report(
        'raw-html',
        placeOf(node),
        'HTML kan hier niet, ook geen commentaar. Gebruik Markdown of gewone tekst',
      );
      return undefined;
    default:
      reportUnsupported(
        node,
        UNSUPPORTED_NAMES[node.type] ?? `Markdown van de soort ${node.type}`,
        context,
      );
      return undefined;
  }
}

async function readParagraph(node: Paragraph, context: TextContext): Promise<Block | undefined> {
  const [only, ...others] = node.children;
  if (only?.type === 'image' && others.length === 0) return readFigure(only, context);
  const source = sourceOf(node, context.tree);
  const lookalike = findLookalike(source);
  if (lookalike === 'directive') {
    const rule = /^[\s:]*$/.test(source)
      ? 'Deze dubbele punten sluiten niets af. Haal ze weg, of geef het buitenste blok er één meer dan het binnenste'
      : 'Deze regels met dubbele punten kloppen niet. Schrijf :::reflect{#id} zonder spatie, dan de vraag, dan een regel met :::';
    context.sink.report('malformed-directive', placeOf(node), rule);
    return undefined;
  }
  if (lookalike === 'table') {
    reportUnsupported(node, 'Een tabel', context);
    return undefined;
  }
  return { kind: 'paragraph', sentences: readSentences(node, context) };
}

function readSentences(node: Paragraph, context: TextContext): Sentence[] {
  return splitSentences(readInline(node.children, context.sink)).map((content) => ({
    id: context.nextSentenceId(),
    content,
  }));
}

function readList(node: List, context: TextContext): Block {
  const items = node.children.map((item): Sentence[] =>
    item.children.flatMap((child): Sentence[] => {
      if (child.type === 'paragraph') return readSentences(child, context);
      reportUnsupported(child, 'Iets anders dan gewone zinnen in een lijst', context);
      return [];
    }),
  );
  return { kind: 'list', ordered: node.ordered === true, items };
}

async function readFigure(node: Image, context: TextContext): Promise<Block | undefined> {
  const alt = (node.alt ?? '').trim();
  if (alt === '') {
    context.sink.report(
      'image-without-alt',
      placeOf(node),
      `De afbeelding ${node.url} heeft geen beschrijving. Zet die tussen de blokhaken: ![beschrijving](${node.url})`,
    );
  }
  if (!isFileName(node.url)) {
    context.sink.report('malformed-file-name', placeOf(node), fileNameRule(node.url));
    return undefined;
  }
  const figure = await context.findFigure(node.url, placeOf(node));
  if (!figure) return undefined;
  return { kind: 'figure', ...figure, alt, ...(node.title ? { caption: node.title } : {}) };
}

function reportUnsupported(
  node: BlockContent | DefinitionContent,
  name: string,
  { sink }: TextContext,
): void {
  sink.report(
    'unsupported-markdown',
    placeOf(node),
    `${name} kan hier niet. Gebruik alinea’s, lijsten en vragen`,
  );
}

/** The text of a module file: its chapters with their blocks, and its questions. Times come later. */
import type { Root } from 'mdast';
import type { Block } from '../model/learning-module.ts';
import { readBlock } from './chapter-block.ts';
import { type AuthoredChapter, readHeading } from './chapter-heading.ts';
import { FILE_START } from './content-problem.ts';
import { placeOf } from './markdown-tree.ts';
import { type AuthoredQuestion, readQuestion } from './question-directive.ts';
import type { TextContext } from './text-context.ts';

/** A text that was read: in the order of reading, with questions at `start` and `end` moved there. */
export interface ModuleText {
  chapters: AuthoredChapter[];
  questions: AuthoredQuestion[];
  /** Questions that are spoken right after the title. */
  openingIds: Set<string>;
}

/** A chapter while it is read. */
interface OpenChapter extends AuthoredChapter {
  /** Anything at all stands under it, faulty or not. */
  hasContent: boolean;
}

/** Reads the text of a module; all faults are reported, and what is good is kept. */
export async function readModuleText(context: TextContext): Promise<ModuleText> {
  const { root } = context.tree;
  const { sink } = context;
  const chapters: OpenChapter[] = [];
  const questions: AuthoredQuestion[] = [];
  const opening: Block[] = [];
  const closing: Block[] = [];
  let isAboveHeading = false;
  for (const node of root.children) {
    const current = chapters.at(-1);
    if (node.type === 'heading') {
      chapters.push({ ...readHeading(node, context), hasContent: false });
      continue;
    }
    if (current) current.hasContent = true;
    else if (!isAboveHeading) {
      isAboveHeading = true;
      sink.report(
        'text-before-heading',
        placeOf(node),
        'Hier staat tekst boven de eerste kop. Zet er een kop boven, zoals ## Begin {#begin}',
      );
    }
    if (node.type === 'containerDirective' || node.type === 'leafDirective') {
      const authored = await readQuestion(node, context);
      if (!authored) continue;
      questions.push(authored);
      if (authored.question.on === 'episode') continue;
      const block: Block = { kind: 'question', questionId: authored.question.id };
      if (authored.moment?.kind === 'start') opening.push(block);
      else if (authored.moment?.kind === 'end') closing.push(block);
      else current?.chapter.blocks.push(block);
    } else {
      const block = await readBlock(node as Parameters<typeof readBlock>[0], context);
      if (block) current?.chapter.blocks.push(block);
    }
  }
  reportEmpty(chapters, root, context);
  reportDoubled(chapters, questions, context);
  chapters[0]?.chapter.blocks.unshift(...opening);
  chapters.at(-1)?.chapter.blocks.push(...closing);
  return {
    chapters: chapters.map(({ hasContent: _, ...authored }) => authored),
    questions: inReadingOrder(questions),
    openingIds: new Set(
      opening.flatMap((block) => (block.kind === 'question' ? [block.questionId] : [])),
    ),
  };
}

/** Questions at `start` first, those at `end` last, the others where they stand. */
function inReadingOrder(questions: readonly AuthoredQuestion[]): AuthoredQuestion[] {
  const rank = ({ moment }: AuthoredQuestion): number => {
    if (moment?.kind === 'start') return 0;
    return moment?.kind === 'end' ? 2 : 1;
  };
  return [...questions].sort((a, b) => rank(a) - rank(b));
}

function reportEmpty(chapters: readonly OpenChapter[], root: Root, { sink }: TextContext): void {
  if (root.children.length === 0) {
    sink.report(
      'text-missing',
      FILE_START,
      'Dit bestand heeft geen tekst. Schrijf die onder de tweede regel met streepjes',
    );
  }
  for (const { chapter, place, hasContent } of chapters) {
    if (hasContent) continue;
    sink.report(
      'empty-chapter',
      place,
      `Onder de kop “${chapter.title}” staat niets. Schrijf er tekst of haal de kop weg`,
    );
  }
}

function reportDoubled(
  chapters: readonly AuthoredChapter[],
  questions: readonly AuthoredQuestion[],
  { sink }: TextContext,
): void {
  const questionIds = new Set<string>();
  let hasPlan = false;
  for (const { question, place, idPlace } of questions) {
    if (questionIds.has(question.id)) {
      const rule = `“${question.id}” is al de id van een vraag in deze module. Kies een andere`;
      sink.report('doubled-id', idPlace, rule);
    }
    questionIds.add(question.id);
    if (question.kind !== 'plan') continue;
    if (hasPlan) {
      sink.report(
        'doubled-plan',
        place,
        'plan: deze module vraagt al om een plan. Maak er één van',
      );
    }
    hasPlan = true;
  }
  // Headings and questions share the page: a question's place is named vraag-<id>.
  const taken = new Set([...questionIds].map((id) => `vraag-${id}`));
  for (const { chapter, idPlace } of chapters) {
    if (chapter.id === '') continue;
    if (taken.has(chapter.id)) {
      const rule = `“${chapter.id}” is al een plek in deze module. Kies een andere id`;
      sink.report('doubled-id', idPlace, rule);
    }
    taken.add(chapter.id);
  }
}

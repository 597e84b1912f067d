/** The text of a module file: its chapters with their blocks, and its questions. Times come later. */
import type { Heading, Root } from 'mdast';
import type { Block, Chapter } from '../model/learning-module.ts';
import type { Seconds } from '../model/units.ts';
import { readAttributes } from './attributes.ts';
import { readBlock } from './chapter-block.ts';
import { FILE_START, type Place } from './content-problem.ts';
import { idRule, isId } from './file-name.ts';
import { readPlain } from './inline-content.ts';
import { placeOf, sourceOf } from './markdown-tree.ts';
import { readMoment } from './moment.ts';
import { type AuthoredQuestion, readQuestion } from './question-directive.ts';
import type { TextContext } from './text-context.ts';

/** A chapter with what only the checker needs: where its heading stands, and the time its author gave. */
export interface AuthoredChapter {
  chapter: Chapter;
  place: Place;
  /** Where its id stands. */
  idPlace: Place;
  /** Where `at` stands; the heading's own place without it. */
  momentPlace: Place;
  startTime: Seconds | undefined;
}

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
      chapters.push(readHeading(node, context));
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

function readHeading(node: Heading, context: TextContext): OpenChapter {
  const { sink, tree } = context;
  const place = placeOf(node);
  if (node.depth !== 2) {
    const signs = '#'.repeat(node.depth);
    sink.report(
      'heading-level',
      place,
      `${signs}: een kop heeft hier altijd twee hekjes. Gebruik ##`,
    );
  }
  const source = sourceOf(node, tree).split('\n')[0] ?? '';
  const braces = /\{([^{}]*)\}[ \t]*$/.exec(source);
  const attributes =
    braces &&
    readAttributes(
      braces[1] ?? '',
      { line: place.line, column: place.column + braces.index + 1 },
      ['at'],
      sink,
    );
  const title = readPlain(node.children, sink)
    .replace(/\s*\{[^{}]*\}\s*$/, '')
    .trim();
  const id = attributes?.id;
  if (!id || id.value === '') {
    sink.report(
      'heading-without-id',
      place,
      `Deze kop heeft geen id. Schrijf bijvoorbeeld ## ${title || 'Begin'} {#mijn-kop}`,
    );
  } else if (!isId(id.value)) {
    sink.report('malformed-id', id.place, idRule(id.value));
  } else if (id.value.startsWith('vraag-')) {
    sink.report(
      'reserved-id',
      id.place,
      `“${id.value}” begint met vraag-, en dat gebruikt de app zelf. Kies een andere id`,
    );
  }
  if (title === '')
    sink.report(
      'empty-value',
      place,
      'Deze kop heeft geen woorden. Schrijf een titel tussen ## en {#id}',
    );
  const at = attributes?.values.get('at');
  return {
    chapter: { id: id?.value ?? '', title, blocks: [] },
    place,
    idPlace: id?.place ?? place,
    momentPlace: at?.place ?? place,
    startTime: at && readHeadingTime(at, context),
    hasContent: false,
  };
}

function readHeadingTime(
  at: Parameters<typeof readMoment>[0],
  { sink, settings }: TextContext,
): Seconds | undefined {
  const moment = readMoment(at, sink);
  if (!moment) return undefined;
  if (moment.kind !== 'time') {
    sink.report(
      'malformed-moment',
      at.place,
      `at: bij een kop kan alleen een tijd staan, zoals 03:18`,
    );
    return undefined;
  }
  if (settings.audioKind === 'narration') {
    sink.report(
      'moment-on-narration',
      at.place,
      'at: deze tekst wordt voorgelezen door de computer, die de tijd zelf weet. Haal at weg',
    );
  }
  return moment.time;
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
  const chapterIds = new Set<string>();
  for (const { chapter, idPlace } of chapters) {
    if (chapter.id !== '' && chapterIds.has(chapter.id)) {
      sink.report(
        'doubled-id',
        idPlace,
        `“${chapter.id}” is al de id van een kop in deze module. Kies een andere`,
      );
    }
    chapterIds.add(chapter.id);
  }
  const questionIds = new Set<string>();
  let hasPlan = false;
  for (const { question, place, idPlace } of questions) {
    if (questionIds.has(question.id)) {
      sink.report(
        'doubled-id',
        idPlace,
        `“${question.id}” is al de id van een vraag in deze module. Kies een andere`,
      );
    }
    questionIds.add(question.id);
    if (question.kind !== 'plan') continue;
    if (hasPlan)
      sink.report(
        'doubled-plan',
        place,
        'plan: deze module vraagt al om een plan. Maak er één van',
      );
    hasPlan = true;
  }
}

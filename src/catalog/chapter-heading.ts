/** The headings of a text: each opens a chapter, with an id and for recordings a time. */
import type { Heading } from 'mdast';
import type { Chapter } from '../model/learning-module.ts';
import type { Seconds } from '../model/units.ts';
import { readAttributes } from './attributes.ts';
import type { Place } from './content-problem.ts';
import { idRule, isId } from './file-name.ts';
import { readPlain } from './inline-content.ts';
import { placeOf, sourceOf } from './markdown-tree.ts';
import { readMoment } from './moment.ts';
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

/** Reads a heading of the text. A faulty one still opens a chapter, so that what follows is read as it was meant. */
export function readHeading(node: Heading, context: TextContext): AuthoredChapter {
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
  }
  if (title === '') {
    sink.report(
      'empty-value',
      place,
      'Deze kop heeft geen woorden. Schrijf een titel tussen ## en {#id}',
    );
  }
  const at = attributes?.values.get('at');
  return {
    chapter: { id: id?.value ?? '', title, blocks: [] },
    place,
    idPlace: id?.place ?? place,
    momentPlace: at?.place ?? place,
    startTime: at && readHeadingTime(at, context),
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
      'at: bij een kop kan alleen een tijd staan. Schrijf die bijvoorbeeld als 03:18',
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

/** What the search is told of a note and of a text. */
import type { LearningModule } from '../../model/learning-module.ts';
import type { NoteWithText } from '../../model/note.ts';
import { groupOf } from '../../model/note-filter.ts';
import type { SearchDocument } from '../../model/search.ts';
import { moduleSentences, plainText } from '../../model/timeline.ts';
import type { Seconds } from '../../model/units.ts';

/** Where a text of a route stands. */
export interface TextPlace {
  routeId: string;
  /** On whose page it is. */
  moduleId: string;
  text: string;
  /** What it is; absent for a sentence of the module itself. */
  part?: 'title' | 'question' | 'chapter' | 'figure' | 'episode';
  questionId?: string;
  /** In the sound of the module or of its episode; absent where there is none. */
  time?: Seconds;
}

/** A note as it is found. */
export function noteDocument({ note, text, updatedAt }: NoteWithText): SearchDocument {
  return {
    id: note.id,
    source: 'note',
    text,
    about: note.anchor.sentence ?? '',
    moduleId: note.moduleId,
    group: groupOf(note),
    updatedAt,
  };
}

/** The document of a question: see {@link textDocuments}. */
export function questionDocumentId(routeId: string, moduleId: string, questionId: string): string {
  return `${routeId}/${moduleId}/vraag:${questionId}`;
}

/** The title, the questions and all that stands in the chapters of a module. @param places - Gets the place of each, by the id of its document. */
export function textDocuments(
  module: LearningModule,
  places: Map<string, TextPlace>,
): SearchDocument[] {
  const { id: moduleId, routeId } = module;
  const add = (id: string, place: TextPlace, about: string): SearchDocument => {
    places.set(id, place);
    return { id, source: 'text', text: place.text, about, moduleId };
  };
  const own = { routeId, moduleId };
  return [
    add(
      `${routeId}/${moduleId}/titel:`,
      { ...own, text: module.title, part: 'title' },
      module.question,
    ),
    ...module.questions.map(({ id, text }) =>
      add(
        questionDocumentId(routeId, moduleId, id),
        { ...own, text, part: 'question', questionId: id },
        '',
      ),
    ),
    ...chapterDocuments(module, `${routeId}/${moduleId}/`, own, places),
  ];
}

/**
 * The headings, the captions and the sentences.
 *
 * @param prefix - Of the ids of the documents. @param place - Where all of them are.
 */
export function chapterDocuments(
  module: LearningModule,
  prefix: string,
  place: Pick<TextPlace, 'routeId' | 'moduleId' | 'part'>,
  places: Map<string, TextPlace>,
): SearchDocument[] {
  const add = (
    name: string,
    text: string,
    time: Seconds | undefined,
    part?: TextPlace['part'],
  ): SearchDocument => {
    const id = `${prefix}${name}`;
    places.set(id, {
      ...(part === undefined ? {} : { part }),
      ...place,
      text,
      ...(time === undefined ? {} : { time }),
    });
    return { id, source: 'text', text, about: '', moduleId: place.moduleId };
  };
  const headings = module.chapters.flatMap(({ id, title, startTime, blocks }) => [
    add(`hoofdstuk:${id}`, title, startTime, 'chapter'),
    ...blocks.flatMap((block, index) =>
      block.kind === 'figure' && block.caption !== undefined
        ? [add(`beeld:${id}:${index}`, block.caption, startTime, 'figure')]
        : [],
    ),
  ]);
  const sentences = moduleSentences(module).map((sentence) =>
    add(sentence.id, plainText(sentence), sentence.startTime),
  );
  return [...headings, ...sentences];
}

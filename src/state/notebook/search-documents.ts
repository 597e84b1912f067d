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
  part?: 'title' | 'question' | 'episode';
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

/** The title, the questions and the sentences of a module. @param places - Gets the place of each, by the id of its document. */
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
    ...sentenceDocuments(module, `${routeId}/${moduleId}/`, own, places),
  ];
}

/** @param prefix - Of the ids of the documents. @param place - Where all of them are. */
export function sentenceDocuments(
  module: LearningModule,
  prefix: string,
  place: Pick<TextPlace, 'routeId' | 'moduleId' | 'part'>,
  places: Map<string, TextPlace>,
): SearchDocument[] {
  return moduleSentences(module).map((sentence) => {
    const id = `${prefix}${sentence.id}`;
    const text = plainText(sentence);
    const { startTime: time } = sentence;
    places.set(id, { ...place, text, ...(time === undefined ? {} : { time }) });
    return { id, source: 'text', text, about: '', moduleId: place.moduleId };
  });
}

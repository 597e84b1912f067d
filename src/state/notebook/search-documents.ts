/** What the search is told of a note and of a text. */
import type { LearningModule } from '../../model/learning-module.ts';
import type { NoteWithText } from '../../model/note.ts';
import { groupOf } from '../../model/note-filter.ts';
import type { SearchDocument } from '../../model/search.ts';
import { moduleSentences, plainText } from '../../model/timeline.ts';
import type { Seconds } from '../../model/units.ts';

/** Where a sentence of a module stands. */
export interface TextPlace {
  routeId: string;
  moduleId: string;
  text: string;
  /** Absent in a module without sound. */
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

/** The sentences of a module. @param places - Gets the place of each, by the id of its document. */
export function textDocuments(
  module: LearningModule,
  places: Map<string, TextPlace>,
): SearchDocument[] {
  const { id: moduleId, routeId } = module;
  return moduleSentences(module).map((sentence) => {
    const id = `${routeId}/${moduleId}/${sentence.id}`;
    const text = plainText(sentence);
    const { startTime: time } = sentence;
    places.set(id, { routeId, moduleId, text, ...(time === undefined ? {} : { time }) });
    return { id, source: 'text', text, about: '', moduleId };
  });
}

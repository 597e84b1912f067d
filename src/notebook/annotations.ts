/**
 * Notes in the standard form of the web, one JSON object a line, for other programs.
 *
 * @see https://www.w3.org/TR/annotation-model/
 */
import type { NoteWithText } from '../model/note.ts';
import { type WorkbookEntry, type WorkbookPart, withNotes } from '../model/workbook.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const MEDIA_FRAGMENTS = 'http://www.w3.org/TR/media-frags/';

/** @param appUrl - The address of the app with a slash at its end. */
export function annotationLines(parts: readonly WorkbookPart[], appUrl: string): string {
  const lines = withNotes(parts).flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry.notes.map((note) => `${JSON.stringify(annotationOf(note, entry, appUrl))}\n`),
    ),
  );
  return lines.join('');
}

function annotationOf(note: NoteWithText, entry: WorkbookEntry, appUrl: string): object {
  const { id, kind, createdAt, anchor, routeId, moduleId } = note.note;
  const time = anchor.time ?? entry.time;
  const quote = entry.heard ?? entry.question;
  const selectors = [
    ...(time === undefined
      ? []
      : [{ type: 'FragmentSelector', conformsTo: MEDIA_FRAGMENTS, value: `t=${time}` }]),
    ...(quote === undefined ? [] : [{ type: 'TextQuoteSelector', exact: quote }]),
  ];
  return {
    '@context': CONTEXT,
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: kind === 'mark' ? 'bookmarking' : entry.question ? 'replying' : 'commenting',
    created: new Date(createdAt).toISOString(),
    modified: new Date(note.updatedAt).toISOString(),
    ...(note.text === ''
      ? {}
      : { body: { type: 'TextualBody', value: note.text, format: 'text/plain', language: 'nl' } }),
    target: {
      source: `${appUrl}${routeId}/${moduleId}/`,
      ...(selectors.length === 0 ? {} : { selector: selectors }),
    },
  };
}

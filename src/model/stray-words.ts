/**
 * Words of which the envelope is gone: a browser can clear what is stored in the middle of writing. They stay
 * to be seen, as a note that belongs nowhere.
 */
import { type Draft, groupByNote, type Note, type Revision } from './note.ts';

/** In the place of a route and a module; no id of an author can be this, and none comes before it. */
const NO_PLACE = '-';

/** What stands in the place of a title; the same on the screen, on paper and in a file. */
export const NO_PLACE_TITLE = 'Zonder plaats in de route';

/** Whether it is known where a note belongs. */
export function hasPlace({ moduleId }: Pick<Note, 'moduleId'>): boolean {
  return moduleId !== NO_PLACE;
}

/**
 * Envelopes for words that have none, from what the words themselves tell.
 *
 * @param isKnown - Whether there is an envelope, be it one that cannot be read.
 */
export function strayNotes(
  revisions: Iterable<Revision>,
  drafts: Iterable<Draft>,
  isKnown: (noteId: string) => boolean,
): Note[] {
  const versions = groupByNote(revisions);
  const typed = groupByNote(drafts);
  const ids = new Set([...versions.keys(), ...typed.keys()]);
  return [...ids]
    .filter((id) => !isKnown(id))
    .map((id) => strayNote(id, versions.get(id) ?? [], typed.get(id) ?? []));
}

function strayNote(id: string, versions: readonly Revision[], typed: readonly Draft[]): Note {
  const moments = [
    ...versions.map(({ createdAt }) => createdAt),
    ...typed.map(({ updatedAt }) => updatedAt),
  ];
  const isPlan = [...versions, ...typed].some(({ fields }) => fields !== undefined);
  return {
    id,
    kind: isPlan ? 'plan' : 'free',
    routeId: NO_PLACE,
    moduleId: NO_PLACE,
    anchor: {},
    createdAt: Math.min(...moments),
  };
}

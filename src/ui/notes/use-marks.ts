/** The marked moments for a page that lists them, in the order of their seconds. */
import type { NoteWithText } from '../../model/note.ts';
import { useApp } from '../frame/app-context.ts';

/** Empty until the code and the records are there. */
export function useMarks(): readonly NoteWithText[] {
  const marks = useApp().tools.value?.marks;
  return (marks?.all.value ?? []).toSorted(
    (a, b) => (a.note.anchor.time ?? 0) - (b.note.anchor.time ?? 0),
  );
}

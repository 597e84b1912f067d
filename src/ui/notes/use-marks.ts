/** The marked moments for a page that lists them; read from the storage when the page is opened. */
import { useEffect } from 'preact/hooks';
import type { NoteWithText } from '../../model/note.ts';
import { useApp } from '../frame/app-context.ts';

/** In the order of their seconds; empty until the code and the records are there. */
export function useMarks(): readonly NoteWithText[] {
  const marks = useApp().tools.value?.marks;
  useEffect(() => {
    void marks?.load();
  }, [marks]);
  return (marks?.all.value ?? []).toSorted(
    (a, b) => (a.note.anchor.time ?? 0) - (b.note.anchor.time ?? 0),
  );
}

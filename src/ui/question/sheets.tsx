/** The sheet that is open, if one is: of a question, or of a note without one. It is always there, so it minds the focus too. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../frame/app-context.ts';
import { NoteSheet } from '../notes/note-sheet.tsx';
import { keepFocus } from '../parts/keep-focus.ts';
import { QuestionSheet } from './question-sheet.tsx';

export function Sheets() {
  const { notebook } = useApp();
  const writing = notebook.writing.value;
  useEffect(() => keepFocus(document), []);
  if (!writing) return null;
  if (notebook.opened.value) return <QuestionSheet />;
  return <NoteSheet key={writing.note.value.id} writing={writing} />;
}

/** What the person wrote at this module besides the answers, and the way to write more. */
import type { LearningModule } from '../../model/learning-module.ts';
import type { NoteWithText } from '../../model/note.ts';
import { hasContent } from '../../model/note-filter.ts';
import { useApp } from '../frame/app-context.ts';
import { AnyCard } from '../notes/any-card.tsx';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { notesStrings } from '../strings/notes.ts';
import styles from './module-notes.module.css';

interface ModuleNotesProps {
  routeId: string;
  module: LearningModule;
}

export function ModuleNotes({ routeId, module }: ModuleNotesProps) {
  const { notebook } = useApp();
  const notes = [...notebook.notes.value.values()].filter(
    (entry) =>
      entry.note.routeId === routeId &&
      entry.note.moduleId === module.id &&
      entry.note.anchor.questionId === undefined &&
      hasContent(entry),
  );
  return (
    <section class={styles.root} aria-labelledby="notities-hier">
      <h2 id="notities-hier" class={styles.title}>
        {notesStrings.atModule}
      </h2>
      <p class={styles.hint}>{notesStrings.atModuleHint}</p>
      {notes.length === 0 ? null : (
        <ul class={styles.list}>
          {notes.toSorted(byTime).map((note) => (
            <AnyCard key={note.note.id} note={note} />
          ))}
        </ul>
      )}
      <button
        type="button"
        class={styles.write}
        onClick={() =>
          notebook.openNote(notebook.newNote({ routeId, moduleId: module.id, anchor: {} }))
        }
      >
        <Icon shape={icons.notes} small />
        {notesStrings.write}
      </button>
    </section>
  );
}

/** Those about the whole module come after those at a second. */
function byTime(one: NoteWithText, other: NoteWithText): number {
  const last = Number.MAX_VALUE;
  return (one.note.anchor.time ?? last) - (other.note.anchor.time ?? last);
}

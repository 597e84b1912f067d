/** All notes: how safe they are, what was planned, the way to find one, and the notes themselves. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { NoteWithText } from '../../model/note.ts';
import { hasContent, isPlan } from '../../model/note-filter.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { findStrings } from '../strings/find.ts';
import { strings } from '../strings/first-view.ts';
import { notesStrings } from '../strings/notes.ts';
import { questionStrings } from '../strings/question.ts';
import { FindNotes } from './find-notes.tsx';
import { BinBar, DeletedNotes } from './notes-bin.tsx';
import styles from './notes-page.module.css';
import { OpenQuestions } from './open-questions.tsx';
import { PlanCard } from './plan-card.tsx';
import { SafetyLine } from './safety-line.tsx';

export function NotesPage() {
  const { content, notebook, device } = useApp();
  const route = content.homeRoute.value;
  const stored = notebook.notes.value;
  const notes = useMemo(() => [...stored.values()].filter(hasContent), [stored]);
  const setAside = notebook.setAside.value;
  const isNarrow = useSignal(false);
  return (
    <article class={styles.root}>
      <header class={styles.head}>
        <h1 class={pageStyles.title} tabIndex={-1}>
          {strings.titles.notes}
        </h1>
        {device.isKept.value ? null : <p class={pageStyles.message}>{questionStrings.memory}</p>}
        {setAside === 0 ? null : (
          <p class={pageStyles.message}>{notesStrings.setAside(setAside)}</p>
        )}
        <SafetyLine />
      </header>
      {isNarrow.value ? null : (
        <aside class={styles.side}>
          <Plans notes={notes} />
          <OpenQuestions />
        </aside>
      )}
      <div class={styles.main}>
        {route ? (
          <FindNotes
            route={route}
            notes={notes}
            onNarrow={(value) => {
              isNarrow.value = value;
            }}
          />
        ) : null}
        <DeletedNotes />
      </div>
      <BinBar />
    </article>
  );
}

/** The plans, the one that comes back first on top. */
function Plans({ notes }: { notes: readonly NoteWithText[] }) {
  const plans = notes.filter(isPlan);
  if (plans.length === 0) return null;
  return (
    <section class={styles.plans} aria-labelledby="mijn-voornemens">
      <h2 id="mijn-voornemens" class={styles.label}>
        {findStrings.plans}
      </h2>
      <ul class={styles.list}>
        {plans.map((note) => (
          <PlanCard key={note.note.id} note={note} />
        ))}
      </ul>
    </section>
  );
}

/** All notes: how safe they are, and the ways to find one. */
import { useEffect, useMemo } from 'preact/hooks';
import { hasContent } from '../../model/note-filter.ts';
import { SetAsidePart } from '../backup/set-aside-part.tsx';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { prepareDays } from '../parts/format-day.ts';
import { strings } from '../strings/first-view.ts';
import { FindNotes } from './find-notes.tsx';
import { NotKeptPart } from './not-kept-part.tsx';
import { NotesActions } from './notes-actions.tsx';
import { BinBar, DeletedNotes } from './notes-bin.tsx';
import styles from './notes-page.module.css';
import { SafetyLine } from './safety-line.tsx';

export function NotesPage() {
  const { content, notebook, device } = useApp();
  // The days of the notes come with all of their list at once.
  useEffect(prepareDays, []);
  const route = content.homeRoute.value;
  const stored = notebook.notes.value;
  const notes = useMemo(() => [...stored.values()].filter(hasContent), [stored]);
  const setAside = notebook.setAside.value;
  return (
    <article class={styles.root}>
      <header class={styles.head}>
        <h1 class={pageStyles.title} tabIndex={-1}>
          {strings.titles.notes}
        </h1>
        {setAside === 0 ? null : <SetAsidePart count={setAside} />}
        {device.isKept.value ? <SafetyLine /> : <NotKeptPart hasNotes={notes.length > 0} />}
        <NotesActions />
      </header>
      {route ? <FindNotes route={route} notes={notes} /> : null}
      <div class={styles.foot}>
        <DeletedNotes />
        <BinBar />
      </div>
    </article>
  );
}

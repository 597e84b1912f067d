/** The answers given so far, by module in the order of the route. */
import type { LearningRoute, ModuleSummary } from '../../model/learning-route.ts';
import type { NoteWithText } from '../../model/note.ts';
import { SetAsidePart } from '../backup/set-aside-part.tsx';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { Link } from '../parts/link.tsx';
import { strings } from '../strings/first-view.ts';
import { notesStrings } from '../strings/notes.ts';
import { questionStrings } from '../strings/question.ts';
import { MarkCard } from './mark-card.tsx';
import { NoteCard } from './note-card.tsx';
import { NotesActions } from './notes-actions.tsx';
import { BinBar, ChooseNotes, DeletedNotes } from './notes-bin.tsx';
import styles from './notes-page.module.css';
import { OpenQuestions } from './open-questions.tsx';
import { PlanCard } from './plan-card.tsx';
import { SafetyLine } from './safety-line.tsx';

export function NotesPage() {
  const { content, notebook, device } = useApp();
  const route = content.homeRoute.value;
  const notes = [...notebook.notes.value.values()].filter(
    ({ note, text }) => note.kind === 'mark' || text !== '',
  );
  const setAside = notebook.setAside.value;
  return (
    <article class={pageStyles.root}>
      <h1 class={pageStyles.title} tabIndex={-1}>
        {strings.titles.notes}
      </h1>
      <p class={pageStyles.lead}>
        {device.isKept.value ? notesStrings.only : questionStrings.memory}
      </p>
      {setAside === 0 ? null : <SetAsidePart count={setAside} />}
      <SafetyLine />
      <NotesActions />
      <OpenQuestions />
      <ChooseNotes />
      {notes.length === 0 || !route ? (
        <EmptyNotes route={route} />
      ) : (
        <>
          {route.modules.map((summary, index) => (
            <ModuleNotes
              key={summary.id}
              route={route}
              summary={summary}
              isFirstStrand={index % 2 === 0}
              notes={notes.filter((note) => note.note.moduleId === summary.id)}
            />
          ))}
          <StrayNotes
            notes={notes.filter(
              (note) => !route.modules.some((entry) => entry.id === note.note.moduleId),
            )}
          />
        </>
      )}
      <BinBar />
      <DeletedNotes />
    </article>
  );
}

function EmptyNotes({ route }: { route: LearningRoute | undefined }) {
  return (
    <div class={styles.empty}>
      <p class={styles.emptyTitle}>{notesStrings.empty}</p>
      <p>{notesStrings.emptyHint}</p>
      {route ? (
        <Link class={pageStyles.action} to={{ kind: 'route', routeId: route.id }}>
          {notesStrings.toRoute}
        </Link>
      ) : null}
    </div>
  );
}

interface ModuleNotesProps {
  route: LearningRoute;
  summary: ModuleSummary;
  isFirstStrand: boolean;
  notes: readonly NoteWithText[];
}

function ModuleNotes({ route, summary, isFirstStrand, notes }: ModuleNotesProps) {
  if (notes.length === 0) return null;
  return (
    <section class={styles.module} aria-labelledby={`notities-${summary.id}`}>
      <h2
        id={`notities-${summary.id}`}
        class={styles.moduleTitle}
        data-first={isFirstStrand ? '' : undefined}
      >
        <Link to={{ kind: 'module', routeId: route.id, moduleId: summary.id }}>
          {summary.title}
        </Link>
      </h2>
      <ul class={styles.list}>
        {inTextOrder(notes, summary.questionIds).map((note) => (
          <AnyCard key={note.note.id} note={note} />
        ))}
      </ul>
    </section>
  );
}

/** As the questions stand in the module; those about an episode come last, in the order of writing. */
function inTextOrder(
  notes: readonly NoteWithText[],
  questionIds: readonly string[],
): readonly NoteWithText[] {
  const place = ({ note: { anchor } }: NoteWithText) => {
    const index = questionIds.indexOf(anchor.questionId ?? '');
    return index === -1 ? questionIds.length : index;
  };
  const second = ({ note: { anchor } }: NoteWithText) =>
    anchor.questionId === undefined ? (anchor.time ?? Number.MAX_VALUE) : -1;
  return notes.toSorted((one, other) => place(one) - place(other) || second(one) - second(other));
}

function StrayNotes({ notes }: { notes: readonly NoteWithText[] }) {
  if (notes.length === 0) return null;
  return (
    <section class={styles.module}>
      <h2 class={styles.moduleTitle}>{notesStrings.unknownModule}</h2>
      <ul class={styles.list}>
        {notes.map((note) => (
          <AnyCard key={note.note.id} note={note} />
        ))}
      </ul>
    </section>
  );
}

function AnyCard({ note }: { note: NoteWithText }) {
  if (note.note.kind === 'mark') return <MarkCard note={note} />;
  return note.fields === undefined ? <NoteCard note={note} /> : <PlanCard note={note} />;
}

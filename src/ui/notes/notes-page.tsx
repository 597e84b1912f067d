/** The answers given so far, by module in the order of the route. */
import type { LearningRoute, ModuleSummary } from '../../model/learning-route.ts';
import type { NoteWithText } from '../../model/note.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { formatMoment } from '../parts/format.ts';
import { Link } from '../parts/link.tsx';
import { strings } from '../strings/first-view.ts';
import { notesStrings } from '../strings/notes.ts';
import { questionStrings } from '../strings/question.ts';
import { MarkCard } from './mark-card.tsx';
import styles from './notes-page.module.css';
import { OpenQuestions } from './open-questions.tsx';
import { useMarks } from './use-marks.ts';

export function NotesPage() {
  const { content, notebook, device } = useApp();
  const route = content.homeRoute.value;
  const answers = [...notebook.answers.value.values()].filter((note) => note.text !== '');
  const notes = [...answers, ...useMarks()];
  const setAside = notebook.setAside.value;
  return (
    <article class={pageStyles.root}>
      <h1 class={pageStyles.title} tabIndex={-1}>
        {strings.titles.notes}
      </h1>
      <p class={pageStyles.lead}>
        {device.isKept.value ? notesStrings.only : questionStrings.memory}
      </p>
      {setAside === 0 ? null : <p class={pageStyles.message}>{notesStrings.setAside(setAside)}</p>}
      <OpenQuestions />
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
        {inTextOrder(notes, summary.questionIds).map((note) =>
          note.note.kind === 'mark' ? (
            <MarkCard key={note.note.id} note={note} />
          ) : (
            <NoteCard key={note.note.id} note={note} />
          ),
        )}
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
  return notes.toSorted((one, other) => place(one) - place(other));
}

function StrayNotes({ notes }: { notes: readonly NoteWithText[] }) {
  if (notes.length === 0) return null;
  return (
    <section class={styles.module}>
      <h2 class={styles.moduleTitle}>{notesStrings.unknownModule}</h2>
      <ul class={styles.list}>
        {notes.map((note) => (
          <NoteCard key={note.note.id} note={note} />
        ))}
      </ul>
    </section>
  );
}

function NoteCard({ note }: { note: NoteWithText }) {
  const { content } = useApp();
  const { routeId, moduleId, anchor } = note.note;
  const isKnown = content.summary(routeId, moduleId) !== undefined;
  return (
    <li class={styles.note}>
      {anchor.sentence === undefined ? null : <p class={styles.question}>{anchor.sentence}</p>}
      <p class={styles.text}>{note.text}</p>
      <p class={styles.when}>
        {isKnown ? (
          <Link
            to={{
              kind: 'module',
              routeId,
              moduleId,
              ...(anchor.questionId === undefined ? {} : { questionId: anchor.questionId }),
            }}
          >
            {notesStrings.openModule}
          </Link>
        ) : null}
        {isKnown ? ' · ' : ''}
        {formatMoment(note.updatedAt, Date.now())}
      </p>
    </li>
  );
}

/** Notes by module in the order of the route; a long list comes in parts. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { LearningRoute, ModuleSummary } from '../../model/learning-route.ts';
import type { NoteWithText } from '../../model/note.ts';
import { hasPlace } from '../../model/stray-words.ts';
import { Link } from '../parts/link.tsx';
import { findStrings } from '../strings/find.ts';
import { notesStrings } from '../strings/notes.ts';
import { AnyCard } from './any-card.tsx';
import styles from './note-list.module.css';

/** So many are shown, and so many more at each wish. */
const PART = 40;

/** So many cards are drawn in one go: between two of them the page does what waits. */
const STEP = 10;

interface NoteListProps {
  route: LearningRoute;
  notes: readonly NoteWithText[];
}

export function NoteList({ route, notes }: NoteListProps) {
  const limit = useSignal(PART);
  const groups = useMemo(() => byModule(route, notes), [route, notes]);
  let room = useGrowing(limit.value);
  return (
    <div class={styles.root}>
      {groups.map(({ kind, summary, index, entries }) => {
        const shown = entries.slice(0, Math.max(0, room));
        room -= entries.length;
        if (shown.length === 0) return null;
        const id = `notities-${summary ? `over-${summary.id}` : kind}`;
        return (
          <section key={id} class={styles.module} aria-labelledby={id}>
            <h2 id={id} class={styles.title} data-first={index % 2 === 0 ? '' : undefined}>
              {summary ? (
                <Link to={{ kind: 'module', routeId: route.id, moduleId: summary.id }}>
                  {summary.title}
                </Link>
              ) : (
                notesStrings[kind === 'stray' ? 'noPlace' : 'unknownModule']
              )}
            </h2>
            {summary ? null : <Reasons route={route} entries={entries} />}
            <ul class={styles.list}>
              {shown.map((entry) => (
                <AnyCard key={entry.note.id} note={entry} />
              ))}
            </ul>
          </section>
        );
      })}
      {notes.length > limit.value ? (
        <button
          type="button"
          class={styles.more}
          onClick={() => {
            limit.value += PART;
          }}
        >
          {findStrings.moreOf(notes.length - limit.value)}
        </button>
      ) : null}
    </div>
  );
}

/** Grows to the limit frame by frame, so that thousands of notes do not come with a long task. */
function useGrowing(limit: number): number {
  const count = useSignal(STEP);
  const reached = Math.min(count.value, limit);
  useEffect(() => {
    if (reached >= limit) return undefined;
    const timer = setTimeout(() => {
      count.value = reached + STEP;
    }, 0);
    return () => clearTimeout(timer);
  }, [count, reached, limit]);
  return reached;
}

/** Why modules that these notes are about were taken out of the route. */
function Reasons({ route, entries }: { route: LearningRoute; entries: readonly NoteWithText[] }) {
  const gone = route.withdrawn.filter(({ id }) => entries.some(({ note }) => note.moduleId === id));
  return gone.map(({ id, reason }) => <p key={id}>{notesStrings.withdrawn(reason)}</p>);
}

interface ModuleGroup {
  /** Of a module that is not in the route any more, `gone`; what belongs nowhere, `stray`. */
  kind: 'module' | 'gone' | 'stray';
  /** Of a module in the route. */
  summary?: ModuleSummary;
  index: number;
  entries: readonly NoteWithText[];
}

function byModule(route: LearningRoute, notes: readonly NoteWithText[]): ModuleGroup[] {
  const strays = new Map<string, NoteWithText[]>();
  for (const entry of notes) {
    const found = strays.get(entry.note.moduleId);
    if (found) found.push(entry);
    else strays.set(entry.note.moduleId, [entry]);
  }
  const groups: ModuleGroup[] = route.modules.flatMap((summary, index) => {
    const entries = strays.get(summary.id) ?? [];
    strays.delete(summary.id);
    return entries.length === 0
      ? []
      : [{ kind: 'module', summary, index, entries: inTextOrder(entries, summary.questionIds) }];
  });
  const others = [...strays.values()].flat();
  const isPlaced = ({ note }: NoteWithText) => hasPlace(note);
  const rest: ModuleGroup[] = [
    { kind: 'gone', index: 0, entries: others.filter(isPlaced) },
    { kind: 'stray', index: 0, entries: others.filter((entry) => !isPlaced(entry)) },
  ];
  return [...groups, ...rest.filter(({ entries }) => entries.length > 0)];
}

/** As the questions stand in the module; those about an episode come last, in the order of writing. */
function inTextOrder(
  notes: readonly NoteWithText[],
  questionIds: readonly string[],
): readonly NoteWithText[] {
  const places = new Map(questionIds.map((id, index) => [id, index]));
  const place = ({ note: { anchor } }: NoteWithText) =>
    places.get(anchor.questionId ?? '') ?? questionIds.length;
  const second = ({ note: { anchor } }: NoteWithText) =>
    anchor.questionId === undefined ? (anchor.time ?? Number.MAX_VALUE) : -1;
  return notes.toSorted((one, other) => place(one) - place(other) || second(one) - second(other));
}

/** Finding a note: by words in a field, or by choosing what is shown. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { DeferredQuestion } from '../../model/deferred-questions.ts';
import type { LearningRoute } from '../../model/learning-route.ts';
import type { NoteWithText } from '../../model/note.ts';
import {
  goneModuleIds,
  groupOf,
  isPlan,
  type NoteFilter,
  type NoteGroup,
  passesFilter,
  periodStart,
} from '../../model/note-filter.ts';
import type { SearchFilter } from '../../model/search.ts';
import { questionDocumentId } from '../../state/notebook/search-documents.ts';
import { useApp } from '../frame/app-context.ts';
import buttonStyles from '../parts/button.module.css';
import { findStrings } from '../strings/find.ts';
import styles from './find-notes.module.css';
import { NoNotes } from './no-notes.tsx';
import { ALL_NOTES, type NoteChoice, NoteFilters } from './note-filters.tsx';
import { NoteList } from './note-list.tsx';
import { NoteSearch } from './note-search.tsx';
import { ChooseNotes } from './notes-bin.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { Plans } from './plans.tsx';
import { SearchResults } from './search-results.tsx';

/** How many results each list starts with, and how many more come at a time. */
const RESULTS_PART = 10;

const NONE: readonly DeferredQuestion[] = [];

interface FindNotesProps {
  route: LearningRoute;
  /** Those with something to show, oldest first. */
  notes: readonly NoteWithText[];
}

export function FindNotes({ route, notes }: FindNotesProps) {
  const { tools } = useApp();
  const search = tools.value?.search;
  const words = useSignal('');
  const choice = useSignal(ALL_NOTES);
  const limit = useSignal(RESULTS_PART);
  const { moduleId } = choice.value;
  const isSearching = words.value.trim() !== '';
  const filter = useFilter(choice.value);
  const inPlace = useMemo(() => {
    const { group: _, ...place } = filter;
    return notes.filter((entry) => passesFilter(entry, place));
  }, [notes, filter]);
  const openQuestions = tools.value?.questions.list.value ?? NONE;
  const openCount = openQuestions.filter(
    (entry) => moduleId === undefined || entry.moduleId === moduleId,
  ).length;
  const goneIds = useMemo(() => goneModuleIds(route, notes), [route, notes]);
  const isOpen = choice.value.group === 'open';
  const searched = useMemo(
    () => (isOpen ? amongQuestions(openQuestions, moduleId) : filter),
    [isOpen, openQuestions, moduleId, filter],
  );
  const counts = useMemo(() => countGroups(inPlace), [inPlace]);

  const shown = useMemo(
    () => inPlace.filter((entry) => passesFilter(entry, filter)),
    [inPlace, filter],
  );
  const chosen = useMemo(
    () => (
      <ChosenNotes
        route={route}
        choice={choice.value}
        notes={shown}
        onAll={() => {
          choice.value = ALL_NOTES;
        }}
      />
    ),
    [route, choice.value, shown],
  );

  useEffect(() => {
    // Who was faster than the tools typed when there was nothing to prepare yet.
    if (words.value !== '') search?.prepare();
    search?.ask({ words: words.value, filter: searched, limit: limit.value });
  }, [search, words.value, searched, limit.value]);

  return (
    <>
      <div class={styles.side}>
        <NoteSearch
          words={words.value}
          onFocus={() => search?.prepare()}
          onWords={(next) => {
            words.value = next;
            limit.value = RESULTS_PART;
          }}
        />
        {notes.length > 0 || openCount > 0 ? (
          <NoteFilters
            route={route}
            goneIds={goneIds}
            choice={choice.value}
            counts={{ ...counts, open: openCount }}
            onChoose={(next) => {
              choice.value = next;
            }}
          />
        ) : null}
        {isSearching || isNarrow(choice.value) ? null : (
          <>
            <Plans notes={notes} />
            <OpenQuestions />
          </>
        )}
      </div>
      <div class={styles.main}>
        {isSearching && search ? (
          <SearchResults
            search={search}
            words={words.value}
            onMore={() => {
              limit.value += RESULTS_PART;
            }}
          />
        ) : null}
        {/* Stays as it is while somebody searches: drawing it anew takes longer than a letter. */}
        <div class={styles.chosen} hidden={isSearching}>
          {chosen}
        </div>
      </div>
    </>
  );
}

/** Questions that wait for an answer are found in the texts, and were not written on a day. */
function amongQuestions(
  questions: readonly DeferredQuestion[],
  moduleId: string | undefined,
): SearchFilter {
  return {
    ids: questions.map((one) => questionDocumentId(one.routeId, one.moduleId, one.questionId)),
    ...(moduleId === undefined ? {} : { moduleId }),
  };
}

/** Whether only a part of the notes is chosen. */
function isNarrow({ group, moduleId, period }: NoteChoice): boolean {
  return group !== 'all' || moduleId !== undefined || period !== 'all';
}

/** One moment for a choice: a new one at every letter would be another filter. */
function useFilter({ group, moduleId, period }: NoteChoice): NoteFilter {
  return useMemo(() => {
    const since = periodStart(period, Date.now());
    return {
      ...(group === 'all' || group === 'open' ? {} : { group }),
      ...(moduleId === undefined ? {} : { moduleId }),
      ...(since === undefined ? {} : { since }),
    };
  }, [group, moduleId, period]);
}

function countGroups(notes: readonly NoteWithText[]): Record<NoteGroup | 'all', number> {
  const counts = { all: notes.length, answers: 0, marks: 0, spoken: 0, free: 0 };
  for (const { note } of notes) counts[groupOf(note)] += 1;
  return counts;
}

interface ChosenNotesProps {
  route: LearningRoute;
  choice: NoteChoice;
  notes: readonly NoteWithText[];
  onAll: () => void;
}

function ChosenNotes({ route, choice, notes, onAll }: ChosenNotesProps) {
  // Of all notes the plans stand apart, on top.
  const listed = useMemo(
    () => (isNarrow(choice) ? notes : notes.filter((entry) => !isPlan(entry))),
    [notes, choice],
  );
  if (choice.group === 'open') return <OpenQuestions moduleId={choice.moduleId} />;
  if (notes.length === 0 && !isNarrow(choice)) return <NoNotes route={route} />;
  if (notes.length === 0) {
    return (
      <div class={styles.none}>
        <p role="status">{findStrings.none}</p>
        <button type="button" class={buttonStyles.quiet} onClick={onAll}>
          {findStrings.showAll}
        </button>
      </div>
    );
  }
  return (
    <>
      <NoteList
        key={`${choice.group} ${choice.moduleId} ${choice.period}`}
        route={route}
        notes={listed}
      />
      <ChooseNotes />
    </>
  );
}

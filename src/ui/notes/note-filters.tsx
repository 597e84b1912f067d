/** The choice of notes: what they are as a row of buttons, where and when in two lists. */
import type { LearningRoute } from '../../model/learning-route.ts';
import {
  NOTE_GROUPS,
  NOTE_PERIODS,
  type NoteGroup,
  type NotePeriod,
} from '../../model/note-filter.ts';
import { hasPlace } from '../../model/stray-words.ts';
import { findStrings } from '../strings/find.ts';
import { notesStrings } from '../strings/notes.ts';
import styles from './note-filters.module.css';

/** What is shown; `open` are the questions without an answer. */
export interface NoteChoice {
  group: NoteGroup | 'open' | 'all';
  /** Absent for all modules. */
  moduleId?: string | undefined;
  period: NotePeriod;
}

/** Everything. */
export const ALL_NOTES: NoteChoice = { group: 'all', period: 'all' };

const CHIPS = ['all', ...NOTE_GROUPS, 'open'] as const;

interface NoteFiltersProps {
  route: LearningRoute;
  /** What notes are about and the route has not any more. */
  goneIds: readonly string[];
  choice: NoteChoice;
  /** How many there are of each; a kind without any is not offered. */
  counts: Readonly<Record<NoteChoice['group'], number>>;
  onChoose: (choice: NoteChoice) => void;
}

export function NoteFilters({ route, goneIds, choice, counts, onChoose }: NoteFiltersProps) {
  return (
    <fieldset class={styles.root} aria-label={findStrings.filters}>
      <div class={styles.chips}>
        {CHIPS.filter((chip) => chip === 'all' || counts[chip] > 0 || chip === choice.group).map(
          (chip) => (
            <button
              key={chip}
              type="button"
              class={styles.chip}
              aria-pressed={chip === choice.group}
              onClick={() => onChoose({ ...choice, group: chip })}
            >
              {findStrings.chip(
                chip === 'all' ? findStrings.all : findStrings.groups[chip],
                counts[chip],
              )}
            </button>
          ),
        )}
      </div>
      <div class={styles.lists}>
        <select
          class={styles.list}
          aria-label={findStrings.module}
          value={choice.moduleId ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChoose({ ...choice, moduleId: value === '' ? undefined : value })
          }
        >
          <option value="">{findStrings.allModules}</option>
          {route.modules.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          {goneIds.map((id) => (
            <option key={id} value={id}>
              {goneTitle(id, goneIds)}
            </option>
          ))}
        </select>
        <select
          class={styles.list}
          aria-label={findStrings.period}
          value={choice.period}
          onChange={({ currentTarget: { value } }) =>
            onChoose({
              ...choice,
              period: NOTE_PERIODS.find((period) => period === value) ?? 'all',
            })
          }
        >
          {NOTE_PERIODS.map((period) => (
            <option key={period} value={period}>
              {findStrings.periods[period]}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}

/** Its title is not known any more; where there is another one, its id tells them apart. */
function goneTitle(moduleId: string, goneIds: readonly string[]): string {
  if (!hasPlace({ moduleId })) return notesStrings.noPlace;
  const hasOther = goneIds.filter((id) => hasPlace({ moduleId: id })).length > 1;
  return hasOther ? notesStrings.unknownModuleOf(moduleId) : notesStrings.unknownModule;
}

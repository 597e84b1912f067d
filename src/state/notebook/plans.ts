/** Plans that the app comes back to: which are due today, and the day in the person's own calendar. */
import { computed, effect, signal } from '@preact/signals-core';
import { calendarFile } from '../../model/calendar-event.ts';
import type { NoteWithText } from '../../model/note.ts';
import { dayOf, type PlainDate } from '../../model/plain-date.ts';
import { isDue, readPlan } from '../../model/plan.ts';
import type { Timestamp } from '../../model/units.ts';
import { createModel } from '../create-model.ts';
import type { NotebookState } from './notebook.ts';

export interface PlansDeps {
  notebook: Pick<NotebookState, 'notes'>;
  /** Fetches the code that shows a plan on the route page. */
  fetchScreens: () => Promise<void>;
  saveFile: (name: string, type: string, content: string) => Promise<void>;
  /** Where the calendar leads to. */
  appUrl: string;
  now: () => Timestamp;
}

/** The words of a day in the calendar. */
export interface CalendarWords {
  fileName: string;
  title: string;
  description: string;
}

export const PlansModel = createModel((deps: PlansDeps) => {
  const today = signal(dayOf(deps.now()));
  const hasScreens = signal(false);
  /** Looked back on just now: they stay on screen until the person is done. */
  const held = signal<ReadonlySet<string>>(new Set());
  const putOff = signal<ReadonlySet<string>>(new Set());
  const calendar = signal<'saved' | 'failed' | undefined>(undefined);

  const due = computed<readonly NoteWithText[]>(() =>
    [...deps.notebook.notes.value.values()].filter(({ note, fields }) => {
      if (note.kind !== 'plan' || putOff.value.has(note.id)) return false;
      return held.value.has(note.id) || isDue(readPlan(fields), today.value);
    }),
  );

  effect(() => {
    if (due.value.length === 0 || hasScreens.peek()) return;
    deps.fetchScreens().then(
      () => {
        hasScreens.value = true;
      },
      // Offline before the code was kept: the notes page tells it as well.
      () => undefined,
    );
  });

  return {
    today: computed(() => today.value),
    /** Oldest first. */
    due: computed(() => (hasScreens.value ? due.value : [])),
    calendar: computed(() => calendar.value),
    /** The page is seen again: it may be another day. */
    lookAgain(): void {
      today.value = dayOf(deps.now());
    },
    /** What came of it is being written: the plan stays on screen. */
    hold(noteId: string): void {
      held.value = new Set(held.peek()).add(noteId);
    },
    /** Off the screen: until the next start when it is still due. */
    putOff(noteId: string): void {
      putOff.value = new Set(putOff.peek()).add(noteId);
    },
    /** Gives the day to the person's calendar, as a file. */
    async saveDay(noteId: string, day: PlainDate, words: CalendarWords): Promise<void> {
      calendar.value = undefined;
      const content = calendarFile({
        // The same for every file about this plan: a later one moves the day.
        uid: `${noteId}@luisterroute`,
        day,
        title: words.title,
        description: words.description,
        url: deps.appUrl,
        createdAt: deps.now(),
      });
      try {
        await deps.saveFile(words.fileName, 'text/calendar', content);
        calendar.value = 'saved';
      } catch {
        calendar.value = 'failed';
      }
    },
    forgetCalendar(): void {
      calendar.value = undefined;
    },
  };
});

export type PlansState = InstanceType<typeof PlansModel>;

/** Puts the day of a return into the person's own calendar: as a file, without what was written. */
import { useEffect } from 'preact/hooks';
import type { Note } from '../../model/note.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { planStrings } from '../strings/plan.ts';
import styles from './plan-fields.module.css';

export function CalendarButton({ note, day }: { note: Note; day: PlainDate }) {
  const { content, tools } = useApp();
  const plans = tools.value?.notes.plans;
  const route = content.route(note.routeId)?.title ?? '';
  const module = content.summary(note.routeId, note.moduleId)?.title ?? '';

  useEffect(() => () => plans?.forgetCalendar(), [plans]);

  return (
    <>
      <button
        type="button"
        class={styles.button}
        disabled={plans === undefined}
        onClick={() =>
          void plans?.saveDay(note.id, day, {
            fileName: planStrings.calendarFile(day),
            title: planStrings.calendarTitle,
            description: planStrings.calendarText(route, module),
          })
        }
      >
        <Icon shape={icons.calendar} small />
        {planStrings.toCalendar}
      </button>
      <p class={styles.hint} role="status">
        {plans?.calendar.value === 'saved' ? planStrings.calendarSaved : null}
        {plans?.calendar.value === 'failed' ? planStrings.calendarFailed : null}
        {plans?.calendar.value === undefined ? planStrings.calendarHint : null}
      </p>
    </>
  );
}

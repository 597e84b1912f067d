/** The parts of a plan: when, what, what may get in the way; then it is read back once, and gets a day to return. */
import { useComputed } from '@preact/signals';
import { isPlainDate } from '../../model/plain-date.ts';
import { isWhole, nextReturn } from '../../model/plan.ts';
import type { WritingState } from '../../state/notebook/writing.ts';
import { useApp } from '../frame/app-context.ts';
import { formatDay } from '../parts/format-day.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { planStrings } from '../strings/plan.ts';
import { AnswerField } from '../writing/answer-field.tsx';
import { CalendarButton } from './calendar-button.tsx';
import styles from './plan-fields.module.css';
import { PlanWords } from './plan-words.tsx';

export function PlanFields({ writing }: { writing: WritingState }) {
  const isReady = useComputed(() => isWhole(writing.plan.value));
  return (
    <>
      <p class={styles.hint}>{planStrings.hint}</p>
      <AnswerField writing={writing} name="als" label={planStrings.als} />
      <AnswerField writing={writing} name="dan" label={planStrings.dan} />
      <AnswerField writing={writing} name="obstacle" label={planStrings.obstacle} />
      {isReady.value ? (
        <>
          <ReadBack writing={writing} />
          <ReturnDay writing={writing} />
        </>
      ) : null}
      <LookBacks writing={writing} />
    </>
  );
}

function ReadBack({ writing }: { writing: WritingState }) {
  const { tools } = useApp();
  const plan = writing.plan.value;
  if (plan.readBackOn !== undefined) {
    return (
      <p class={styles.done}>
        <Icon shape={icons.check} small />
        {planStrings.readBack.isDone}
      </p>
    );
  }
  return (
    <section class={styles.readBack} aria-labelledby="plan-teruglezen">
      <h3 id="plan-teruglezen" class={styles.title}>
        {planStrings.readBack.title}
      </h3>
      <PlanWords plan={plan} />
      <button
        type="button"
        class={styles.button}
        onClick={() => {
          const today = tools.value?.notes.plans.today.value;
          if (today === undefined) return;
          writing.setPlan((now) => ({ ...now, readBackOn: today }));
        }}
      >
        {planStrings.readBack.done}
      </button>
    </section>
  );
}

function ReturnDay({ writing }: { writing: WritingState }) {
  const { tools } = useApp();
  const plan = writing.plan.value;
  const today = tools.value?.notes.plans.today.value;
  const day = nextReturn(plan);
  // After looking back the second day follows from the first.
  const canChoose = plan.lookBacks.length === 0;
  if (!canChoose && day === undefined) return null;
  return (
    <div class={styles.return}>
      {canChoose ? (
        <label class={styles.day}>
          <span class={styles.title}>{planStrings.returnOn}</span>
          <input
            type="date"
            class={styles.date}
            min={today}
            value={plan.returnOn ?? ''}
            onChange={({ currentTarget: { value } }) =>
              writing.setPlan(({ returnOn: _, ...now }) =>
                isPlainDate(value) ? { ...now, returnOn: value } : now,
              )
            }
          />
        </label>
      ) : (
        <p>{planStrings.returnsOn(formatDay(day ?? '', today ?? ''))}</p>
      )}
      <p class={styles.hint}>{day === undefined ? planStrings.noReturn : planStrings.returnHint}</p>
      {day === undefined ? null : <CalendarButton note={writing.note.value} day={day} />}
    </div>
  );
}

function LookBacks({ writing }: { writing: WritingState }) {
  const today = useApp().tools.value?.notes.plans.today.value ?? '';
  const { lookBacks } = writing.plan.value;
  if (lookBacks.length === 0) return null;
  return (
    <ul class={styles.lookBacks}>
      {lookBacks.map(({ on, outcome, why }) => (
        <li key={on}>
          <strong>
            {planStrings.lookedBack(formatDay(on, today), planStrings.due.outcome[outcome])}
          </strong>
          {why === '' ? null : <p class={styles.words}>{why}</p>}
        </li>
      ))}
    </ul>
  );
}

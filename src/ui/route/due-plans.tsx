/** On its day a plan comes back: the person's own words, what came of it, and the way to change it. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { NoteWithText } from '../../model/note.ts';
import { dayOf } from '../../model/plain-date.ts';
import { lookBack, nextReturn, OUTCOMES, type Outcome, readPlan } from '../../model/plan.ts';
import type { PlansState } from '../../state/notebook/plans.ts';
import type { WritingState } from '../../state/notebook/writing.ts';
import { useApp } from '../frame/app-context.ts';
import { formatDay } from '../parts/format-day.ts';
import { PlanWords } from '../plan/plan-words.tsx';
import { planStrings } from '../strings/plan.ts';
import { questionStrings } from '../strings/question.ts';
import { AnswerStatus } from '../writing/answer-status.tsx';
import styles from './due-plans.module.css';

export function DuePlans() {
  const plans = useApp().tools.value?.notes.plans;
  if (!plans) return null;
  const putOff = (noteId: string) => {
    const ids = plans.due.peek().map(({ note }) => note.id);
    const place = ids.indexOf(noteId);
    // Before it goes: what stands next on the page is no answer to what was pressed.
    headingAfter(ids[place + 1] ?? ids[place - 1])?.focus();
    plans.putOff(noteId);
  };
  return (
    <>
      {plans.due.value.map((note) => (
        <DuePlan key={note.note.id} note={note} plans={plans} onEnd={() => putOff(note.note.id)} />
      ))}
    </>
  );
}

/** Of the plan to go on with; without one, of the page. */
function headingAfter(noteId: string | undefined): HTMLElement | null {
  return noteId === undefined
    ? document.querySelector('main h1')
    : document.getElementById(headingId(noteId));
}

const headingId = (noteId: string) => `terugblik-${noteId}`;

interface DuePlanProps {
  note: NoteWithText;
  plans: PlansState;
  /** The person is done with it for now. */
  onEnd: () => void;
}

function DuePlan({ note: { note, fields }, plans, onEnd }: DuePlanProps) {
  const { notebook } = useApp();
  const writing = useSignal<WritingState | undefined>(undefined);
  const today = plans.today.value;
  const { readBackOn } = readPlan(fields);
  const id = headingId(note.id);

  useEffect(
    () => () => {
      if (writing.peek()) void end();
    },
    [],
  );

  async function end(): Promise<boolean> {
    const ending = writing.peek();
    if (!ending) return true;
    const isKept = await notebook.end(ending);
    if (isKept) writing.value = undefined;
    return isKept;
  }

  function start(outcome: Outcome): void {
    plans.hold(note.id);
    writing.value ??= notebook.write(note);
    const why = lookedBackToday(writing.value, today)?.why ?? '';
    writing.value?.setPlan((plan) => lookBack(plan, outcome, why, today));
  }

  return (
    <section class={styles.root} aria-labelledby={id}>
      <h2 id={id} class={styles.title} tabIndex={-1}>
        {planStrings.due.title}
      </h2>
      <PlanWords plan={readPlan(fields)} />
      <p class={styles.hint}>
        {planStrings.due.from(formatDay(readBackOn ?? dayOf(note.createdAt), today))}
      </p>
      <Outcomes chosen={lookedBackToday(writing.value, today)?.outcome} onChoose={start} />
      {writing.value ? (
        <WhatCameOfIt
          writing={writing.value}
          today={today}
          onRevise={async () => {
            if (!(await end())) return;
            plans.putOff(note.id);
            notebook.openNote(note);
            await notebook.writing.peek()?.startAnew();
          }}
          onDone={async () => {
            if (await end()) onEnd();
          }}
        />
      ) : (
        <button type="button" class={styles.quiet} onClick={onEnd}>
          {planStrings.due.later}
        </button>
      )}
    </section>
  );
}

interface OutcomesProps {
  chosen: Outcome | undefined;
  onChoose: (outcome: Outcome) => void;
}

function Outcomes({ chosen, onChoose }: OutcomesProps) {
  return (
    <fieldset class={styles.outcomes}>
      <legend class={styles.ask}>{planStrings.due.ask}</legend>
      {OUTCOMES.map((outcome) => (
        <button
          key={outcome}
          type="button"
          class={styles.outcome}
          aria-pressed={chosen === outcome}
          onClick={() => onChoose(outcome)}
        >
          {planStrings.due.outcome[outcome]}
        </button>
      ))}
    </fieldset>
  );
}

interface WhatCameOfItProps {
  writing: WritingState;
  today: string;
  onRevise: () => Promise<void>;
  onDone: () => Promise<void>;
}

function WhatCameOfIt({ writing, today, onRevise, onDone }: WhatCameOfItProps) {
  const said = lookedBackToday(writing, today);
  const next = nextReturn(writing.plan.value);
  if (!said) return null;
  return (
    <>
      <label class={styles.why}>
        <span class={styles.ask}>{planStrings.due.why[said.outcome]}</span>
        <textarea
          class={styles.field}
          rows={3}
          aria-describedby="terugblik-namen"
          defaultValue={said.why}
          onInput={({ currentTarget: { value } }) =>
            writing.setPlan((plan) => lookBack(plan, said.outcome, value, today))
          }
          onBlur={() => writing.rest()}
        />
      </label>
      <p id="terugblik-namen" class={styles.hint}>
        {questionStrings.privacy}
      </p>
      <AnswerStatus writing={writing} />
      <p class={styles.hint}>
        {next === undefined
          ? planStrings.due.noMore
          : planStrings.due.again(formatDay(next, today))}
      </p>
      <div class={styles.actions}>
        <button type="button" class={styles.quiet} onClick={() => void onRevise()}>
          {planStrings.revise}
        </button>
        <button type="button" class={styles.done} onClick={() => void onDone()}>
          {planStrings.due.done}
        </button>
      </div>
    </>
  );
}

function lookedBackToday(writing: WritingState | undefined, today: string) {
  return writing?.plan.value.lookBacks.find(({ on }) => on === today);
}

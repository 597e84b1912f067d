/** A plan on a page that lists notes: the sentence, when the app comes back to it, and what came of it. */
import type { NoteWithText } from '../../model/note.ts';
import { dayOf } from '../../model/plain-date.ts';
import { isDue, nextReturn, readPlan } from '../../model/plan.ts';
import { formatDay } from '../parts/format-day.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { PlanWords } from '../plan/plan-words.tsx';
import { planStrings } from '../strings/plan.ts';
import { VersionsPart } from '../writing/versions-part.tsx';
import { CardFoot } from './card-foot.tsx';
import { EarlierOnes } from './note-card.tsx';
import styles from './plan-card.module.css';

export function PlanCard({ note }: { note: NoteWithText }) {
  const plan = readPlan(note.fields);
  const today = dayOf(Date.now());
  const day = nextReturn(plan);
  const id = `voornemen-${note.note.id}`;
  return (
    <li class={styles.root}>
      <div id={id}>
        <PlanWords plan={plan} />
      </div>
      {plan.obstacle === '' ? null : (
        <p class={styles.detail}>
          {planStrings.obstacleIs} {plan.obstacle}
        </p>
      )}
      {plan.lookBacks.map(({ on, outcome, why }) => (
        <p key={on} class={styles.detail}>
          <strong>
            {planStrings.lookedBack(formatDay(on, today), planStrings.due.outcome[outcome])}
          </strong>
          {why === '' ? '' : `. ${why}`}
        </p>
      ))}
      {day === undefined ? null : (
        <p class={styles.return}>
          <Icon shape={icons.calendar} small />
          {isDue(plan, today) ? planStrings.isDue : planStrings.returnsOn(formatDay(day, today))}
        </p>
      )}
      <VersionsPart noteId={note.note.id} />
      <EarlierOnes note={note} />
      <CardFoot note={note} describedBy={id} />
    </li>
  );
}

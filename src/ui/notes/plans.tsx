/** The plans, apart from the other notes: they are what is still to come. */
import type { NoteWithText } from '../../model/note.ts';
import { isPlan } from '../../model/note-filter.ts';
import { findStrings } from '../strings/find.ts';
import { PlanCard } from './plan-card.tsx';
import styles from './plans.module.css';

export function Plans({ notes }: { notes: readonly NoteWithText[] }) {
  const plans = notes.filter(isPlan);
  if (plans.length === 0) return null;
  return (
    <section class={styles.root} aria-labelledby="mijn-voornemens">
      <h2 id="mijn-voornemens" class={styles.title}>
        {findStrings.plans}
      </h2>
      <ul class={styles.list}>
        {plans.map((note) => (
          <PlanCard key={note.note.id} note={note} />
        ))}
      </ul>
    </section>
  );
}

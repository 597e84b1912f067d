/** A plan as one sentence: the person's own words, with "Als" and "dan" standing out. */
import type { Plan } from '../../model/plan.ts';
import { planStrings } from '../strings/plan.ts';
import styles from './plan-fields.module.css';

export function PlanWords({ plan: { als, dan } }: { plan: Plan }) {
  return (
    <p class={styles.sentence}>
      {als === '' ? null : (
        <>
          <strong>{planStrings.als}</strong> {als}
        </>
      )}
      {als === '' || dan === '' ? null : ', '}
      {dan === '' ? null : (
        <>
          <strong>{planStrings.dan}</strong> {dan}
        </>
      )}
    </p>
  );
}

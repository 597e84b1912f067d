/** Answers to one question from several times: side by side where there is room, else one below the other. */
import type { EarlierAnswer } from '../../model/answer-history.ts';
import { formatMoment } from '../parts/format-day.ts';
import { questionStrings } from '../strings/question.ts';
import styles from './answers-beside.module.css';

interface AnswersBesideProps {
  /** Oldest first. */
  answers: readonly EarlierAnswer[];
  /** The words as they are now, when they do not stand elsewhere. */
  now?: string;
}

export function AnswersBeside({ answers, now }: AnswersBesideProps) {
  return (
    <div class={styles.root}>
      <ol class={styles.list} aria-label={questionStrings.previous}>
        {answers.map(({ id, text, createdAt }) => (
          <li key={id} class={styles.answer}>
            <p class={styles.when}>{formatMoment(createdAt, Date.now())}</p>
            <p class={styles.words}>{text}</p>
          </li>
        ))}
        {now === undefined ? null : (
          <li class={styles.answer} data-now="">
            <p class={styles.when}>{questionStrings.now}</p>
            <p class={styles.words}>{now}</p>
          </li>
        )}
      </ol>
    </div>
  );
}

/** A question at its place in the text, with the way to answer it. */

import { formatClock } from '../../model/clock-time.ts';
import type { LearningModule, Question } from '../../model/learning-module.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { questionStrings } from '../strings/question.ts';
import { voiceStrings } from '../strings/voice.ts';
import styles from './question-card.module.css';

interface QuestionCardProps {
  routeId: string;
  module: LearningModule;
  question: Question;
  /** Words for when the question comes up, for an episode. */
  moment?: string;
}

export function QuestionCard({ routeId, module, question, moment }: QuestionCardProps) {
  const { notebook } = useApp();
  const key = `${routeId}/${module.id}/${question.id}`;
  const text = notebook.answers.value.get(key)?.text ?? '';
  const voice = notebook.spokenAnswers.value.get(key)?.note.voice;
  const siblings = module.questions.filter((candidate) => candidate.on === question.on);
  const time =
    question.times && moment === undefined ? formatClock(question.times.startTime) : undefined;
  return (
    <aside
      class={styles.root}
      id={`vraag-${question.id}`}
      aria-labelledby={`plaats-${question.id}`}
    >
      <p id={`plaats-${question.id}`} class={styles.place}>
        <Icon shape={icons.question} small />
        {questionStrings.position(siblings.indexOf(question) + 1, siblings.length)}
        {time === undefined ? null : questionStrings.at(time)}
        {moment === undefined ? null : questionStrings.at(moment)}
      </p>
      <p id={`tekst-${question.id}`} class={styles.text}>
        {question.text}
      </p>
      {text === '' ? null : <p class={styles.answer}>{text}</p>}
      {voice ? (
        <p class={styles.answer}>{voiceStrings.spoken(formatClock(voice.duration))}</p>
      ) : null}
      <button
        type="button"
        class={styles.button}
        aria-describedby={`tekst-${question.id}`}
        onClick={() => notebook.open(routeId, module, question)}
      >
        {notebook.answered.value.has(key) ? questionStrings.see : questionStrings.answer}
      </button>
    </aside>
  );
}
